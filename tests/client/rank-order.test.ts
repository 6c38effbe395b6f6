import { describe, expect, test } from 'vitest'
import {
  isFull,
  nextInFocus,
  orderStatus,
  reorder,
  type RankAction,
} from '../../src/client/rank-order.ts'
import { ballotWords } from '../../src/i18n/ballot-words.ts'
import { ids } from '../support/builders.ts'

const words = ballotWords('en')
const [a, b, c] = ids('a', 'b', 'c') as [Id, Id, Id]
type Id = ReturnType<typeof ids>[number]

const order = [a, b, c]
const facts = (places: number) => ({
  titles: new Map(['a', 'b', 'c', 'd'].map((id) => [id, `The ${id}`])),
  places,
  words,
})

describe('reorder', () => {
  test.each<[RankAction, Id, string]>([
    ['add', a, 'abc'],
    ['earlier', b, 'bac'],
    ['earlier', a, 'abc'],
    ['later', b, 'acb'],
    ['later', c, 'abc'],
    ['out', b, 'ac'],
  ])('%s of %s leaves %s', (action, id, after) => {
    expect(reorder(order, id, action).join('')).toBe(after)
  })

  test('adds at the end, and moves nothing that is not in the order', () => {
    expect(reorder([a], b, 'add')).toEqual([a, b])
    for (const action of ['earlier', 'later', 'out'] as const)
      expect(reorder([a], b, action)).toEqual([a])
  })
})

describe('isFull', () => {
  test('is so only where a proposal is left that finds no place', () => {
    expect(isFull(order, facts(3))).toBe(true)
    expect(isFull(order, facts(4))).toBe(false)
    expect(isFull(ids('a', 'b', 'c', 'd'), facts(4))).toBe(false)
  })
})

describe('orderStatus', () => {
  const asked = (action: RankAction) => ({ id: b, action, card: true })

  test('says the number, the removal, and once that the order is full', () => {
    expect(orderStatus(order, asked('earlier'), facts(3))).toBe('The b is number 2.')
    expect(orderStatus([a, c], asked('out'), facts(3))).toBe('The b is removed.')
    expect(orderStatus(order, asked('add'), facts(3))).toBe(`The b is number 2. ${words.orderFull}`)
  })
})

describe('nextInFocus', () => {
  const after = (removed: Id) => order.filter((id) => id !== removed)
  const next = (id: Id, action: RankAction, left = after(id)) =>
    nextInFocus({ before: order, after: left }, { id, action, card: false })

  test('stays with what was moved', () => {
    expect(next(b, 'later', [a, c, b])).toBe(b)
  })

  test('goes to the next line where one was removed, at the end to the one before', () => {
    expect(next(a, 'out')).toBe(b)
    expect(next(b, 'out')).toBe(c)
    expect(next(c, 'out')).toBe(b)
    expect(nextInFocus({ before: [a], after: [] }, { id: a, action: 'out', card: false })).toBe(
      undefined,
    )
  })
})
