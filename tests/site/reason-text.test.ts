import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { LineSchema, ReasonSchema } from '../../src/domain/allocation.ts'
import { LANGUAGES } from '../../src/domain/council.ts'
import { asMoney } from '../../src/domain/money.ts'
import type { PoolResult } from '../../src/domain/snapshot.ts'
import { reasonText } from '../../src/site/reason-text.ts'
import { resultContext } from '../../src/site/result-context.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

type Fields = Readonly<Record<string, unknown>>

/** One line in the context that its rule makes. Money in hundredths, the budget is 1,000 kr. */
type Case = {
  readonly what: string
  readonly rule?: Fields
  readonly line?: Fields
  readonly reason: Fields
  /** Lines before it. */
  readonly before?: readonly Fields[]
  readonly allocation?: Partial<PoolResult['allocation']>
  readonly en: string
  readonly da: string
}

const fraction = (numerator: number, denominator: number) => ({
  numerator: String(numerator),
  denominator: String(denominator),
})

const shares = {
  effectiveVotes: fraction(3984, 10),
  price: fraction(2410, 1),
  payInFull: 380,
  payTheRest: 32,
}
const started = {
  shares: { starts: [fraction(2000, 1)], extra: 0, steps: 1, finished: true },
}
const theFence = { proposal: 'fence', reason: { kind: 'does-not-fit', moneyBefore: 5, missing: 9 } }

