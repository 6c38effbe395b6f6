/**
 * The oracle's public half: the board and the files of the result, as anyone can read them by git.
 *
 * Talks to git. Invariant: it reads what was published, not what it was made from.
 */
import * as v from 'valibot'
import { RECONCILIATION_ROWS } from '../../src/domain/reconciliation.ts'
import type { Branch } from '../../src/service/ports.ts'
import { H, isSigned, namesOfCode } from './faults-protocol.ts'
import type { RawStore } from './faults-raw.ts'
import type { Attempt, Voter } from './faults-voter.ts'
import type { World } from './faults-world.ts'

const sized = v.object({ size: v.number(), root: v.string() })
const LinkSchema = v.object({
  kind: v.string(),
  previous: v.string(),
  receiptsRoot: sized,
  pairsRoot: sized,
})
const ReportSchema = v.object({ rows: v.array(v.object({ row: v.string(), holds: v.boolean() })) })
const OpeningSchema = v.object({ signKey: v.string() })

type Seen = { readonly voters: readonly Voter[]; readonly raw: RawStore }

/** What is wrong with the board and the files of a run. */
export function judgeBoard(world: World, { voters, raw }: Seen): string[] {
  const texts = readBoard(world)
  const told = voters.flatMap((voter) => toldReceipts(voter).map((each) => ({ voter, ...each })))
  if (texts.length < 3) return [`the board ends with checkpoint ${texts.length - 1}`]
  return [
    ...judgeChain(world, texts, { size: told.length, head: raw.meta.get('head') }),
    ...told.flatMap(({ voter, receipt, signature }) => {
      const { signKey } = v.parse(OpeningSchema, JSON.parse(texts[0] ?? ''))
      const isGood = isSigned(signKey, world.round.id, { receipt, signature })
      return isGood ? [] : [`${voter.actor} has a receipt with a bad signature`]
    }),
    ...judgeFiles(world, told),
  ]
}

function toldReceipts({ attempts }: Voter) {
  return attempts.flatMap((attempt) => {
    const recorded = attempt.told.find((each) => each.outcome === 'recorded')
    return recorded === undefined ? [] : [{ ...recorded, attempt }]
  })
}

function readBoard(world: World): string[] {
  const texts: string[] = []
  for (;;) {
    const text = show(world, 'board', `${texts.length}.json`)
    if (text === undefined) return texts
    texts.push(text)
  }
}

function show({ council, round }: World, branch: Branch, path: string): string | undefined {
  return council.show(branch, `rounds/${round.id}/${path}`)
}

function judgeChain(
  { round }: World,
  texts: readonly string[],
  expected: { readonly size: number; readonly head: string | undefined },
): string[] {
  const links = texts.slice(1).map((text) => v.parse(LinkSchema, JSON.parse(text)))
  const broken = links.filter(
    ({ previous }, at) => previous !== H('checkpoint', round.id, texts[at] ?? '').toString('hex'),
  )
  const last = links.at(-1)
  const newest = H('checkpoint', round.id, texts.at(-1) ?? '').toString('hex')
  const head = `${links.length}:${newest.slice(0, 8)}`
  return [
    ...(broken.length > 0 ? ['the chain is broken'] : []),
    ...(links.map(({ kind }) => kind).join(' ') === 'closing final'
      ? []
      : ['the chain is not whole']),
    ...(last?.receiptsRoot.size === expected.size && last.pairsRoot.size === expected.size
      ? []
      : [`the board counts ${last?.receiptsRoot.size} receipts, voters hold ${expected.size}`]),
    ...(head === expected.head ? [] : ['receipts name another head than the board has']),
  ]
}

type Told = { readonly voter: Voter; readonly receipt: string; readonly attempt: Attempt }

/** The published lists against what the voters know: receipts, used keys, ballots, and the rows. */
function judgeFiles(world: World, told: readonly Told[]): string[] {
  const read = (name: string) => show(world, 'content', `results/1/${name}`)
  const rows = (name: string, column: number) =>
    (read(name) ?? '')
      .split('\n')
      .slice(1, -1)
      .map((row) => row.split(';')[column] ?? '')
  const report = read('reconciliation.json')
  if (report === undefined) return ['no result is published']
  const { rows: reconciled } = v.parse(ReportSchema, JSON.parse(report))
  const uses = told.map(({ voter }) =>
    namesOfCode(world.secret, world.round.id, voter.letter.token).use.toString('hex'),
  )
  const choices = told.map(({ attempt }) => JSON.stringify(attempt.choices.toSorted()))
  return [
    ...reconciled.filter(({ holds }) => !holds).map(({ row }) => `the row ${row} does not hold`),
    ...differ(
      'rows of the reconciliation',
      reconciled.map(({ row }) => row),
      RECONCILIATION_ROWS,
    ),
    ...differ(
      'published receipts',
      rows('receipts.csv', 0),
      told.map(({ receipt }) => receipt),
    ),
    ...differ('published used keys', (read('used.txt') ?? '').split('\n').slice(0, -1), uses),
    // Below the floor of five no ballot is published by itself.
    ...(told.length < 5
      ? []
      : differ('published ballots', rows('ballots.csv', 3).map(unquoted), choices)),
  ]
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
}

function differ(what: string, seen: readonly string[], expected: readonly string[]): string[] {
  const [one, other] = [seen.toSorted().join(), expected.toSorted().join()]
  return one === other ? [] : [`${what} are not those that voters know`]
}
