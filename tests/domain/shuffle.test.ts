import { describe, expect, test } from 'vitest'
import { shuffled } from '../../src/domain/shuffle.ts'

const items = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `p-${at}` }))
const order = (list: readonly { readonly id: string }[], seed: string) =>
  shuffled(list, seed).map(({ id }) => id)

describe('shuffled', () => {
  test('gives one order for a seed, whatever order came in', () => {
    expect(order(items(50).toReversed(), 'abcd')).toEqual(order(items(50), 'abcd'))
    expect(order(items(50), 'abcd')).not.toEqual(order(items(50), 'abce'))
  })

  test('keeps everything, and moves nothing when others are left out', () => {
    const all = order(items(200), 'x')
    expect(all.toSorted()).toEqual(
      items(200)
        .map(({ id }) => id)
        .toSorted(),
    )
    const half = items(200).filter((_, at) => at % 2 === 0)
    const kept = new Set(half.map(({ id }) => id))
    expect(order(half, 'x')).toEqual(all.filter((id) => kept.has(id)))
  })

  test('puts each of ten first about equally often, whatever its name', () => {
    const [rounds, names] = [
      10_000,
      ['a', 'b', 'aa', 'zebra', '2', 'p-1', 'p-2', 'p-10', 'tree', 'trees'],
    ]
    const first = new Map<string, number>()
    for (let seed = 0; seed < rounds; seed++) {
      const [id = ''] = order(
        names.map((name) => ({ id: name })),
        `s${seed}`,
      )
      first.set(id, (first.get(id) ?? 0) + 1)
    }
    // Pearson's chi-square; 27.9 is passed once in a thousand for nine degrees of freedom.
    const even = rounds / names.length
    const square = names.reduce((sum, id) => sum + ((first.get(id) ?? 0) - even) ** 2 / even, 0)
    expect(square).toBeLessThan(27.9)
  })
})
