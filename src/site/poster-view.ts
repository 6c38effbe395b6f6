/**
 * Posters: what the sheet of a proposal says, to be printed and hung up before and during the vote.
 *
 * Pure. Invariant: it says only what stays true on paper, so dates are written out and nothing depends on
 * the day; the address has no language in it, so each reader gets their own. Decided in docs/decisions/0021.
 */
import { findPeriod } from '../domain/phase.ts'
import type { Proposal } from '../domain/proposal.ts'
import { absoluteAddress, roundAddresses, withoutLanguage } from './addresses.ts'
import type { RoundPage } from './load.ts'
import { qrCode, type QrCode } from './qr-code.ts'
import type { Reader } from './reader.ts'

export type PosterView = {
  /** From when to when ballots are taken. */
  readonly dates: string
  /** How much there is to say: more words are set smaller, so that the picture keeps its place. */
  readonly size: 'short' | 'middle' | 'long'
  /** Undefined where the site does not know its own address. */
  readonly link: PosterLink | undefined
}

export type PosterLink = {
  readonly code: QrCode
  /** As people type it, in the parts between which a line may end. */
  readonly parts: readonly string[]
}

/** Whether there is a vote to invite to: not without one, not when it is counted, and not for what is not on it. */
export function hasPoster({ periods, result }: RoundPage, { standing }: Proposal): boolean {
  return (
    standing === 'ballot' && result === undefined && findPeriod(periods, 'voting') !== undefined
  )
}

/** The poster of a proposal in the reader's words. Throws where there is no vote. */
export function posterView(
  { round, periods }: RoundPage,
  { id, title, summary }: Pick<Proposal, 'id' | 'title' | 'summary'>,
  { format, language }: Reader,
  base: URL | undefined,
): PosterView {
  const voting = findPeriod(periods, 'voting')
  if (voting === undefined) throw new RangeError(`no vote in the round ${round.id}`)
  const address = withoutLanguage(roundAddresses(language, round.id).proposal(id))
  return {
    dates: format.period(voting.startsAt, voting.endsAt),
    size: sizeFor(title, summary),
    link: base && linkTo(absoluteAddress(address, base)),
  }
}

function sizeFor(title: string, summary: string): PosterView['size'] {
  if (title.length > 50 || summary.length > 160) return 'long'
  return title.length > 28 ? 'middle' : 'short'
}

function linkTo(address: string): PosterLink {
  const typed = address.replace(/^https?:\/\//, '')
  return { code: qrCode(address), parts: typed.split(/(?<=\/)/) }
}
