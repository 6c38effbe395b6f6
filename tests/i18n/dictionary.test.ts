import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../src/domain/council.ts'
import { CLERK_REFUSAL_CODES } from '../../src/domain/clerk-refusal.ts'
import { DESK_ACTION_NAMES, DESK_ACTIONS } from '../../src/domain/desk-action.ts'
import { DESK_REFUSAL_CODES } from '../../src/domain/desk-refusal.ts'
import { REFUSAL_CODES } from '../../src/domain/refusal.ts'
import { ballotWords } from '../../src/i18n/ballot-words.ts'
import { dictionary } from '../../src/i18n/dictionary.ts'
import { makeFormat } from '../../src/i18n/format.ts'

/** Every key of a dictionary, as `round.steps`; what a list holds counts as one. */
function keysOf(value: object, before = ''): string[] {
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? keysOf(member, `${before}${key}.`)
      : [`${before}${key}`],
  )
}

const keys = keysOf(dictionary('en'))

describe('the dictionaries', () => {
  test.each(LANGUAGES)('%s has the same keys as English', (language) => {
    expect(keysOf(dictionary(language)).toSorted()).toEqual(keys.toSorted())
  })

  test.each(LANGUAGES)('%s has a sentence for every refusal', (language) => {
    const format = makeFormat({ language, currency: 'DKK', timeZone: 'Europe/Copenhagen' })
    const refusals = dictionary(language).refusals
    for (const code of REFUSAL_CODES) {
      const { title, sentence } = refusals[code]
      expect(title.length, code).toBeGreaterThan(3)
      expect(sentence(DETAILS, format), code).toMatch(/^[^<>]{10,}[.:]$/)
      expect(sentence(DETAILS, format), code).not.toMatch(/undefined|NaN|\.\./)
    }
  })

  test.each(LANGUAGES)('%s has a sentence for every refusal of paper', (language) => {
    const format = makeFormat({ language, currency: 'DKK', timeZone: 'Europe/Copenhagen' })
    const { clerkRefusals } = dictionary(language)
    const others = ['serial-unknown', 'third-person-needed', 'blank-is-ballot']
    const codes = CLERK_REFUSAL_CODES.filter(
      (code) => /^(?:paper|stub|batch|sheets?)-/.test(code) || others.includes(code),
    )
    expect(codes.length).toBeGreaterThan(20)
    for (const code of codes) {
      const { title, sentence } = clerkRefusals[code]
      expect(title.length, code).toBeGreaterThan(3)
      expect(sentence(PAPER_DETAILS, format), code).toMatch(/^[^<>]{10,}\.$/)
      expect(sentence(PAPER_DETAILS, format), code).not.toMatch(/undefined|NaN|\.\./)
    }
  })

  test.each(LANGUAGES)('%s differs from English', (language) => {
    if (language === 'en') return
    expect(dictionary(language).vote.heading).not.toBe(dictionary('en').vote.heading)
    expect(ballotWords(language).codeTypo).toBe(dictionary(language).ballot.codeTypo)
  })
})

describe('the desk', () => {
  test('has a name for every action that stands in its log', () => {
    const logged = DESK_ACTION_NAMES.filter((name) => DESK_ACTIONS[name].logged)
    expect(Object.keys(dictionary('en').desk.actions).toSorted()).toEqual(logged.toSorted())
  })

  test('knows a refusal by its code alone, whichever list it stands in', () => {
    const all = [...REFUSAL_CODES, ...CLERK_REFUSAL_CODES, ...DESK_REFUSAL_CODES]
    expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([])
  })
})

describe('numbers of things', () => {
  /** Each sentence that counts, said of one and of two. */
  const said = (language: Language, count: number) => {
    const { home, list, proposals, result, rules } = dictionary(language)
    const shown = String(count)
    return [
      ...[home.funded(count, '10'), home.decided(count, count), list.off(count, shown)],
      ...[proposals.title(count), proposals.asked(count, '10', '9'), rules.minVotes(count, shown)],
      ...[result.headline(count), result.headlineList(count), result.votesOf(count, shown)],
    ].join('\n')
  }
  const MANY = {
    en: /proposals|votes|rounds|together|them/i,
    da: /tilsammen|stemmer|runder|dem/i,
    nl: /voorstellen|stemmen|rondes|samen|kregen/i,
    de: /Vorschläge|Stimmen|Runden|zusammen|bekamen/i,
  }

  test.each(LANGUAGES)('are one of one, and many of two: %s', (language) => {
    const lines = said(language, 1).split('\n')
    const manyOfOne = lines.filter((text) => MANY[language].test(text))
    expect(manyOfOne).toEqual([])
    expect(said(language, 2)).toMatch(MANY[language])
  })
})
const PAPER_DETAILS = {
  ...{ serial: 'K7QF-0042', waiting: 3, batch: 'hall-1', most: 500, sheets: 9, fewest: 10 },
  ...{ counted: 9, held: 10, sheet: 7 },
}

