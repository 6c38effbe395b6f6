/**
 * Danish, rules: how each rule finds the winners, in two sentences, and what a council can add to it.
 *
 * Pure. Invariant: every rule and every completion has its words. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

const SHARED =
  'Alle, der stemmer, får en lige stor andel af pengene; et forslag bliver til noget, når de, der valgte det, tilsammen kan betale for det'

export const rules = {
  names: {
    greedy: 'flest stemmer først',
    'greedy-no-skip': 'flest stemmer først',
    'greedy-per-cost': 'flest stemmer for pengene',
    'greedy-threshold': 'flest stemmer først',
    'greedy-exclusive': 'flest stemmer først',
    equalshares: 'lige andele',
    phragmen: 'Phragméns metode',
    'top-per-theme': 'favoritter efter tema',
  },
  turns: {
    greedy:
      'Forslagene med flest stemmer får pengene, oppefra og ned, så længe der er nogen. Et forslag, der koster mere end det, der er tilbage, springes over.',
    'greedy-no-skip':
      'Forslagene med flest stemmer får pengene, oppefra og ned. Det første, der koster mere end det, der er tilbage, standser optællingen.',
    'greedy-per-cost':
      'Forslagene med flest stemmer i forhold til prisen får pengene, oppefra og ned: Af to med lige mange stemmer kommer det billigste først. Et forslag, der koster mere end det, der er tilbage, springes over.',
    'greedy-threshold':
      'Af de forslag, der har stemmer nok, får dem med flest pengene, oppefra og ned, så længe der er nogen. Et forslag, der koster mere end det, der er tilbage, springes over.',
    'greedy-exclusive':
      'Forslagene med flest stemmer får pengene, oppefra og ned, så længe der er nogen. Hvor kun ét af flere kan vinde, er det det, der kommer først.',
  },
  shares: {
    votes: {
      none: `${SHARED}. Det, som flest kan være med til at betale, kommer først, og sådan fortsættes der, til der ikke kan betales for mere.`,
      greedy: `${SHARED}, det med flest betalende først. Det, der er til overs, deles ud efter stemmer, oppefra og ned.`,
      add1: `${SHARED}, det med flest betalende først. Så længe der er råd til mere, hæves alle andele lidt, og der tælles igen.`,
      add1u: `${SHARED}, det med flest betalende først. Så længe der er råd til mere, hæves alle andele lidt; det, der til sidst er til overs, deles ud efter stemmer.`,
    },
    cardinality: {
      none: `${SHARED}. Det, der er billigst for hver af dem, kommer først, og sådan fortsættes der, til der ikke kan betales for mere.`,
      greedy: `${SHARED}, det billigste for hver af dem først. Det, der er til overs, deles ud efter stemmer, oppefra og ned.`,
      add1: `${SHARED}, det billigste for hver af dem først. Så længe der er råd til mere, hæves alle andele lidt, og der tælles igen.`,
      add1u: `${SHARED}, det billigste for hver af dem først. Så længe der er råd til mere, hæves alle andele lidt; det, der til sidst er til overs, deles ud efter stemmer.`,
    },
  },
  phragmen:
    'Alle får penge i pungen i samme takt; så snart de, der valgte et forslag, tilsammen kan betale for det, bliver det til noget, og deres punge er tomme. Optællingen standser, når det næste koster mere end det, der er tilbage af puljen.',
  topPerTheme: (count: number) =>
    count === 1
      ? 'I hvert tema vinder forslaget med flest stemmer.'
      : `I hvert tema vinder de ${count} forslag med flest stemmer.`,
  withinBudget: 'De får pengene fra flest stemmer og nedefter, så længe der er nogen.',
  anyBudget: 'Listen ser ikke på pengene: Den viser, hvad folk helst vil have.',
  minVotes: (count: number, shown: string) =>
    `Et forslag skal have mindst ${count === 1 ? 'én stemme' : `${shown} stemmer`}.`,
  start: {
    exact: 'Andelene er nøjagtige, helt ned til brøkdele af en øre.',
    floor: 'Andelene rundes ned til hele beløb.',
  },
  increment: (money: string) => stop(`I hvert skridt hæves alle andele med ${money}`),
  raised: (money: string) => stop(`Til sidst var alle andele hævet med ${money}`),
  unfinished:
    'Søgningen efter en højere andel blev afbrudt ved sin grænse; det sidste resultat gælder.',
  partFunding:
    'Det første, der ikke er råd til, får det, der er tilbage, og så standser optællingen.',
  withoutVotes: 'Er der penge tilbage, kan forslag, som ingen valgte, også få dem.',
  exclusive: (titles: string) => `Kun ét af disse kan vinde: ${titles}.`,
  capMoney: (name: string, most: string) => stop(`${name}: højst ${most} tilsammen`),
  capNumber: (name: string, most: number) => `${name}: højst ${most} forslag.`,
  areaShare: (area: string, money: string) => stop(`De, der stemmer i ${area}, deles om ${money}`),
  compared: {
    satisfaction:
      'Til sidst sammenlignes udfaldet med flest stemmer først. Flest stemmer først gælder, hvis flere får mere af det, de valgte, på den måde.',
    exclusion:
      'Til sidst sammenlignes udfaldet med flest stemmer først. Flest stemmer først gælder, hvis flere får mindst noget på den måde.',
  },
  effective:
    'Effektive stemmer er stemmer, så langt de kan betale: Den, der betaler hele prisen, tæller for én, og den, der kun kan give resten, tæller for en del. Beløbene er rundet af her; selve optællingen er præcis.',
  pointed: 'Her giver stemmesedlerne point, og hvor der står stemmer, er det point, der tæller.',
}
