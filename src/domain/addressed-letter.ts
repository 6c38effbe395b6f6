/**
 * Addressed letters: which letter goes to whom, and the lists that a print house and the office get.
 *
 * Pure. Invariant: the office's list, by which a lost letter is found, holds no code; a reserve letter is known
 * by its serial alone. Decided in docs/decisions/0024.
 */
import type { Recipient } from './address-list.ts'
import { WHOLE } from './id.ts'
import type { MarkKind } from './mark.ts'
import { printToken, type Token } from './token.ts'
import type { Letter } from './token-batch.ts'

export type LetterBatch = {
  readonly pool: string
  readonly kind: MarkKind
  readonly letters: readonly Letter[]
}

/** A letter with its ballot box, and the lines of its address; none where it is for whoever gets it. */
export type AddressedLetter = Letter & {
  readonly pool: string
  readonly kind: MarkKind
  readonly lines: readonly string[]
}

/** Gives the letters of each box to its recipients, in their order; the reserve comes behind all of them. */
export function addressLetters(
  batches: readonly LetterBatch[],
  recipients: readonly Recipient[],
): readonly AddressedLetter[] {
  const pools = new Set(recipients.map(({ pool }) => pool))
  const waiting = new Map(
    [...pools].map((pool) => [pool, recipients.filter((each) => each.pool === pool).values()]),
  )
  const all = batches.flatMap(({ letters, pool, kind }) =>
    letters.map((letter): AddressedLetter => {
      const recipient = kind === 'live' ? waiting.get(pool)?.next().value : undefined
      return { ...letter, pool, kind, lines: recipient?.lines ?? [] }
    }),
  )
  return [
    ...all.filter(({ kind }) => kind === 'live'),
    ...all.filter(({ kind }) => kind !== 'live'),
  ]
}

/** What the QR code of a letter holds: behind the `#`, so that no server and no log ever sees it. */
export function voteLink(
  siteUrl: string,
  round: string,
  { pool, token }: { readonly pool: string; readonly token: Token },
): string {
  const area = pool === WHOLE ? '' : `${pool}/`
  return `${siteUrl}/rounds/${round}/vote/${area}#${token}`
}

/** Most lines that an address has. */
const LINES = [1, 2, 3, 4, 5] as const

export type ListWords = {
  readonly serial: string
  readonly code: string
  readonly link: string
  readonly area: string
  readonly reserve: string
  readonly line: (n: number) => string
}

/** For a print house: all that stands on a letter. */
export function printHouseRows(
  letters: readonly AddressedLetter[],
  {
    words,
    linkOf,
  }: { readonly words: ListWords; readonly linkOf: (letter: AddressedLetter) => string },
): readonly (readonly string[])[] {
  const { serial, code, link, area, reserve, line } = words
  const head = [serial, code, link, area, reserve, ...LINES.map(line)]
  return [
    head,
    ...letters.map((letter) => [
      ...[letter.serial, printToken(letter.token), linkOf(letter), letter.pool],
      ...[letter.kind === 'reserve' ? reserve : '', ...addressCells(letter)],
    ]),
  ]
}

/** For the office: who has which letter. It stays when the codes are gone. */
export function officeRows(
  letters: readonly AddressedLetter[],
  words: ListWords,
): readonly (readonly string[])[] {
  const head = [words.serial, words.area, words.reserve, ...LINES.map(words.line)]
  return [
    head,
    ...letters.map((letter) => [
      ...[letter.serial, letter.pool, letter.kind === 'reserve' ? words.reserve : ''],
      ...addressCells(letter),
    ]),
  ]
}

function addressCells({ lines }: AddressedLetter): readonly string[] {
  return LINES.map((n) => lines[n - 1] ?? '')
}
