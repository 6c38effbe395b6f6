/**
 * Tampering with what is published and nothing else: files and board are changed, and nothing is made anew
 * but the digest of the result.
 *
 * Pure. Invariant: each row changes something.
 */
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import { fromHex, toHex } from '../../src/domain/encoding.ts'
import { hash } from '../../src/domain/hash.ts'
import { snapshotDigest } from '../../src/domain/snapshot.ts'
import type { Published } from '../support/held-election.ts'
import { publishForged } from '../support/forged-election.ts'
import { firstAbstainer, type Evidence, type Tampering, type World } from './world.ts'

type Change = (text: string, world: World) => string

/** A change to one file of snapshot 1. Throws where it changes nothing. */
function edited(
  { files, board }: Published,
  name: string,
  change: (text: string) => string,
): Published {
  const before = files.get(name) ?? ''
  const after = change(before)
  if (after === before) throw new Error(`nothing was changed in ${name}`)
  return { board, files: new Map([...files, [name, after]]) }
}

function fileRow(
  name: string,
  file: string,
  change: Change,
  found: readonly Evidence[] = ['files'],
): Tampering {
  const tamper = (world: World) =>
    edited(world.published, `results/1/${file}`, (text) => change(text, world))
  return { ...{ name, base: 'one box', rehashed: false, tamper, found } }
}

/** A change to the board. */
function boardRow(
  name: string,
  change: (board: readonly string[]) => readonly string[],
): Tampering {
  const tamper = ({ published: { files, board } }: World) => {
    const changed = change(board)
    if (changed.join() === board.join()) throw new Error('nothing was changed on the board')
    return { files, board: changed }
  }
  return { ...{ name, base: 'one box', rehashed: false, tamper, found: ['files'] } }
}

/** A change to the result, whose digest is made anew in both places. */
function resultRow(name: string, change: Change): Tampering {
  const tamper = (world: World) => {
    const changed = edited(world.published, 'results/1/result.json', (text) => change(text, world))
    const text = changed.files.get('results/1/result.json') ?? ''
    const digest = snapshotDigest(JSON.parse(text))
    const sealed = edited(changed, 'results/1/result.json', (each) =>
      each.replace(/"digest": "[0-9a-f]{64}"\n}\n$/, `"digest": "${digest}"\n}\n`),
    )
    return edited(sealed, 'result.md', (each) => each.replace(/digest: \w+/, `digest: ${digest}`))
  }
  return { ...{ name, base: 'one box', rehashed: false, tamper, found: ['files'] } }
}

const linesOf = (text: string) => text.split('\n')
const dropLine = (at: number) => (text: string) => linesOf(text).toSpliced(at, 1).join('\n')
/** The lines sorted again below the header. */
const insertLine = (text: string, line: string) => {
  const [header = '', ...rows] = linesOf(text.trimEnd())
  return [header, ...[...rows, line].toSorted(), ''].join('\n')
}

function ballotRow({ facts }: World, salt: string, choices: readonly string[]): string {
  const B = canonicalJson(choices)
  const c = toHex(hash('ballot', facts.round.id, 'all', fromHex(salt), B))
  return `${c};${salt};all;"${B.replaceAll('"', '""')}"`
}

/** `u` of the first who did not vote, whose code the tamperer has from the list of letters. */
function useOfAbstainer(world: World): string {
  const token = world.voters[firstAbstainer(world)]?.letter.token ?? ''
  return toHex(hash('use', world.facts.round.id, token))
}

/** A second snapshot that corrects the first, honestly made. */
async function corrected({ facts }: World): Promise<Published> {
  const [first] = facts.plans
  if (first === undefined) throw new Error('nothing was published')
  const reason = 'The sheet named a cost with a comma.'
  const second = { snapshot: 2, status: 'corrected', supersedes: 1, reason } as const
  return publishForged({ ...facts, plans: [first, second] })
}

function correctionRow(
  name: string,
  tamper: (published: Published, world: World) => Published,
): Tampering {
  return {
    ...{ name, base: 'one box', rehashed: false, found: ['files'] },
    tamper: async (world) => tamper(await corrected(world), world),
  }
}

const SALT = 'ab'.repeat(16)

