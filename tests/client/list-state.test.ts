import { describe, expect, test } from 'vitest'
import {
  isFiltered,
  PLAIN,
  printState,
  readState,
  type ListState,
} from '../../src/client/list-state.ts'
import { seedOf } from '../../src/domain/shuffle.ts'

describe('the state in the address', () => {
  test.each<[Partial<ListState>, string]>([
    [{}, ''],
    [{ seed: 'bcd2' }, '?order=bcd2'],
    [{ order: 'cheap' }, '?order=cheap'],
    [{ text: 'ø & æ', theme: 'green' }, '?q=%C3%B8+%26+%C3%A6&theme=green'],
    [{ area: 'north', cost: '0-5000', view: 'lines' }, '?area=north&cost=0-5000&view=lines'],
  ])('%j is %s, and is read back', (part, address) => {
    const state = { ...PLAIN, ...part }
    expect(printState(state)).toBe(address)
    expect(readState(address)).toEqual(state)
  })

  test('leaves a seed out where the order is not by lot', () => {
    expect(printState({ ...PLAIN, order: 'dear', seed: 'bcd2' })).toBe('?order=dear')
  })

  test.each(['?order=<b>', '?order=ABCD', '?view=none', '?order=', '?unknown=1'])(
    'reads nothing from %s',
    (address) => expect(readState(address)).toEqual(PLAIN),
  )

  test('cuts a text that no one typed', () => {
    expect(readState(`?q=${'x'.repeat(5000)}`).text).toHaveLength(200)
  })
})

describe('isFiltered', () => {
  test('is true only where something is left out', () => {
    expect(isFiltered({ ...PLAIN, text: ' ', order: 'dear', view: 'lines', seed: 'bcd' })).toBe(
      false,
    )
    for (const part of [{ text: 'a' }, { theme: 'a' }, { area: 'a' }, { cost: '1-2' }])
      expect(isFiltered({ ...PLAIN, ...part })).toBe(true)
  })
})

describe('seedOf', () => {
  test('makes a seed that is read back as one, never a word of the address', () => {
    for (let byte = 0; byte < 256; byte++) {
      const seed = seedOf(new Uint8Array(4).fill(byte))
      expect(readState(`?order=${seed}`)).toEqual({ ...PLAIN, seed })
    }
  })
})
