/**
 * The council's look: every shade that the site needs of it, computed so that text can be read on it.
 *
 * Pure. Invariant: whatever the colour, each place of src/site/colour-places.ts has the contrast that it needs.
 * Source: Ottosson's OKLab for even lightness. Decided in docs/decisions/0020.
 */
import type { Council } from '../domain/council.ts'
import { contrast, linearLight, type Light } from '../domain/council-colour.ts'

/** Lightness, chroma and hue (radians) of OKLCh. */
type Shade = { readonly lightness: number; readonly chroma: number; readonly hue: number }

export type Shades = {
  readonly council: string
  readonly onCouncil: string
  readonly councilSoft: string
  readonly councilMid: string
}

/** The grounds that the shades stand on; the same values are in src/styles/tokens.css. */
export const GROUNDS = {
  light: { paper: '#faf7f0', card: '#fffdf9', soft: '#f1ebde', nowSoft: '#fbe8db' },
  dark: { paper: '#141b19', card: '#1c2523', soft: '#25302d', nowSoft: '#3d281c' },
} as const

/** The texts that stand on the shades; the same values are in src/styles/tokens.css. */
export const INKS = {
  light: { ink: '#1d2624', onPoster: '#ffffff', posterButton: '#fffdf9' },
  dark: { ink: '#f1ebdf', onPoster: '#f6f0e4', posterButton: undefined },
} as const

/** The shades of a colour for the light and the dark page. */
export function shadesOf(colour: string): { readonly light: Shades; readonly dark: Shades } {
  const base = shadeOf(colour)
  const light = { ...base, lightness: Math.min(base.lightness, 0.5) }
  const lightSoft = print({ ...base, lightness: 0.93, chroma: Math.min(base.chroma, 0.03) })
  const darkSoft = print({ ...base, lightness: 0.32, chroma: Math.min(base.chroma, 0.045) })
  const calm = { ...base, lightness: 0.78, chroma: Math.min(base.chroma, 0.11) }
  return {
    light: {
      council: moveUntil(light, -0.005, 4.8, [GROUNDS.light.soft, lightSoft]),
      onCouncil: '#ffffff',
      councilSoft: lightSoft,
      councilMid: print({
        ...base,
        lightness: Math.min(light.lightness + 0.16, 0.6),
        chroma: Math.min(base.chroma, 0.1),
      }),
    },
    dark: {
      council: moveUntil(calm, 0.005, 5, [GROUNDS.dark.soft, darkSoft]),
      onCouncil: GROUNDS.dark.paper,
      councilSoft: darkSoft,
      councilMid: print({ ...base, lightness: 0.62, chroma: Math.min(base.chroma, 0.1) }),
    },
  }
}

/** The stylesheet that gives a council its colour, for light and dark, and its letters. */
export function councilStyles({ colour, type }: Pick<Council, 'colour' | 'type'>): string {
  const { light, dark } = shadesOf(colour)
  return `:root{${properties(light)}${LETTERS[type]}}\n@media (prefers-color-scheme:dark){:root{${properties(dark)}}}\n`
}

/** By the stacks of src/styles/tokens.css, whose headings are in a book's letters unless said. */
const LETTERS: Readonly<Record<Council['type'], string>> = {
  serif: '',
  sans: ';--council-heading:var(--sans)',
  humanist: ';--council-heading:var(--humanist);--council-body:var(--humanist)',
}

/** The site's mark in the council's colour, as SVG: the same chest as in src/components/Crest.astro. */
export function councilMark(colour: string): string {
  const chest = `<path fill='${colour}' d='M4 23C4 11 10 6 24 6s20 5 20 17zM4 26h40v16H4z'/>`
  const locks = "<path fill='#edc162' d='M9 22h7v10H9zM20.5 22h7v10h-7zM32 22h7v10h-7z'/>"
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48'>${chest}${locks}</svg>`
}

/** The mark as an address that needs no request of its own. */
export function councilIcon(colour: string): string {
  return `data:image/svg+xml,${councilMark(colour).replaceAll('#', '%23')}`
}

function properties({ council, onCouncil, councilSoft, councilMid }: Shades): string {
  return `--council:${council};--on-council:${onCouncil};--council-soft:${councilSoft};--council-mid:${councilMid}`
}

/** Makes a shade darker or brighter in small steps until it can be read on every ground. */
function moveUntil(shade: Shade, step: number, least: number, grounds: readonly string[]): string {
  let moved = shade
  const readable = () => grounds.every((ground) => contrast(print(moved), ground) >= least)
  while (!readable() && moved.lightness > 0.05 && moved.lightness < 0.99)
    moved = { ...moved, lightness: moved.lightness + step }
  return print(moved)
}

function shadeOf(colour: string): Shade {
  const [red, green, blue] = linearLight(colour)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  }
}

/** As #rrggbb; chroma that a screen cannot show is taken back first. */
function print(shade: Shade): string {
  let { chroma } = shade
  while (chroma > 0 && lightOf({ ...shade, chroma }).some((part) => part < -0.001 || part > 1.001))
    chroma -= 0.004
  return (
    '#' +
    lightOf({ ...shade, chroma: Math.max(chroma, 0) })
      .map(hexOf)
      .join('')
  )
}

function lightOf({ lightness, chroma, hue }: Shade): Light {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function hexOf(part: number): string {
  const held = Math.min(1, Math.max(0, part))
  const value = held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')
}
