import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, councilStyles, GROUNDS, shadesOf } from '../../src/site/colour.ts'

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)

describe('shadesOf', () => {
  test('gives every council a colour that can be read on all grounds, light and dark', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        const shades = shadesOf(colour)
        for (const scheme of ['light', 'dark'] as const) {
          const { council, onCouncil, councilSoft } = shades[scheme]
          for (const ground of [...Object.values(GROUNDS[scheme]), councilSoft])
            expect(contrast(council, ground)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(onCouncil, council)).toBeGreaterThanOrEqual(4.5)
        }
      }),
    )
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
  test('stands on the grounds that the stylesheet has', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8')
    for (const ground of [...Object.values(GROUNDS.light), ...Object.values(GROUNDS.dark)])
      expect(tokens).toContain(ground)
    expect(councilStyles('#134b70')).toContain('@media (prefers-color-scheme:dark)')
  })
})
