/**
 * The order of the cards that stand on a page.
 *
 * Talks to the page and the browser's random numbers. Invariant: the cards are the same before and after.
 * Decided in docs/decisions/0035.
 */
import { seedOf, shuffled } from '../domain/shuffle.ts'

const SEED_LENGTH = 4

/** Draws a new seed. */
export function drawSeed(): string {
  return seedOf(crypto.getRandomValues(new Uint8Array(SEED_LENGTH)))
}

/** Puts the cards of a shelf into the order of a seed. */
export function shuffleCards(shelf: Element, seed: string): void {
  const cards = [...shelf.querySelectorAll<HTMLElement>(':scope > li')]
  const ids = cards.map((card) => ({ id: card.dataset['id'] ?? '', card }))
  shelf.replaceChildren(...shuffled(ids, seed).map(({ card }) => card))
}
