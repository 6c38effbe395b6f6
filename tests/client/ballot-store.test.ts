import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  $cast,
  $choices,
  $fields,
  choicesIn,
  forgetState,
  keepState,
  takeUp,
} from '../../src/client/ballot-store.ts'
import { fieldsOfChoices } from '../../src/domain/ballot-fields.ts'
import { ids } from '../support/builders.ts'

/** Node has no storage of a tab. */
beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})

function choose(...names: readonly string[]): void {
  $fields.set(fieldsOfChoices(ids(...names), 'approval'))
  $choices.set(ids(...names))
}

describe('keepState', () => {
  test('keeps the ballots of two boxes apart', () => {
    keepState('spring:north')
    choose('a')
    keepState('spring:south')
    expect($choices.get()).toEqual([])
    choose('b', 'c')
    keepState('spring:north')
    expect($choices.get()).toEqual(['a'])
    expect(choicesIn('spring:south')).toEqual(['b', 'c'])
    expect(choicesIn('spring:nowhere')).toEqual([])
  })

  test('takes up a ballot that waits to be sent again, with its number', () => {
    keepState('spring:all')
    choose('a')
    $cast.set({ step: 'unconfirmed', nonce: 'n' })
    keepState('other:all')
    expect($cast.get()).toEqual({ step: 'choosing' })
    keepState('spring:all')
    expect($cast.get()).toEqual({ step: 'unconfirmed', nonce: 'n' })
  })
})

describe('takeUp', () => {
  test('has what another page of this tab chose, and loses none of it', () => {
    keepState('spring:all')
    choose('a')
    const elsewhere = { choices: ['a', 'b'], fields: fieldsOfChoices(ids('a', 'b'), 'approval') }
    sessionStorage.setItem('ballot:spring:all', JSON.stringify(elsewhere))
    takeUp('spring:all')
    expect($choices.get()).toEqual(['a', 'b'])
    expect($fields.get()).toEqual(elsewhere.fields)
    expect(choicesIn('spring:all')).toEqual(['a', 'b'])
  })

  test('has nothing where another page forgot the ballot', () => {
    keepState('spring:all')
    choose('a')
    forgetState('spring:all')
    takeUp('spring:all')
    expect($choices.get()).toEqual([])
  })
})
