/**
 * Readings: an election as the linker gets it, and the truth as the judge knows it.
 *
 * Pure but for keys that it is given. Invariant: people come in the order of their letters and ballots in the
 * order of their receipts, so that neither order knows of the other.
 */
import { parseRecord } from '../../src/domain/ballot-record.ts'
import { namesOfCode, retryOfBallot } from './faults-protocol.ts'
import { fromBase32 } from './linker-base32.ts'
import type { Cast, Election } from './linker-election.ts'
import type { Reading } from './linker.ts'
import type { Name, Party, Sight } from './linker-sights.ts'

/** What lay in the box, by receipt. */
export type Records = ReadonlyMap<string, string>

/** Everybody who voted against every ballot, with these sights. */
export function readingOf(election: Election, records: Records, sights: readonly Sight[]): Reading {
  const { round, casts } = election
  const voted = casts.toSorted((a, b) => a.letter - b.letter)
  const receipts = casts.map(({ receipt }) => receipt).toSorted()
  return {
    round: round.id,
    people: voted.map((cast) => personOf(election, cast)),
    ballots: receipts.map((receipt) => ballotOf(receipt, records.get(receipt) ?? '')),
    sights,
    truth: voted.map(({ receipt }) => receipts.indexOf(receipt)),
  }
}

/** The same, apart for those who voted before the copy in the middle and after it: what two copies tell. */
export function readingsOfHalves(election: Election, records: Records, sights: readonly Sight[]) {
  const { casts, middle } = election
  return [casts.slice(0, middle), casts.slice(middle)]
    .filter((part) => part.length > 0)
    .map((part) => readingOf({ ...election, casts: part }, records, sights))
}

/** Letters against marks: whether the store tells which serial number has which mark. */
export function readingOfLetters(election: Election, sights: readonly Sight[]): Reading {
  const { letters, secret, round } = election
  const marks = letters.map(({ token }) => bytesName('k', namesOfCode(secret, round.id, token).k))
  const sorted = marks.toSorted((a, b) => (a.texts[0]! < b.texts[0]! ? -1 : 1))
  return {
    round: round.id,
    people: letters.map(({ serial }) => [textName('serial', serial)]),
    ballots: sorted.map((mark) => [mark]),
    sights,
    truth: marks.map((mark) => sorted.indexOf(mark)),
  }
}

function personOf(election: Election, cast: Cast): Party {
  const retry = retryOfBallot(election.round.id, cast.nonce, cast.choices)
  return [...holderOf(election, cast.letter), bytesName('retry', retry)]
}

/** What a voter is known by, however they voted. */
export function holderOf(
  { letters, secret, round }: Pick<Election, 'letters' | 'secret' | 'round'>,
  letter: number,
): Party {
  const { token, serial } = letters[letter]!
  const { use, mark, k } = namesOfCode(secret, round.id, token)
  return [
    textName('serial', serial),
    textName('code', token),
    bytesName('use', use),
    bytesName('mark', mark),
    bytesName('k', k),
  ]
}

/** What a ballot in the box is known by. */
export function ballotOf(receipt: string, record: string): Party {
  const { leaf, commitment, sealed } = parseRecord(record)
  return [
    { kind: 'receipt', bytes: fromBase32(receipt), texts: [receipt] },
    { kind: 'record', bytes: Buffer.from(record, 'base64url'), texts: [record] },
    bytesName('leaf', leaf),
    bytesName('commitment', commitment),
    bytesName('sealed', sealed),
  ]
}

function textName(kind: string, text: string): Name {
  return { kind, bytes: Buffer.from(text), texts: [text] }
}

function bytesName(kind: string, value: Uint8Array): Name {
  const bytes = Buffer.from(value)
  return { kind, bytes, texts: [bytes.toString('base64url'), bytes.toString('hex')] }
}
