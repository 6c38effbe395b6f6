/**
 * The council's colour: every shade that the site needs of it, computed so that text can be read on it.
 *
 * Pure. Invariant: each pair that carries text has the contrast of WCAG 2.2 AA (4.5), links and
 * buttons in the dark 7. Source: Ottosson's OKLab for even lightness. Decided in docs/decisions/0004.
 */

/** Red, green and blue in linear light, 0 to 1. */
type Light = readonly [number, number, number]

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
  light: { paper: '#faf7f0', card: '#fffdf9', soft: '#f1ebde' },
  dark: { paper: '#141b19', card: '#1c2523', soft: '#25302d' },
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

/** The stylesheet that gives a council its colour, for light and dark. */
export function councilStyles(colour: string): string {
  const { light, dark } = shadesOf(colour)
  return `:root{${properties(light)}}\n@media (prefers-color-scheme:dark){:root{${properties(dark)}}}\n`
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

/** WCAG 2.2 contrast of two colours written as #rrggbb: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (bright + 0.05) / (dark + 0.05)
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

function luminance(colour: string): number {
  const [red, green, blue] = readHex(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function readHex(colour: string): Light {
  const part = (at: number) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function shadeOf(colour: string): Shade {
  const [red, green, blue] = readHex(colour)
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