const DETAILS = {
  budget: 7_500_000,
  cost: 8_000_000,
  chosen: 6,
  minLength: 2,
  maxLength: 5,
  least: 1,
  most: 6,
  given: 12,
  maxSumPoints: 10,
  rank: 2,
  state: 'before',
  opensAt: '2026-11-09T07:00:00Z',
  address: 'https://example.org',
}

describe('refusals', () => {
  test('name the number that matters', () => {
    const format = makeFormat({ language: 'en', currency: 'DKK', timeZone: 'Europe/Copenhagen' })
    const { refusals } = dictionary('en')
    const say = (code: keyof typeof refusals, details = {}) =>
      refusals[code].sentence({ ...DETAILS, ...details }, format).replaceAll('\u00a0', ' ')
    expect(say('ballot-over-budget')).toBe(
      'Your choices cost 80,000 kr. and there is 75,000 kr. to share. Take away at least 5,000 kr.',
    )
    expect(say('ballot-too-long')).toContain('up to 5 proposals; you chose 6')
    expect(say('round-not-voting')).toBe('Voting opens Monday 9 November at 08:00.')
    expect(say('round-not-voting', { state: 'soon' })).toMatch(/^Voting opens in a few minutes/)
    const closesAt = '2026-11-16T19:00:00Z'
    const settling = say('round-not-voting', { state: 'settling', closesAt })
    expect(settling).toMatch(/^Voting ended .* send it again in ten minutes/)
    expect(settling).not.toContain('not recorded')
    expect(say('token-used', { sameNonce: 1 })).toContain('already in the box')
    expect(say('token-used')).toContain('tell the council')
  })
})

describe('faults', () => {
  test('never claim that nothing arrived where the storage did not answer', () => {
    const format = makeFormat({ language: 'en', currency: 'DKK', timeZone: 'Europe/Copenhagen' })
    const said = dictionary('en').faults.unavailable.sentence({}, format)
    expect(said).toContain('We do not know whether what you sent arrived')
  })
})

