import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../src/client/list-entries.ts'
import { chosenOf, fold } from '../../src/client/list-filter.ts'
import { PLAIN, type ListState } from '../../src/client/list-state.ts'
import type { ListFile } from '../../src/domain/list-file.ts'

const FILE: ListFile = {
  themes: [
    { id: 'green', name: 'Grønne steder', picture: 'garden' },
    { id: 'play', name: 'Leg', picture: 'play' },
  ],
  areas: [{ id: 'north', name: 'Nørrebro' }],
  proposals: [
    ['apple', 'Æbletræer', 'Tolv træer ved banen.', 500_000, 0, 0, 'da', 1, -1],
    ['bench', 'Bænke', 'Et sted at sidde.', 1_000_000, 0, -1, 'da', 0, 1],
    ['street', 'Straßenfest', 'Mit Musik.', 250_000, 1, -1, 'de', 0, 0],
    ['zoo', 'Zoo 10', 'Geder.', 1_000_000, -1, -1, 'da', 0, -1],
    ['zoo-2', 'Zoo 9', 'Flere geder.', 1_000_000, -1, -1, 'da', 0, -1],
  ],
}
const entries = entriesOf(FILE)

function found(state: Partial<ListState>, fits = (cost: number) => cost > 0): string[] {
  const facts = {
    ...{ builtSeed: 'spring', language: 'da' },
    fits: ({ cost }: { cost: number }) => fits(cost),
  }
  return chosenOf(entries, { ...PLAIN, ...state }, facts).map(({ id }) => id)
}

describe('fold', () => {
  test.each([
    ['Øster Ålekiste', 'oster alekiste'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Æble', 'aeble'],
    ['cafe\u0301', 'cafe'],
    ['Ünïcode', 'unicode'],
  ])('%s becomes %s', (text, folded) => expect(fold(text)).toBe(folded))
})

describe('entriesOf', () => {
  test('names theme, area, picture and outcome', () => {
    expect(entries[0]).toMatchObject({
      theme: FILE.themes[0],
      area: FILE.areas[0],
      ...{ turned: true, outcome: undefined, cost: 500_000, language: 'da' },
    })
    expect(entries.map(({ outcome }) => outcome)).toEqual([
      undefined,
      true,
      false,
      undefined,
      undefined,
    ])
  })
})

describe('chosenOf', () => {
  test.each<[Partial<ListState>, string[]]>([
    [{ text: 'aebletraeer' }, ['apple']],
    [{ text: 'strasse' }, ['street']],
    [{ text: 'BAENKE sidde' }, ['bench']],
    [{ text: 'sidde nowhere' }, []],
    [{ text: 'norrebro' }, ['apple']],
    [{ text: 'gronne' }, ['apple', 'bench']],
    [{ theme: 'play' }, ['street']],
    [{ area: 'north' }, ['apple']],
    [{ theme: 'play', area: 'north' }, []],
    [{ cost: '2500-5000' }, ['apple', 'street']],
    [{ cost: '-2500' }, ['street']],
    [{ cost: '10000-' }, ['bench', 'zoo', 'zoo-2']],
    [{ cost: 'nonsense' }, ['apple', 'bench', 'street', 'zoo', 'zoo-2']],
  ])('%j finds %j', (state, ids) => expect(found(state).toSorted()).toEqual(ids))

  test('asks the ballot what still fits', () => {
    expect(found({ cost: 'left' }, (cost) => cost <= 500_000).toSorted()).toEqual([
      'apple',
      'street',
    ])
  })

  test('sorts by cost, and what costs the same by lot', () => {
    expect(found({ order: 'cheap' }).slice(0, 2)).toEqual(['street', 'apple'])
    const lot = found({}).filter((id) => !['apple', 'street'].includes(id))
    expect(found({ order: 'dear' }).slice(0, 3)).toEqual(lot)
  })

  test('sorts by title as the language does, numbers by size', () => {
    expect(found({ order: 'title' })).toEqual(['bench', 'street', 'zoo-2', 'zoo', 'apple'])
  })

  test('gives each seed its order, and the built one without', () => {
    expect(found({ seed: 'spring' })).toEqual(found({}))
    const orders = ['bcd', 'fgh', 'jkm', 'npq'].map((seed) => found({ seed }).join())
    expect(new Set(orders).size).toBeGreaterThan(1)
  })
})
