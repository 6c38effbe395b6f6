/**
 * Cards: what the picture of a link says, for the front page, each round and each result.
 *
 * Pure. Invariant: says only what its page says; a round without a result has no picture of one.
 * Decided in docs/decisions/0017.
 */
import { totalBudget } from '../domain/round.ts'
import { homePicture, roundAddresses } from './addresses.ts'
import type { RoundPage, Site } from './load.ts'
import type { Reader } from './reader.ts'
import { fundedCosts, fundedInWords, headlineOf } from './result-headline.ts'

export type SocialCard = {
  /** Where the picture is. */
  readonly image: string
  /** Who speaks: the council; of a result its round. */
  readonly brand: string
  readonly title: string
  /** The line under the title. */
  readonly note: string
}

/** Every picture of one language. */
export function socialCards(site: Site, reader: Reader): readonly SocialCard[] {
  const rounds = site.rounds.flatMap((page) => [
    roundCard(page, reader),
    ...(page.result ? [resultCard(page, reader)] : []),
  ])
  return [homeCard(site, reader), ...rounds]
}

/** The card of the front page, and of every page that has none of its own. */
export function homeCard({ rounds }: Site, reader: Reader): SocialCard {
  const { council, words } = reader
  const [newest] = rounds
  const headline = (newest && headlineOf(newest, reader)) ?? words.home.headline
  return {
    image: homePicture(reader.language),
    brand: council.name,
    title: newest ? headline : council.name,
    note: newest ? moneyText(newest, reader) : council.kind,
  }
}

export function roundCard(page: RoundPage, reader: Reader): SocialCard {
  return {
    image: roundAddresses(reader.language, page.round.id).picture,
    brand: reader.council.name,
    title: page.round.title,
    note: moneyText(page, reader),
  }
}

/** The card of a result; before there is one, that of the round. */
export function resultCard(page: RoundPage, reader: Reader): SocialCard {
  const headline = headlineOf(page, reader)
  if (headline === undefined) return roundCard(page, reader)
  return {
    image: roundAddresses(reader.language, page.round.id).resultPicture,
    brand: page.round.title,
    title: headline,
    note: spentText(page, reader) ?? moneyText(page, reader),
  }
}

/** What the picture says, for those who do not see it. */
export function cardText({ brand, title, note }: SocialCard): string {
  return [brand, title, note].map((part) => part.replace(/\.$/, '')).join('. ')
}

/** A list of favourites gives no money out; its headline is all that is said of it. */
function spentText(page: RoundPage, reader: Reader): string | undefined {
  if (page.result === undefined || fundedInWords(page, reader) === headlineOf(page, reader))
    return undefined
  const { words, format } = reader
  const spent = fundedCosts(page.result.pools).reduce((sum, cost) => sum + cost, 0)
  return words.result.lede(format.money(spent), format.money(totalBudget(page.round)))
}

function moneyText({ round }: RoundPage, { words, format }: Reader): string {
  return `${format.money(totalBudget(round))} ${words.round.toShare}`
}
