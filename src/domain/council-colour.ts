/**
 * The council's colour: which colours carry white text, and what to write instead of one that does not.
 *
 * Pure. Invariant: white text on every colour that passes has the contrast of WCAG 2.2 AA.
 * Source: WCAG 2.2, relative luminance. Decided in docs/decisions/0020.
 */
import * as v from 'valibot'

/** The least contrast of text, by WCAG 2.2 AA. */
export const TEXT_CONTRAST = 4.5

const WHITE = '#ffffff'

/** Red, green and blue in linear light, 0 to 1. */
export type Light = readonly [number, number, number]

export const ColourSchema = v.pipe(
  v.string('write a colour as #rrggbb'),
  v.regex(/^#[0-9a-f]{6}$/i, 'write a colour as #rrggbb'),
  v.check(
    (colour) => contrast(WHITE, colour) >= TEXT_CONTRAST,
    ({ input }) =>
      `white text on it has a contrast of ${roundDown(contrast(WHITE, input))} and needs ${TEXT_CONTRAST}; write a darker colour, such as ${darkerColour(input)}`,
  ),
)

/** WCAG 2.2 contrast of two colours written as #rrggbb: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (bright + 0.05) / (dark + 0.05)
}

/** The light of a colour written as #rrggbb. */
export function linearLight(colour: string): Light {
  const [red, green, blue] = screenOf(colour).map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return [red ?? 0, green ?? 0, blue ?? 0]
}

/** The nearest darker colour of the same hue that carries white text. */
export function darkerColour(colour: string): string {
  for (let part = 100; part > 0; part -= 1) {
    const darker = printColour(screenOf(colour).map((value) => (value * part) / 100))
    if (contrast(WHITE, darker) >= TEXT_CONTRAST) return darker
  }
  return '#000000'
}

function luminance(colour: string): number {
  const [red, green, blue] = linearLight(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function screenOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
}

function printColour(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.floor(part).toString(16).padStart(2, '0')).join('')}`
}

/** Never up: a contrast that is just too little must not look like enough. */
function roundDown(value: number): number {
  return Math.floor(value * 10) / 10
}