const CASES: readonly Case[] = [
  {
    what: 'greedy, the first',
    reason: { kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000 },
    en: 'Most votes. 600 kr. were left after it.',
    da: 'Flest stemmer. Der var 600 kr. tilbage bagefter.',
  },
  {
    what: 'greedy, the first by points',
    line: { score: 230 },
    reason: { kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000 },
    en: 'Most points. 600 kr. were left after it.',
    da: 'Flest point. Der var 600 kr. tilbage bagefter.',
  },
  {
    what: 'greedy, a later one',
    line: { rank: 2 },
    reason: { kind: 'funded', moneyBefore: 60_000, moneyAfter: 20_000 },
    en: 'Fitted into the 600 kr. that were left. 200 kr. remained.',
    da: 'Der var råd: 600 kr. var tilbage før, 200 kr. efter.',
  },
  {
    what: 'greedy, one that took all that was left',
    line: { rank: 2 },
    reason: { kind: 'funded', moneyBefore: 40_000, moneyAfter: 0 },
    en: 'Took exactly the 400 kr. that were left.',
    da: 'Tog præcis de 400 kr., der var tilbage.',
  },
  {
    what: 'greedy, one that nobody chose',
    rule: { method: 'greedy', fundWithoutVotes: true },
    line: { rank: 4, votes: 0 },
    reason: { kind: 'funded', moneyBefore: 60_000, moneyAfter: 20_000 },
    en: 'Nobody chose it, but there was money left. Fitted into the 600 kr. that were left. 200 kr. remained.',
    da: 'Ingen valgte det, men der var penge tilbage. Der var råd: 600 kr. var tilbage før, 200 kr. efter.',
  },
  {
    what: 'one that costs nothing',
    line: { cost: 0 },
    reason: { kind: 'funded', moneyBefore: 60_000, moneyAfter: 60_000 },
    en: 'It costs nothing.',
    da: 'Det koster ikke noget.',
  },
  {
    what: 'greedy-per-cost, the first',
    rule: { method: 'greedy-per-cost' },
    reason: { kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000 },
    en: 'Most votes for the money. 600 kr. were left after it.',
    da: 'Flest stemmer for pengene. Der var 600 kr. tilbage bagefter.',
  },
  {
    what: 'greedy-per-cost, a later one',
    rule: { method: 'greedy-per-cost' },
    line: { rank: 2, votes: 30 },
    reason: { kind: 'funded', moneyBefore: 60_000, moneyAfter: 20_000 },
    en: 'One vote for every 13.33 kr. Fitted into the 600 kr. that were left. 200 kr. remained.',
    da: 'Én stemme for hver 13,33 kr. Der var råd: 600 kr. var tilbage før, 200 kr. efter.',
  },
  {
    what: 'partly funded',
    reason: { kind: 'part-funded', moneyBefore: 30_000, missing: 10_000 },
    en: 'It got the last 300 kr.; 100 kr. of its cost are missing. The count ended here.',
    da: 'Det fik de sidste 300 kr. og mangler 100 kr. af sin pris. Her stoppede optællingen.',
  },
  {
    what: 'does not fit',
    reason: { kind: 'does-not-fit', moneyBefore: 30_000, missing: 10_000 },
    en: 'Only 300 kr. were left: 100 kr. too little.',
    da: 'Der var kun 300 kr. tilbage: 100 kr. for lidt.',
  },
  {
    what: 'does not fit, with nothing left',
    reason: { kind: 'does-not-fit', moneyBefore: 0, missing: 40_000 },
    en: 'Nothing was left.',
    da: 'Der var ikke flere penge.',
  },
  {
    what: 'does not fit, because it is dearer than everything',
    line: { cost: 120_000 },
    reason: { kind: 'does-not-fit', moneyBefore: 30_000, missing: 90_000 },
    en: 'It costs more than the whole budget of 1,000 kr.',
    da: 'Det koster mere end hele puljen på 1.000 kr.',
  },
  {
    what: 'greedy-no-skip, the one that ends the count',
    rule: { method: 'greedy-no-skip' },
    reason: { kind: 'does-not-fit', moneyBefore: 30_000, missing: 10_000 },
    en: 'Only 300 kr. were left: 100 kr. too little. The count ended here.',
    da: 'Der var kun 300 kr. tilbage: 100 kr. for lidt. Her stoppede optællingen.',
  },
  {
    what: 'greedy-no-skip, one behind it',
    rule: { method: 'greedy-no-skip' },
    before: [theFence],
    reason: { kind: 'after-stop', moneyBefore: 30_000 },
    en: 'The count had ended before its turn: there was not enough money for The fence.',
    da: 'Optællingen var stoppet, før det blev dets tur: Der var ikke råd til The fence.',
  },
  {
    what: 'one behind a proposal that got a part',
    before: [
      { proposal: 'fence', reason: { kind: 'part-funded', moneyBefore: 30_000, missing: 5 } },
    ],
    reason: { kind: 'after-stop', moneyBefore: 0 },
    en: 'The fence had got the last of the money.',
    da: 'The fence havde fået de sidste penge.',
  },
  {
    what: 'without votes',
    line: { votes: 0 },
    reason: { kind: 'no-votes' },
    en: 'Nobody chose it.',
    da: 'Ingen valgte det.',
  },
  {
    what: 'with as much against as for',
    line: { votes: 20, score: 0 },
    reason: { kind: 'outvoted' },
    en: 'As much was against it as for it.',
    da: 'Der var lige så meget imod det som for det.',
  },
  {
    what: 'with more against than for',
    line: { votes: 20, score: -3 },
    reason: { kind: 'outvoted' },
    en: 'More was against it than for it.',
    da: 'Der var mere imod det end for det.',
  },
  {
    what: 'below the threshold',
    rule: { method: 'greedy-threshold', minVotes: 1_500 },
    line: { votes: 1_200 },
    reason: { kind: 'below-threshold', threshold: 1_500 },
    en: '1,200 votes; at least 1,500 were needed.',
    da: '1.200 stemmer; der skulle mindst 1.500 til.',
  },
  {
    what: 'below the threshold by points',
    rule: { method: 'greedy-threshold', minVotes: 50 },
    line: { votes: 12, score: 1 },
    reason: { kind: 'below-threshold', threshold: 50 },
    en: '1 point; at least 50 were needed.',
    da: '1 point; der skulle mindst 50 til.',
  },
  {
    what: 'shut out by another',
    rule: { method: 'greedy-exclusive', exclusive: [['bench', 'fence']] },
    reason: { kind: 'excluded', by: 'fence' },
    en: 'Only this proposal or The fence could be funded, and The fence came first.',
    da: 'Kun dette forslag eller The fence kunne få penge, og The fence kom først.',
  },
  {
    what: 'over the money of its theme',
    reason: { kind: 'over-cap', missing: 3_000, bound: 'money', most: 70_000, theme: 'green' },
    en: 'Green places could get at most 700 kr. together; what was left of that was 30 kr. too little.',
    da: 'Green places kunne højst få 700 kr. tilsammen; det, der var tilbage af beløbet, var 30 kr. for lidt.',
  },
  {
    what: 'over the number of its theme in its area',
    reason: {
      ...{ kind: 'over-cap', missing: 0, bound: 'number', most: 2 },
      ...{ theme: 'green', area: 'north' },
    },
    en: 'Only 2 proposals in Green places, The north could be funded, and those places were taken.',
    da: 'Kun 2 forslag i Green places, The north kunne få penge, og de pladser var taget.',
  },
  {
    what: 'over a number of one',
    reason: { kind: 'over-cap', missing: 0, bound: 'number', most: 1, area: 'north' },
    en: 'Only one proposal in The north could be funded, and that place was taken.',
    da: 'Kun ét forslag i The north kunne få penge, og den plads var taget.',
  },
  {
    what: 'over a bound that is not named',
    reason: { kind: 'over-cap', missing: 0 },
    en: 'Its theme or area already had as much as it may have.',
    da: 'Dets tema eller område havde allerede fået så meget, som det måtte få.',
  },
  {
    what: 'equal shares, paid in full by most',
    rule: { method: 'equalshares' },
    line: { votes: 412 },
    reason: { kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000, shares },
    allocation: started,
    en: '412 voters chose it. 380 of them paid 24.10 kr. each and 32 gave the rest of what they had. It counted 398.4 effective votes.',
    da: '412 valgte det. 380 af dem betalte 24,10 kr. hver og 32 gav deres sidste penge. Det talte som 398,4 effektive stemmer.',
  },
  {
    what: 'equal shares, where some had nothing left',
    rule: { method: 'equalshares' },
    line: { votes: 416 },
    reason: { kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000, shares },
    allocation: started,
    en: '416 voters chose it. 380 of them paid 24.10 kr. each, 32 gave the rest of what they had and 4 had nothing left. It counted 398.4 effective votes.',
    da: '416 valgte det. 380 af dem betalte 24,10 kr. hver, 32 gav deres sidste penge og 4 havde ikke mere. Det talte som 398,4 effektive stemmer.',
  },
  {
    what: 'equal shares, paid by all alike',
    rule: { method: 'equalshares' },
    line: { votes: 380 },
    reason: {
      ...{ kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000 },
      shares: { ...shares, effectiveVotes: fraction(380, 1), payTheRest: 0 },
    },
    allocation: started,
    en: 'All 380 voters who chose it paid 24.10 kr. each. It counted 380 effective votes.',
    da: 'Alle 380, der valgte det, betalte 24,10 kr. hver. Det talte som 380 effektive stemmer.',
  },
  {
    what: 'equal shares, paid by one',
    rule: { method: 'equalshares' },
    line: { votes: 1 },
    reason: {
      ...{ kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000 },
      shares: { ...shares, effectiveVotes: fraction(1, 1), payInFull: 1, payTheRest: 0 },
    },
    allocation: started,
    en: 'One voter chose it and paid 24.10 kr. It counted one effective vote.',
    da: 'Én valgte det og betalte 24,10 kr. Det talte som én effektiv stemme.',
  },
  {
    what: 'equal shares by points, for less than a hundredth a point',
    rule: { method: 'equalshares' },
    line: { votes: 500, score: 9_000 },
    reason: {
      ...{ kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000 },
      shares: { ...shares, price: fraction(1, 3) },
    },
    allocation: started,
    en: '380 voters paid < 0.01 kr. for each of their points and 32 gave the rest of what they had. It counted 398.4 effective votes.',
    da: '380 betalte < 0,01 kr. for hvert af deres point og 32 gav deres sidste penge. Det talte som 398,4 effektive stemmer.',
  },
  {
    what: 'equal shares by the lowest price',
    rule: { method: 'equalshares', utility: 'cardinality' },
    line: { votes: 1 },
    reason: {
      ...{ kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000 },
      shares: { ...shares, payInFull: 1, payTheRest: 0 },
    },
    allocation: started,
    en: 'One voter chose it and paid 24.10 kr. No other proposal was cheaper for each of its voters.',
    da: 'Én valgte det og betalte 24,10 kr. Intet andet forslag var billigere for hver enkelt.',
  },
  {
    what: 'equal shares, funded by votes from the rest',
    rule: { method: 'equalshares', completion: 'add1u' },
    line: { rank: 3 },
    reason: { kind: 'funded', moneyBefore: 60_000, moneyAfter: 20_000 },
    allocation: started,
    en: 'It got its money from the rest, which was given out by votes. Fitted into the 600 kr. that were left. 200 kr. remained.',
    da: 'Det fik sine penge af resten, som blev delt ud efter stemmer. Der var råd: 600 kr. var tilbage før, 200 kr. efter.',
  },
  {
    what: 'equal shares, with supporters who lack money',
    rule: { method: 'equalshares' },
    line: { votes: 120 },
    reason: { kind: 'supporters-short', supportersHave: 183_000, missing: 217_000 },
    allocation: started,
    en: 'Its 120 supporters had 1,830 kr. left together; 2,170 kr. were missing.',
    da: 'De 120, der valgte det, havde 1.830 kr. tilbage tilsammen; der manglede 2.170 kr.',
  },
  {
    what: 'equal shares, with supporters who have nothing, and too little in the rest',
    rule: { method: 'equalshares', completion: 'add1u' },
    line: { votes: 120 },
    reason: {
      ...{ kind: 'supporters-short', supportersHave: 0, missing: 40_000 },
      moneyBefore: 9_000,
    },
    allocation: started,
    en: 'Its 120 supporters had nothing left; 400 kr. were missing. When the rest was given out by votes, only 90 kr. were left at its turn. That was not enough either.',
    da: 'De 120, der valgte det, havde ikke mere; der manglede 400 kr. Da resten blev delt ud efter stemmer, var der kun 90 kr. tilbage til det. Det var heller ikke nok.',
  },
  {
    what: 'equal shares, one supporter, and nothing in the rest',
    rule: { method: 'equalshares', completion: 'greedy' },
    line: { votes: 1 },
    reason: { kind: 'supporters-short', supportersHave: 5_000, missing: 35_000, moneyBefore: 0 },
    allocation: started,
    en: 'Its one supporter had 50 kr. left; 350 kr. were missing. When the rest was given out by votes, nothing was left at its turn.',
    da: 'Den ene, der valgte det, havde 50 kr. tilbage; der manglede 350 kr. Da resten blev delt ud efter stemmer, var der ikke mere til det.',
  },
  {
    what: 'equal shares by points, with supporters who lack money',
    rule: { method: 'equalshares' },
    line: { votes: 120, score: 300 },
    reason: { kind: 'supporters-short', supportersHave: 5_000, missing: 35_000 },
    allocation: started,
    en: 'Those who gave it points had 50 kr. left together; 350 kr. were missing.',
    da: 'De, der gav det point, havde 50 kr. tilbage tilsammen; der manglede 350 kr.',
  },
  {
    what: 'phragmen, bought',
    rule: { method: 'phragmen' },
    reason: {
      ...{ kind: 'funded', moneyBefore: 100_000, moneyAfter: 60_000 },
      purse: fraction(4_000, 3),
    },
    en: 'Bought when every voter had got 13.33 kr.: those who chose it then had enough together.',
    da: 'Købt, da alle havde fået 13,33 kr.: Så havde de, der valgte det, nok tilsammen.',
  },
  {
    what: 'phragmen, the one that ends the count',
    rule: { method: 'phragmen' },
    reason: {
      ...{ kind: 'does-not-fit', moneyBefore: 25_000, missing: 15_000 },
      purse: fraction(26_000, 9),
    },
    en: 'Its turn came when every voter had got 28.89 kr. Only 250 kr. were left: 150 kr. too little. The count ended here.',
    da: 'Det blev dets tur, da alle havde fået 28,89 kr. Der var kun 250 kr. tilbage: 150 kr. for lidt. Her stoppede optællingen.',
  },
  {
    what: 'top-per-theme, second in its theme',
    rule: { method: 'top-per-theme', perTheme: 2 },
    before: [{ proposal: 'fence', reason: { kind: 'no-votes' } }],
    line: { rank: 2 },
    reason: { kind: 'funded', moneyBefore: 60_000, moneyAfter: 20_000 },
    en: 'Number 2 in Green places. Fitted into the 600 kr. that were left. 200 kr. remained.',
    da: 'Nummer 2 i Green places. Der var råd: 600 kr. var tilbage før, 200 kr. efter.',
  },
  {
    what: 'top-per-theme without a budget',
    rule: { method: 'top-per-theme', perTheme: 2, withinBudget: false },
    reason: { kind: 'funded', moneyBefore: 60_000, moneyAfter: 20_000 },
    en: 'Number 1 in Green places.',
    da: 'Nummer 1 i Green places.',
  },
]

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

