import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { TYPES } from '../../src/domain/council.ts'
import {
  ColourSchema,
  contrast,
  darkerColour,
  TEXT_CONTRAST,
} from '../../src/domain/council-colour.ts'
import { councilStyles, GROUNDS, INKS, shadesOf } from '../../src/site/colour.ts'
import { colourFaults, faultsOf, placesOf } from '../../src/site/colour-places.ts'

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)

/** Black, grey and white, and the corners of what a screen can show. */
const EDGES = [
  '#000000',
  '#767676',
  '#777777',
  '#ffffff',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#ffff00',
  '#00ffff',
  '#ff00ff',
]

/** The light and the dark half of the tokens. */
function byScheme(tokens: string) {
  const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)')
  return { light, dark }
}

/** `#fff` for `#ffffff`. */
const shortOf = (colour: string) => colour.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3')

describe('shadesOf', () => {
  test('gives every colour that council.md may have enough contrast in each place, light and dark', () => {
    const tried = { accepted: 0 }
    fc.assert(
      fc.property(hex, (colour) => {
        const parsed = v.safeParse(ColourSchema, colour)
        if (parsed.success) tried.accepted += 1
        // Also one that is refused, or else a change of the schema would change what is held here.
        expect(colourFaults(colour)).toEqual([])
        for (const { front, ground, least } of placesOf(colour))
          expect(contrast(front, ground)).toBeGreaterThanOrEqual(least)
      }),
      { numRuns: 2000, examples: EDGES.map((colour) => [colour]) },
    )
    expect(tried.accepted).toBeGreaterThan(200)
  })

  test('has a place for each shade, and each ground that a style puts it on', () => {
    const styles = readdirSync('src/styles').map((name) =>
      readFileSync(`src/styles/${name}`, 'utf8'),
    )
    const shades = new Set(styles.join('').match(/--(?:on-)?council(?:-soft|-mid)?\b(?=\))/g))
    expect([...shades].toSorted()).toEqual(
      ['--council', '--council-mid', '--council-soft', '--on-council'].toSorted(),
    )
    const { light } = shadesOf('#134b70')
    const used = new Set(placesOf('#134b70').flatMap(({ front, ground }) => [front, ground]))
    for (const shade of Object.values(light)) expect(used).toContain(shade)
    for (const ground of Object.values(GROUNDS.light)) expect(used).toContain(ground)
  })

  test('keeps the hue of the colour: blue stays blue', () => {
    const { light } = shadesOf('#134b70')
    const [red, blue] = [light.council.slice(1, 3), light.council.slice(5, 7)]
    expect(parseInt(blue, 16)).toBeGreaterThan(parseInt(red, 16))
  })

  test('counts contrast as WCAG does', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})

describe('councilStyles', () => {
  test('stands on the grounds, and under the inks, that the stylesheet has', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8')
    for (const [scheme, part] of Object.entries(byScheme(tokens))) {
      const { ink, onPoster, posterButton } = INKS[scheme === 'dark' ? 'dark' : 'light']
      const { paper, card, soft, nowSoft } = GROUNDS[scheme === 'dark' ? 'dark' : 'light']
      const wanted = { paper, card, soft, 'now-soft': nowSoft, ink, 'on-poster': onPoster }
      for (const [name, value] of Object.entries(wanted))
        expect(part).toMatch(new RegExp(`--${name}: (?:${value}|${shortOf(value)});`))
      if (posterButton) expect(part).toContain(`--poster-button: ${posterButton};`)
    }
    const styles = councilStyles({ colour: '#134b70', type: 'serif' })
    expect(styles).toContain('@media (prefers-color-scheme:dark)')
    expect(styles).not.toContain('--council-heading')
  })

  test('changes letters by the stacks that the stylesheet has', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8')
    for (const type of TYPES) expect(tokens).toContain(`--${type}:`)
    const letters = (type: (typeof TYPES)[number]) => councilStyles({ colour: '#134b70', type })
    expect(letters('sans')).toContain('--council-heading:var(--sans)')
    expect(letters('humanist')).toContain('--council-body:var(--humanist)')
  })
})

describe('the colour in council.md', () => {
  const said = (colour: string) =>
    v.safeParse(ColourSchema, colour).issues?.[0].message ?? 'nothing'

  test('is refused with its contrast and a colour that would do', () => {
    expect(said('#134b70')).toBe('nothing')
    const message = said('#ffcc00')
    expect(message).toMatch(/contrast of 1\.5 and needs 4\.5; write a darker colour, such as #/)
    const [instead = ''] = /#[0-9a-f]{6}$/.exec(message) ?? []
    expect(said(instead)).toBe('nothing')
    expect(said('teal')).toBe('write a colour as #rrggbb')
  })

  test('is answered with a darker one for every colour that is too bright', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(contrast('#ffffff', darkerColour(colour))).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      }),
    )
  })

  test('would be told of each place where it could not be read', () => {
    const [place] = placesOf('#134b70')
    const [first] = faultsOf(place ? [{ ...place, ground: place.front }] : [], '#134b70')
    expect(first).toMatch(
      /^links on the paper would have a contrast of 1 and need 4\.5; write another colour/,
    )
  })
})
