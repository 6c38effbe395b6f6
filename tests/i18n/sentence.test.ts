import { describe, expect, test } from 'vitest'
import { stop, stopOnce } from '../../src/i18n/sentence.ts'

describe('stop', () => {
  test.each([
    ['Twelve won', 'Twelve won.'],
    ['It costs 500 kr.', 'It costs 500 kr.'],
    ['What would you do with it?', 'What would you do with it?'],
    ['Come and vote!', 'Come and vote!'],
  ])('ends %s once', (text, ended) => expect(stop(text)).toBe(ended))
})

describe('stopOnce', () => {
  test.each([
    ['It costs 3,000 kr..', 'It costs 3,000 kr.'],
    ['It costs 3,000 kr.. Only there: nothing.', 'It costs 3,000 kr. Only there: nothing.'],
    ['It costs €3,000.50.', 'It costs €3,000.50.'],
    ['Who is it?.', 'Who is it?'],
  ])('leaves %s with one', (text, ended) => expect(stopOnce(text)).toBe(ended))
})
