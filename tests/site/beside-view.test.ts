import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/domain/council.ts'
import { SideBySideSchema } from '../../src/domain/other-rule.ts'
import { besideView } from '../../src/site/beside-view.ts'
import { resultContext } from '../../src/site/result-context.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

const proposals = ['bench', 'fence'].map((id) => aProposal(id, { language: 'da' }))

function view(fields: Readonly<Record<string, unknown>>, language: (typeof LANGUAGES)[number]) {
  const sideBySide = v.parse(SideBySideSchema, {
    ...{ rule: { method: 'equalshares', completion: 'add1u' }, selected: ['fence'], cost: 90_000 },
    ...{ onlyHere: ['bench'], onlyThere: ['fence'] },
    ...{ served: { here: 8, there: 15 }, prefer: { here: 3, there: 9 } },
    ...fields,
  })
  const page = aRoundPage(aRound(), proposals, { sideBySide })
  const [pool] = page.result?.pools ?? []
  return pool && besideView(resultContext(page, pool, aReader(language)))
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('besideView', () => {
  test('says what would have been, for how many, and lists the difference', () => {
    const beside = view({}, 'en')
    expect(beside?.sentences.map(plain)).toEqual([
      'Counted by “equal shares”, the same ballots would fund other proposals, for 900 kr. together.',
      '8 of 20 ballots name at least one funded proposal; it would be 15.',
      'Who gets more of what they chose? 3 this way, 9 the other way; for the rest it is the same.',
    ])
    expect(beside?.columns).toEqual([
      {
        title: 'Funded this way only',
        proposals: [{ id: 'bench', title: 'The bench', lang: 'da' }],
      },
      {
        title: 'Only by “equal shares”',
        proposals: [{ id: 'fence', title: 'The fence', lang: 'da' }],
      },
    ])
  })

  test('is one sentence where both rules fund the same', () => {
    const same = view({ onlyHere: [], onlyThere: [] }, 'en')
    expect(same?.sentences).toEqual([
      'Counted by “equal shares”, the same ballots fund the same proposals.',
    ])
    expect(same?.columns).toBeUndefined()
  })

  test.each(LANGUAGES)('has whole sentences in %s', (language) => {
    for (const sentence of view({}, language)?.sentences ?? [''])
      expect(sentence).toMatch(/^[\p{Lu}\d][^]*[^.][.]$/u)
  })

  test('shows nothing where nothing was published', () => {
    const page = aRoundPage(aRound(), proposals, {})
    const [pool] = page.result?.pools ?? []
    expect(pool && besideView(resultContext(page, pool, aReader()))).toBeUndefined()
  })
})
