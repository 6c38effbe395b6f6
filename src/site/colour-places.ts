/**
 * The places in which the council's colour is used, each with the contrast that it needs there.
 *
 * Pure. Invariant: a shade that a style uses on a ground has its line here. Source: WCAG 2.2, 1.4.3 for text and
 * 1.4.11 for what is drawn. Decided in docs/decisions/0020.
 */
import { contrast, darkerColour, TEXT_CONTRAST } from '../domain/council-colour.ts'
import { GROUNDS, INKS, shadesOf, type Shades } from './colour.ts'

/** The least contrast of a bar or a frame against what is beside it. */
const DRAWN_CONTRAST = 3

export type Place = {
  /** In the words of a sentence: `links on the paper`. */
  readonly name: string
  readonly scheme: 'light' | 'dark'
  readonly front: string
  readonly ground: string
  readonly least: number
}

/** Every place in which the shades of a colour are used. */
export function placesOf(colour: string): readonly Place[] {
  const shades = shadesOf(colour)
  return (['light', 'dark'] as const).flatMap((scheme) =>
    inScheme(shades[scheme], scheme).map((place) => ({ ...place, scheme })),
  )
}

/** The places in which a colour could not be read or seen, in sentences for the author of council.md. */
export function colourFaults(colour: string): readonly string[] {
  return faultsOf(placesOf(colour), colour)
}

/** The same, of places that were found already. */
export function faultsOf(places: readonly Place[], colour: string): readonly string[] {
  return places
    .filter(({ front, ground, least }) => contrast(front, ground) < least)
    .map(({ name, scheme, front, ground, least }) => {
      const found = Math.floor(contrast(front, ground) * 10) / 10
      const when = scheme === 'dark' ? ' in the dark' : ''
      return `${name}${when} would have a contrast of ${found} and need ${least}; write another colour, such as ${darkerColour(colour)}`
    })
}

type Spot = Omit<Place, 'scheme'>

function inScheme(shades: Shades, scheme: 'light' | 'dark'): readonly Spot[] {
  const { council, onCouncil, councilSoft, councilMid } = shades
  const { paper, card, soft, nowSoft } = GROUNDS[scheme]
  const { ink, onPoster, posterButton = council } = INKS[scheme]
  const poster = scheme === 'light' ? council : councilSoft
  const onButton = scheme === 'light' ? council : onCouncil
  const text = (name: string, front: string, ground: string): Spot => ({
    ...{ name, front, ground, least: TEXT_CONTRAST },
  })
  const drawn = (name: string, front: string, ground: string): Spot => ({
    ...{ name, front, ground, least: DRAWN_CONTRAST },
  })
  return [
    text('links on the paper', council, paper),
    text('links on a card', council, card),
    text('links in the footer', council, soft),
    text('links in a notice', council, nowSoft),
    text('links in what is chosen', council, councilSoft),
    text('the words of a button', onCouncil, council),
    text('the words of what is chosen', ink, councilSoft),
    text('the words on the front page', onPoster, poster),
    text('the words of the button on the front page', onButton, posterButton),
    drawn('the bars of a result on the paper', councilMid, paper),
    drawn('the bars of a result on a card', councilMid, card),
    drawn('the bars of a result in their frame', councilMid, soft),
  ]
}
