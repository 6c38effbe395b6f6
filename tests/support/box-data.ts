/**
 * Rounds, codes and ballots for tests of a store, made of names that a person can follow.
 *
 * Talks to the ballot box that it fills. Invariant: every test has a round of its own, so that tests
 * share a store and never each other's data. Decided in docs/decisions/0002.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { AreaIdSchema, RoundIdSchema, type Pool, type RoundId } from '../../src/domain/id.ts'
import type { MarkKind } from '../../src/domain/mark.ts'
import { asMoney } from '../../src/domain/money.ts'
import type { StoredSubmission } from '../../src/domain/submission.ts'
import type { BallotBox, BoxMeta, CastRequest, MarkBatch } from '../../src/service/ports.ts'

export const OPENS_AT = Date.UTC(2027, 4, 3)
export const CLOSES_AT = Date.UTC(2027, 4, 17)
export const DURING = Date.UTC(2027, 4, 10)

export const NORTH = v.parse(AreaIdSchema, 'north')
export const SOUTH = v.parse(AreaIdSchema, 'south')

let rounds = 0

/** An id that no other test of this process, or of one that runs beside it, has. */
export function aRoundId(): RoundId {
  rounds += 1
  return v.parse(RoundIdSchema, `round-${process.pid}-${rounds}`)
}

/** 43 letters that look like the real thing and are the same for the same name. */
export function lettersOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url')
}

export function markOf(code: string): string {
  return lettersOf(`mark of ${code}`)
}

export function serialOf(code: string): string {
  return lettersOf(`serial of ${code}`)
}

/** The receipt that a voter's random number leads to. */
export function receiptOf(nonce: string): string {
  return lettersOf(`receipt of ${nonce}`).slice(0, 16).toUpperCase().replace(/[-_]/g, '0')
}

/** The record that aCast makes: longer than 64 bytes, as all records are. */
export function recordOf(nonce: string, choices: string): string {
  return ['leaf', 'commitment', 'sealed'].map((part) => lettersOf(part + nonce + choices)).join('')
}

export function aMeta(changes: Partial<Omit<BoxMeta, 'state'>> = {}): Omit<BoxMeta, 'state'> {
  return {
    opensAt: OPENS_AT,
    closesAt: CLOSES_AT,
    digest: 'd1ce5',
    schema: 1,
    fingerprint: '0123456789abcdef',
    head: '0:a1b2c3d4',
    ...changes,
  }
}

export type CastData = Partial<CastRequest> & {
  readonly round: RoundId
  readonly code?: string
  readonly nonce?: string
  readonly choices?: string
}

/** A ballot for the bench, cast with Ada's code in the middle of voting; say what differs. */
export function aCast({
  code = 'ada',
  nonce = 'nonce-1',
  choices = 'bench',
  ...changes
}: CastData): CastRequest {
  return {
    pool: 'all',
    mark: markOf(code),
    receipt: receiptOf(nonce),
    retry: lettersOf(`retry of ${nonce} ${choices}`),
    use: lettersOf(`use of ${code}`),
    record: recordOf(nonce, choices),
    digest: 'd1ce5',
    schema: 1,
    fingerprint: '0123456789abcdef',
    channel: 'online',
    now: DURING,
    ...changes,
  }
}

export function aBatch(
  round: RoundId,
  codes: readonly string[],
  { pool = 'all', kind = 'live', batch = `${pool}-${kind}` }: Partial<MarkBatch> = {},
): MarkBatch {
  const marks = codes.map((code) => ({ mark: markOf(code), serial: serialOf(code) }))
  return { round, pool, kind, batch, marks }
}

/** Stages and activates codes of one kind. Throws where the box says no. */
export async function issue(
  box: BallotBox,
  round: RoundId,
  group: { readonly codes: readonly string[]; readonly pool?: Pool; readonly kind?: MarkKind },
): Promise<void> {
  const { marks, ...batch } = aBatch(round, group.codes, group)
  const issued =
    (await box.draftMarks({ ...batch, marks })) && (await box.activateBatch(batch, marks.length))
  if (!issued) throw new Error('the box refused the codes of a test')
}

/** A round that votes: two live codes (ada, ben), one in reserve (rex). Say what differs. */
export async function anOpenRound(
  box: BallotBox,
  changes: Partial<Omit<BoxMeta, 'state'>> = {},
): Promise<RoundId> {
  const round = aRoundId()
  await issue(box, round, { codes: ['ada', 'ben'] })
  await issue(box, round, { codes: ['rex'], kind: 'reserve' })
  if (!(await box.open(round, aMeta(changes), 3)))
    throw new Error('the box did not open for a test')
  return round
}

/** A proposal for a bench that waits for the clerk. */
export function aSubmission(
  round: RoundId,
  changes: Partial<StoredSubmission> = {},
): StoredSubmission {
  return {
    id: 'submission-1',
    round,
    receivedAt: DURING,
    state: 'waiting',
    edition: undefined,
    reason: undefined,
    proposal: undefined,
    submission: {
      title: 'En bænk ved søen',
      summary: 'A bench where walkers can rest.\nWith a view.',
      description: '# Why\n\nThere is *no* place to sit — "at all".',
      cost: asMoney(1_250_050),
      area: NORTH,
      proposerKind: 'group',
      proposerName: 'Søvennerne',
      nameConsent: false,
      contactName: 'Ada Holm',
      contact: 'ada@example.org',
      language: 'da',
    },
    ...changes,
  }
}
