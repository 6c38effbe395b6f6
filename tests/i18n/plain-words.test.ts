import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../src/domain/council.ts'
import { sentencesOf } from './sentences.ts'

/**
 * Words of one sentence at most. A colon and a semicolon end one too, as in LIX, by which schools and
 * newspapers in Scandinavia and Germany measure how hard a text is.
 */
const MOST_WORDS = 22

/** Words of offices, for which there is always a plain one. In German and Danish also what makes a noun of a verb. */
const OFFICIALESE: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ...['hereby', 'herewith', 'thereof', 'therein', 'pursuant', 'aforementioned', 'aforesaid'],
    ...['notwithstanding', 'in accordance with', 'prior to', 'subsequent to', 'in order to'],
    ...['with regard to', 'regarding', 'in respect of', 'utilise', 'utilize', 'commence'],
    ...['shall', 'endeavour', 'facilitate', 'terminate', 'undertake', 'duly', 'e.g.', 'i.e.'],
  ],
  da: [
    ...['såfremt', 'vedrørende', 'angående', 'i henhold til', 'nærværende', 'ovennævnte'],
    ...['foretage', 'foretages', 'fremsende', 'fremsendes', 'jf.', 'desuagtet', 'pågældende'],
    ...['med henblik på', 'i forbindelse med', 'påkrævet', 'iværksætte', 'anmodning', 'hvorvidt'],
    ...['rettidigt', 'bl.a.', 'ifm.', 'pba.', 'tilvejebringe', 'forefindes', 'afgive'],
  ],
  nl: [
    ...['middels', 'teneinde', 'indien', 'derhalve', 'conform', 'alsmede', 'betreffende'],
    ...['inzake', 'aangaande', 'voornoemd', 'voornoemde', 'gaarne', 'te allen tijde', 'dient te'],
    ...['dienen te', 'ten behoeve van', 'reeds', 'ingevolge', 'zulks', 'desbetreffende', 'dan wel'],
    ...['i.v.m.', 'd.m.v.', 'bijv.', 'onderhavige', 'geschieden', 'mits'],
  ],
  de: [
    ...['gemäß', 'bezüglich', 'hinsichtlich', 'zwecks', 'mittels', 'seitens', 'obige', 'obigen'],
    ...['vorgenannte', 'diesbezüglich', 'unbeschadet', 'erfolgt', 'erfolgen', 'sofern', 'etwaige'],
    ...['unverzüglich', 'nachfolgend', 'betreffend', 'antragsteller', 'inanspruchnahme', 'ggf.'],
    ...[
      'bzw.',
      'z. b.',
      'u. a.',
      'i. d. r.',
      'vornehmen',
      'durchführen',
      'durchführung',
      'zuzüglich',
    ],
  ],
}

const partsOf = (sentence: string) => sentence.split(/(?<=[:;])\s+/)
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))

const isLong = (sentence: string) =>
  partsOf(sentence).some((part) => wordsOf(part).length > MOST_WORDS)

/** Whole words only; "zwecks" is not in "Zweck". */
const officialIn = (sentence: string, language: Language) =>
  OFFICIALESE[language].filter((word) => {
    const literal = word.replaceAll('.', '\\.')
    return new RegExp(`(?<![\\p{L}])${literal}(?![\\p{L}])`, 'iu').test(sentence)
  })

describe.each(LANGUAGES)('the dictionary in %s', (language) => {
  const said = sentencesOf(language)

  test(`says nothing in more than ${MOST_WORDS} words`, () => {
    const long = said.filter(({ sentence }) => isLong(sentence))
    expect(long).toEqual([])
  })

  test('says nothing in the words of offices', () => {
    const official = said.flatMap(({ key, sentence }) =>
      officialIn(sentence, language).map((word) => `${key}: "${word}" in "${sentence}"`),
    )
    expect(official).toEqual([])
  })

  test('says every form of what depends on a number, and of what depends on a state', () => {
    const sentences = new Set(said.map(({ key }) => key))
    expect(sentences.has('result.headline')).toBe(true)
    const forms = said.filter(({ key }) => key === 'refusals.round-not-voting.sentence')
    expect(forms.length).toBeGreaterThan(5)
    expect(said.filter(({ key }) => key === 'result.headline').length).toBeGreaterThan(1)
  })
})

describe('the check itself', () => {
  test('finds a long sentence and an official word, and not the plain ones', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
    expect([isLong(`${words(22)}.`), isLong(`${words(23)}.`)]).toEqual([false, true])
    expect(isLong(`${words(20)}: ${words(20)}.`)).toBe(false)
    expect(officialIn('Indien u stemt, bzw. niet.', 'nl')).toEqual(['indien'])
    expect(officialIn('Gegebenenfalls (ggf.) erfolgt das.', 'de')).toEqual(['erfolgt', 'ggf.'])
    expect(officialIn('Erfolgreich.', 'de')).toEqual([])
  })
})