export const FILE_ROWS: readonly Tampering[] = [
  fileRow('a ballot is removed', 'ballots.csv', dropLine(1)),
  fileRow('a ballot is added', 'ballots.csv', (text, world) =>
    insertLine(text, ballotRow(world, SALT, ['bench'])),
  ),
  fileRow('the choices of a ballot are changed', 'ballots.csv', (text) =>
    text.replace('"[""bench""]"', '"[""park""]"'),
  ),
  fileRow('a ballot is changed together with its commitment', 'ballots.csv', (text, world) =>
    insertLine(dropLine(1)(text), ballotRow(world, SALT, ['bench'])),
  ),
  fileRow('ballots are put into another order', 'ballots.csv', (text) => {
    const [header = '', first = '', second = '', ...rest] = linesOf(text)
    return [header, second, first, ...rest].join('\n')
  }),
  fileRow('the list of ballots is taken away', 'ballots.csv', () => ''),
  fileRow('a receipt is removed', 'receipts.csv', dropLine(1)),
  fileRow('a receipt is added', 'receipts.csv', (text) => insertLine(text, '0123456789ABCDEF;2')),
  fileRow('a receipt is replaced', 'receipts.csv', (text) =>
    insertLine(dropLine(1)(text), '0123456789ABCDEF;2'),
  ),
  fileRow('a receipt is said to be older than it is', 'receipts.csv', (text) =>
    text.replace(';2', ';1'),
  ),
  fileRow('a used key is removed', 'used.txt', dropLine(0)),
  fileRow('a used key is there twice', 'used.txt', (text) => `${linesOf(text)[0]}\n${text}`),
  fileRow('a used key is made up', 'used.txt', (text) => `${dropLine(0)(text)}${'f'.repeat(64)}\n`),
  fileRow(
    'a used key gives way to that of somebody who did not vote',
    'used.txt',
    (text, world) =>
      [...linesOf(dropLine(0)(text)).filter(Boolean), useOfAbstainer(world)].toSorted().join('\n') +
      '\n',
    ['code'],
  ),
  fileRow('a code is taken out of those issued', 'issued.csv', dropLine(1)),
  fileRow('a code is added to those issued', 'issued.csv', (text) =>
    insertLine(text, `${'ab'.repeat(32)};all;live;no`),
  ),
  fileRow('a revoked code is said not to be', 'issued.csv', (text) => text.replace(';yes', ';no')),
  fileRow('a live code is said to be revoked', 'issued.csv', (text) => text.replace(';no', ';yes')),
  fileRow('another key stands for that of the marks', 'mark-key.txt', () => `${'0'.repeat(64)}\n`),
  fileRow('a cost is changed in what was voted on', 'paper.json', (text) =>
    text.replace('"cost":6000000', '"cost":7000000'),
  ),
  fileRow('a number is changed in the report', 'reconciliation.json', (text) =>
    text.replaceAll('"recorded": 53', '"recorded": 54'),
  ),
  fileRow('the result is changed, its digest is not', 'result.json', (text) =>
    text.replace('"blank": 1', '"blank": 2'),
  ),
  resultRow('another proposal wins', (text) => text.replace('"bench",\n', '"pool",\n')),
  resultRow('a proposal gets more votes', (text) =>
    text.replace(/"votes": (\d+)/, (_, votes: string) => `"votes": ${Number(votes) + 1}`),
  ),
  resultRow('more ballots are said to be blank', (text) =>
    text.replace('"blank": 1', '"blank": 2'),
  ),
  resultRow('a proposal is cheaper in the result', (text) =>
    text.replace('"cost": 1000000,\n            "reason"', '"cost": 900000,\n            "reason"'),
  ),
  boardRow('a checkpoint is taken out of the middle', ([a = '', , ...rest]) => [a, '', ...rest]),
  boardRow('two checkpoints change places', ([a = '', b = '', c = '', ...rest]) => [
    a,
    c,
    b,
    ...rest,
  ]),
  boardRow('the board is cut off after the second checkpoint', (board) => board.slice(0, 3)),
  boardRow('the final checkpoint is missing', (board) => board.slice(0, -1)),
  boardRow('a checkpoint counts one ballot more', (board) =>
    board.map((text, n) => (n === 2 ? text.replace('"ballots":50', '"ballots":51') : text)),
  ),
  boardRow('a pause is taken out', (board) =>
    board.map((text) => text.replace(/"events":\[.+?\],"held"/, '"events":[],"held"')),
  ),
  boardRow('the opening record gets another floor', ([a = '', ...rest]) => [
    a.replace('"floor":50', '"floor":60'),
    ...rest,
  ]),
  correctionRow('result.md is rolled back to what was corrected', ({ board, files }, world) => ({
    board,
    files: new Map([...files, ['result.md', world.published.files.get('result.md') ?? '']]),
  })),
  correctionRow('what was corrected is taken away', ({ board, files }) => ({
    board,
    files: new Map([...files].filter(([path]) => !path.startsWith('results/1/'))),
  })),
]
