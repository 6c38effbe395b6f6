/**
 * The ground of a card: the council's colour, its mark, and the place at dusk, without any words.
 *
 * Pure. Invariant: the drawing is the same for every card of a council. Decided in docs/decisions/0017.
 */
import { shadesOf } from './colour.ts'
import { STREET, streetDrawing } from './street.ts'

/** What the networks of this world show whole; in pixels. */
export const CARD = { width: 1200, height: 630 } as const

/** Colours of light on the ground; the same values are in src/styles/tokens.css. */
export const CARD_COLOURS = {
  clay: '#b9533a',
  wood: '#83573a',
  leaf: '#437f63',
  cream: '#fffaf0',
  ink: '#2a3a36',
  gold: '#dca02c',
} as const

/** An SVG as large as the card. */
export function cardDrawing(colour: string): string {
  const { council } = shadesOf(colour).light
  const { width, height } = CARD
  const street = `<g transform="translate(0 ${height - STREET.height})">${streetDrawing()}</g>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<style>${styles()}</style>`,
    `<rect width="${width}" height="${height}" fill="${council}"/>`,
    mark(council),
    street,
    '</svg>',
  ].join('')
}

/** The chest of src/components/Crest.astro, on a sheet of paper. */
function mark(council: string): string {
  const chest = `<path fill="${council}" d="M4 23C4 11 10 6 24 6s20 5 20 17zM4 26h40v16H4z"/>`
  const locks = '<path class="d-gold" d="M9 22h7v10H9zM20.5 22h7v10h-7zM32 22h7v10h-7z"/>'
  const sheet = '<rect class="d-cream" x="-6" y="-6" width="60" height="60" rx="6"/>'
  return `<g transform="translate(88 76) scale(1.34)">${sheet}${chest}${locks}</g>`
}

function styles(): string {
  const fills = Object.entries(CARD_COLOURS).map(([name, value]) => `.d-${name}{fill:${value}}`)
  const { wood, ink } = CARD_COLOURS
  return [
    ...fills,
    `.l{fill:none;stroke-width:5;stroke-linecap:round}.wood{stroke:${wood}}`,
    `.d-veil{fill:#fff;opacity:.13}.d-street{fill:${ink};opacity:.55}.d-window{fill:#fbe3a4}`,
  ].join('')
}