describe('makeFormat', () => {
  const of = (language: string, currency = 'DKK') =>
    makeFormat({ language, currency, timeZone: 'Europe/Copenhagen' })
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

  test('writes money as readers of each language do, without useless decimals', () => {
    const amounts = ['en', 'da', 'nl', 'de'].map((language) => plain(of(language).money(7_500_000)))
    expect(amounts).toEqual(['75,000 kr.', '75.000 kr.', '75.000 kr.', '75.000 kr.'])
    expect(plain(of('nl', 'EUR').money(1250))).toBe('€ 12,50')
    expect(plain(of('de', 'EUR').money(120_000))).toBe('1.200 €')
  })

  test('says the weekday, and the hour of a deadline, in the council’s time zone', () => {
    const end = '2026-11-29T19:00:00Z'
    const said = ['en', 'da', 'nl', 'de'].map((language) => plain(of(language).instant(end)))
    expect(said).toEqual([
      'Sunday 29 November at 20:00',
      'søndag 29. november kl. 20.00',
      'zondag 29 november om 20:00',
      'Sonntag, 29. November um 20:00 Uhr',
    ])
  })

  test('writes a full day as it writes a day', () => {
    const noon = '2026-11-29T12:00:00Z'
    expect(of('en').fullDay(noon)).toBe('Sunday 29 November 2026')
    expect(of('de').fullDay(noon)).toBe('Sonntag, 29. November 2026')
  })

  test('says the day of an event once, and no end that nobody knows', () => {
    const [from, to, next] = ['06T17:00', '06T19:00', '07T19:00'].map((at) =>
      Date.parse(`2026-10-${at}:00Z`),
    )
    if (from === undefined || to === undefined || next === undefined) throw new Error('no dates')
    const said = ['en', 'da', 'nl', 'de'].map((language) => plain(of(language).span(from, to)))
    for (const text of said) expect(text.match(/6/g), text).toHaveLength(1)
    expect(said[0]).toBe('Tuesday 6 October, 19:00–21:00')
    expect(said[3]).toMatch(/^Dienstag, 6\. Oktober, 19:00.21:00 Uhr$/)
    expect(plain(of('de').span(from, Infinity))).toBe('Dienstag, 6. Oktober um 19:00 Uhr')
    expect(of('en').span(from, next)).toBe(of('en').period(from, next))
    const day = Date.parse('2026-10-05T22:00:00Z')
    expect(of('en').span(day, day + 24 * 3_600_000)).toBe('Tuesday 6 October')
  })

  test('ends at the last minute of a day, not at the midnight after it', () => {
    const [from, midnight] = ['2026-11-09T07:00:00Z', '2026-11-29T23:00:00Z'].map(Date.parse)
    const said = ['en', 'da', 'nl', 'de'].map((language) =>
      plain(of(language).until(midnight ?? 0)),
    )
    expect(said).toEqual([
      'Sunday 29 November at 23:59',
      'søndag 29. november kl. 23.59',
      'zondag 29 november om 23:59',
      'Sonntag, 29. November um 23:59 Uhr',
    ])
    expect(of('en').until('2026-11-29T19:00:00Z')).toBe('Sunday 29 November at 20:00')
    const period = of('en').period(from ?? 0, midnight ?? 0)
    expect(period).toBe('Monday 9 November at 08:00 – Sunday 29 November at 23:59')
  })

  test('says the last day of a period, not the midnight after it', () => {
    const [from, to] = ['2026-08-23T22:00:00Z', '2026-09-06T22:00:00Z'].map(Date.parse)
    expect(of('en').period(from ?? 0, to ?? 0)).toBe('Monday 24 August – Sunday 6 September')
  })

  test('says no hour of a beginning or an end at midnight, for the day says it', () => {
    const [from, to, evening] = ['08-23T22:00', '09-06T22:00', '09-06T18:00'].map((at) =>
      Date.parse(`2026-${at}:00Z`),
    )
    if (from === undefined || to === undefined || evening === undefined) throw new Error('no dates')
    expect(of('en').begins(from)).toBe('Monday 24 August')
    expect(of('en').ends(to)).toBe('Sunday 6 September')
    expect(of('en').ends(evening)).toBe('Sunday 6 September at 20:00')
    expect(of('en').begins(evening)).toBe('Sunday 6 September at 20:00')
    expect(of('en').period(from, evening)).toBe('Monday 24 August – Sunday 6 September at 20:00')
    expect(plain(of('de').begins(from))).toBe('Montag, 24. August')
  })

  test('says the year of dates over New Year, and of those in another year than the reader’s', () => {
    const at = (text: string) => Date.parse(`${text}T12:00:00+01:00`)
    const day = (text: string) => Date.parse(`${text}T00:00:00+01:00`)
    const over = ['en', 'da', 'nl', 'de'].map((language) =>
      plain(of(language).period(day('2026-12-14'), day('2027-01-11'))),
    )
    expect(over).toEqual([
      'Monday 14 December 2026 – Sunday 10 January 2027',
      'mandag den 14. december 2026 – søndag den 10. januar 2027',
      'maandag 14 december 2026 – zondag 10 januari 2027',
      'Montag, 14. Dezember 2026 – Sonntag, 10. Januar 2027',
    ])
    const then = of('en').asOf(at('2026-11-29'))
    expect(then.period(day('2027-01-11'), day('2027-01-18'))).toBe(
      'Monday 11 January – Sunday 17 January 2027',
    )
    expect(then.instant(at('2027-01-11'))).toBe('Monday 11 January 2027 at 12:00')
    expect(then.instant(at('2026-12-11'))).toBe('Friday 11 December at 12:00')
    expect(then.begins(day('2027-01-01'))).toBe('Friday 1 January 2027')
    // The last midnight of a year belongs to the day before it.
    expect(then.ends(day('2027-01-01'))).toBe('Thursday 31 December')
    expect(then.span(at('2027-01-11'), at('2027-01-11') + 3_600_000)).toBe(
      'Monday 11 January 2027, 12:00–13:00',
    )
  })
})
