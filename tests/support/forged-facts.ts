/**
 * All that is secret or public of an election that was held, as somebody has it who robbed the store.
 *
 * Talks to the store. Invariant: nothing is made up; board and files can be written again from it.
 */
import * as v from 'valibot'
import { parseBallotBytes, type Ballot } from '../../src/domain/ballot.ts'
import type { BoxEvent } from '../../src/domain/box-event.ts'
import { parseRecord } from '../../src/domain/ballot-record.ts'
import { ballotBytes } from '../../src/domain/ballot.ts'
import { parseCheckpoint, placeOf, type CheckpointKind } from '../../src/domain/checkpoint.ts'
import type { LogHead } from '../../src/domain/desk-log.ts'
import { toHex } from '../../src/domain/encoding.ts'
import { hash } from '../../src/domain/hash.ts'
import type { Pool } from '../../src/domain/id.ts'
import type { LedgerMark } from '../../src/domain/ledger.ts'
import { parseOpeningRecord, type OpeningRecord } from '../../src/domain/opening-record.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import { poolsOf, type Round } from '../../src/domain/round.ts'
import { SnapshotSchema } from '../../src/domain/snapshot.ts'
import { sealContext } from '../../src/domain/ballot-record.ts'
import type { Plan } from '../../src/service/publish-result.ts'
import type { Published } from './held-election.ts'
import type { TestPorts } from './ports.ts'
import { aRound } from './builders.ts'

/** A ballot with everything that was kept secret about it. */
export type Secret = {
  readonly pool: Pool
  readonly receipt: string
  readonly q: Uint8Array
  readonly salt: Uint8Array
  readonly ballot: Ballot
  /** The first checkpoint that holds it. */
  readonly first: number
}

export type Step = {
  readonly kind: CheckpointKind
  readonly events: readonly BoxEvent[]
  readonly revoked: number
  readonly reissued: number
  /** Heads of the desk's logs. */
  readonly log?: LogHead | undefined
  readonly councilLog?: LogHead | undefined
}

/** All that board and files are made from. */
export type Facts = {
  readonly ports: TestPorts
  readonly round: Round
  readonly proposals: readonly Proposal[]
  readonly opening: OpeningRecord
  /** Texts of the board that the forger leaves as they are: these from 0.json on. */
  readonly kept: readonly string[]
  readonly steps: readonly Step[]
  readonly secrets: readonly Secret[]
  readonly marks: readonly LedgerMark[]
  readonly markKey: Uint8Array
  readonly plans: readonly Plan[]
  readonly asOf: string
}

/** Everything about an election that was held. */
export async function factsOf(ports: TestPorts, published: Published): Promise<Facts> {
  const content = await ports.content.round(aRound().id)
  if (content === undefined) throw new Error('the round is gone')
  const { round, proposals } = content
  const [opening = '', ...checkpoints] = published.board
  const plans = [...published.files].flatMap(([path, text]) =>
    /results\/\d+\/result\.json/.test(path)
      ? [v.parse(v.pipe(v.string(), v.parseJson(), SnapshotSchema), text)]
      : [],
  )
  return {
    ...{ ports, round, proposals, kept: [], opening: parseOpeningRecord(opening) },
    steps: checkpoints.map(parseCheckpoint),
    secrets: await secretsOf(ports, round),
    marks: await ports.archive.ledger(round.id),
    markKey: ports.keys.markKey(round.id),
    plans: plans.map(({ snapshot, status, supersedes, reason }) => ({
      ...{ snapshot, status, supersedes, ...(reason === undefined ? {} : { reason }) },
    })),
    asOf: plans[0]?.asOf ?? '',
  }
}

async function secretsOf({ box, chain, keys }: TestPorts, round: Round): Promise<Secret[]> {
  const { firstSeen } = await chain.survey(round.id, poolsOf(round))
  const boxes = poolsOf(round).map(async (pool) => {
    const ballots = await box.ballots(round.id, pool)
    return ballots.map(({ receipt, record }): Secret => {
      const { sealed } = parseRecord(record)
      const plain = keys.unseal(round.id, sealed, sealContext(round.id, pool, receipt))
      const length = new DataView(plain.buffer, plain.byteOffset + 32).getUint32(0)
      return {
        ...{ pool, receipt, salt: plain.slice(0, 16), q: plain.slice(16, 32) },
        ballot: parseBallotBytes(plain.slice(36, 36 + length)),
        first: firstSeen.get(placeOf(pool, receipt)) ?? 0,
      }
    })
  })
  return (await Promise.all(boxes)).flat()
}

/** `c` and the leaf of a ballot. */
export function commitmentsOf(
  { round }: Pick<Facts, 'round'>,
  { pool, salt, q, receipt, ballot }: Secret,
) {
  const bytes = ballotBytes(ballot.choices, round.ballot ?? { type: 'approval' })
  const commitment = hash('ballot', round.id, pool, salt, bytes)
  return { commitment, leaf: hash('pair', round.id, q, receipt, commitment) }
}

/** What observers are shown in confidence. */
export function shownToObservers(facts: Facts): string {
  const rows = facts.secrets.map((secret) =>
    ['', toHex(secret.q), secret.receipt, toHex(commitmentsOf(facts, secret).commitment)].join(';'),
  )
  return ['hall;q;R;c', ...rows, ''].join('\n')
}