function say(given: Case, language: (typeof LANGUAGES)[number]): string {
  const round = aRound({
    rule: given.rule ?? { method: 'greedy' },
    themes: [{ id: 'green', name: 'Green places' }],
    areas: [{ id: 'north', name: 'The north' }],
  })
  const proposals = ['bench', 'fence'].map((id) => aProposal(id, { theme: 'green' }))
  const full = { rank: 1, votes: 40, cost: 40_000 }
  const lines = [
    ...(given.before ?? []).map((line) => ({ ...full, ...line })),
    { ...full, proposal: 'bench', ...given.line, reason: given.reason },
  ].map((line) => v.parse(LineSchema, line))
  const allocation = {
    ...{ selected: [], cost: asMoney(0), leftover: asMoney(0), lots: [] },
    ...{ lines, ...given.allocation },
  }
  const page = aRoundPage(round, proposals, { allocation })
  const [pool] = page.result?.pools ?? []
  const line = lines.at(-1)
  if (pool === undefined || line === undefined) throw new Error('there is no line')
  return plain(reasonText(line, resultContext(page, pool, aReader(language))))
}

describe('reasonText', () => {
  test.each(CASES)('in English: $what', (given) => {
    expect(say(given, 'en')).toBe(given.en)
  })

  test.each(CASES)('in Danish: $what', (given) => {
    expect(say(given, 'da')).toBe(given.da)
  })

  test.each(LANGUAGES)('has whole sentences for every case in %s', (language) => {
    for (const given of CASES) {
      const said = say(given, language)
      expect(said, given.what).toMatch(/^[\p{Lu}\d„<][^]*[.]$/u)
      expect(said, given.what).not.toMatch(/undefined|NaN|\.\.|\[object/)
    }
  })

  test('knows every kind of reason', () => {
    const kinds = ReasonSchema.options.map(({ entries }) => entries.kind.literal)
    expect([...new Set(CASES.map(({ reason }) => reason['kind']))].toSorted()).toEqual(
      kinds.toSorted(),
    )
  })

  test('is no other language under a Dutch or German page', () => {
    for (const given of CASES) {
      const said = LANGUAGES.map((language) => say(given, language))
      expect(new Set(said).size, given.what).toBe(LANGUAGES.length)
    }
  })
})
