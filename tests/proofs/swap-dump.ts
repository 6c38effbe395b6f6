/**
 * Everything that a round leaves behind, sorted, with names for the values that an exchange must change.
 *
 * Talks to the ports of a twin. Invariant: a value is given a name only where the protocol makes it of the
 * ballot of one of the two who exchange, or of a list of all ballots; everything else stands as it is.
 */
import * as v from 'valibot'
import { poolsOf, type Round } from '../../src/domain/round.ts'
import { H, retryOfBallot } from './faults-protocol.ts'
import { seededBytes } from './silence-keys.ts'
import type { Twin } from './silence-twin.ts'
import { textOf } from '../support/text-of.ts'

/** The numbers of the two, in the order of casting. */
export type Exchanged = { readonly a: number; readonly b: number }

type Name = readonly [value: string, name: string]

/** The dump of a twin: the store, every published line, the log, and what voters were answered. */
export async function dumpOf(
  twin: Twin,
  { round, stored }: { readonly round: Round; readonly stored: readonly string[] },
  {
    ballots,
    exchanged,
  }: { readonly ballots: readonly (readonly string[])[]; readonly exchanged: Exchanged },
): Promise<readonly string[]> {
  const published = twin.commits.flatMap(({ branch, message, files }) => [
    `${branch} | ${message}`,
    ...files.flatMap((file) =>
      textOf(file)
        .split('\n')
        .map((line) => `${file.path} | ${unnumbered(file.path, line)}`),
    ),
  ])
  const said = twin.heard
    .filter(({ where }) => !where.startsWith('commit'))
    .map(({ where, text }) => `${where} | ${text}`)
  const names = [
    ...boardNames(twin, round),
    ...(await ballotNames(twin, round, { ballots, exchanged })),
  ]
  return [...stored, ...published, ...said]
    .map((line) => names.reduce((changed, [value, name]) => changed.replaceAll(value, name), line))
    .toSorted()
}

/** A voter's number in a .pb file is the place of the ballot in the order of commitments. */
function unnumbered(path: string, line: string): string {
  return path.endsWith('.pb') ? line.replace(/^\d+;/, 'N;') : line
}

const RootSchema = v.object({ root: v.string() })
const LinkSchema = v.object({ pairsRoot: RootSchema, ballotsRoot: v.optional(RootSchema) })

function boardNames({ commits }: Twin, round: Round): readonly Name[] {
  return commits
    .filter(({ branch }) => branch === 'board')
    .flatMap(({ files }) => files)
    .slice(1)
    .flatMap((file, at): Name[] => {
      const text = textOf(file)
      const { pairsRoot, ballotsRoot } = v.parse(LinkSchema, JSON.parse(text))
      const hash = H('checkpoint', round.id, text).toString('hex')
      return [
        [pairsRoot.root, `PAIRS ${at + 1}`],
        ...(ballotsRoot ? [[ballotsRoot.root, 'BALLOTS'] as const] : []),
        [hash, `LINK ${at + 1}`],
        [`${at + 1}:${hash.slice(0, 8)}`, `HEAD ${at + 1}`],
      ]
    })
}

/** Of each of the two: what makes a retry known, the record, and the commitment. */
async function ballotNames(
  { ports, heard }: Twin,
  round: Round,
  {
    ballots,
    exchanged,
  }: { readonly ballots: readonly (readonly string[])[]; readonly exchanged: Exchanged },
): Promise<readonly Name[]> {
  const boxes = await Promise.all(poolsOf(round).map((pool) => ports.box.ballots(round.id, pool)))
  const records = new Map(boxes.flat().map(({ receipt, record }) => [receipt, record]))
  const nonces = seededBytes('nonces')
  const drawn = ballots.map(() => nonces(16))
  const answers = heard.filter(({ where }) => where === 'answer of cast-ballot')
  return Object.entries(exchanged).flatMap(([who, at]): Name[] => {
    const receipt = /"receipt":"(\w+)"/.exec(answers[at]?.text ?? '')?.[1] ?? ''
    const record = records.get(receipt)
    if (record === undefined) throw new Error('a ballot is not in the box')
    const retry = retryOfBallot(round.id, drawn[at]!, ballots[at]!).toString('base64url')
    const commitment = Buffer.from(record, 'base64url').subarray(32, 64).toString('hex')
    return [
      [record, `RECORD of ${who}`],
      [retry, `RETRY of ${who}`],
      [commitment, `COMMITMENT of ${who}`],
    ]
  })
}
