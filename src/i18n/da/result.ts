/**
 * Danish, the result: its numbers, its pictures, and what another rule would have done.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'
import { counted } from './numbers.ts'

export const result = {
  title: 'Resultat',
  description: (round: string) => `Resultatet af ${round}, med en grund for hvert forslag.`,
  headline: (count: number) =>
    count === 0 ? 'Ingen forslag får pengene' : `${counted(count)} forslag får pengene`,
  lede: (spent: string, budget: string) => `${spent} af ${budget} er delt ud.`,
  leftover: (money: string) => `${money} er tilbage.`,
  headlineList: (count: number) =>
    count === 1 ? 'Ét forslag er favoritten' : `${counted(count)} forslag er favoritterne`,
  ledeList: (cost: string, budget: string) =>
    `${stop(`De koster ${cost} tilsammen`)} Puljen på ${budget} sætter ingen grænse for listen.`,
  part: 'Får en del af pengene',
  listed: 'På listen',
  notListed: 'Ikke på listen',
  points: 'Point',
  pointsOf: (_: number, shown: string) => `${shown} point`,
  fromBallots: (count: number, shown: string) =>
    count === 1 ? `fra ${shown} stemmeseddel` : `fra ${shown} stemmesedler`,
  compared: {
    satisfaction: (forGreedy: string, forRule: string, greedy: string, rule: string) =>
      `Hvem får mere af det, de valgte? ${forGreedy} med “${greedy}”, ${forRule} med “${rule}”.`,
    exclusion: (forGreedy: string, forRule: string, greedy: string, rule: string) =>
      `Hvem får kun på den ene måde noget af det, de valgte? ${forGreedy} med “${greedy}”, ${forRule} med “${rule}”.`,
    kept: (rule: string) => `Derfor gælder “${rule}”.`,
  },
  status: {
    provisional: 'Foreløbigt resultat',
    final: 'Endeligt resultat',
    corrected: 'Rettet resultat',
  },
  asOf: (day: string) => `pr. ${day}`,
  ballots: (count: number): string => (count === 1 ? 'stemmeseddel' : 'stemmesedler'),
  blank: (count: string) => `heraf ${count} ${count === '1' ? 'blank' : 'blanke'}`,
  ways: {
    online: (count: string) => `${count} på nettet`,
    kiosk: (count: string) => `${count} ved stemmeboksen`,
    paper: (count: string) => `${count} på papir`,
    invalid: (count: string) => `og ${count} ugyldige på papir`,
  },
  halls: {
    title: 'Stemmer fra sale uden internet',
    counted: (hall: string, ballots: string) =>
      `${hall}: ${ballots}. De er talt med ovenfor sammen med alle andre.`,
    missing: (hall: string, reason: string) =>
      `${hall}: stemmerne derfra er ikke talt med. Kommunen skriver: »${reason}«`,
  },
  turnout: (eligible: string) => `af de ${eligible}, der kunne stemme`,
  funded: (money: string) => `${money} delt ud`,
  left: (money: string) => `${money} tilbage`,
  moneyLine: (spent: string, budget: string, left: string) =>
    `${spent} af ${budget} er delt ud, ${left} er tilbage.`,
  ranOut: (left: string, title: string, missing: string) =>
    stop(`Her slap pengene op: Der var ${left} tilbage, og ${title} manglede ${missing}`),
  why: 'Hvorfor disse, og hvorfor ikke de andre',
  proposal: 'Forslag',
  votes: 'Stemmer',
  votesOf: (count: number, shown: string) => (count === 1 ? `${shown} stemme` : `${shown} stemmer`),
  costs: 'Pris',
  outcome: 'Udfald',
  yes: 'Får pengene',
  no: 'Får ikke pengene',
  payments: 'Hvem betalte hvor meget, i grupper af ens stemmesedler',
  cut: 'Her slap pengene op',
  lot: (titles: string) =>
    `Lige mange stemmer og samme pris: ${titles}. Lodtrækningen før afstemningen afgjorde det.`,
  lotDrawn: 'Sådan blev der trukket lod',
  recountTitle: 'Tæl selv efter',
  recount:
    'Alt, hvad der skal til, er offentliggjort. Med denne sides program tæller én kommando stemmesedlerne igen og sammenligner hvert tal:',
  recountSums:
    'Selve stemmesedlerne offentliggøres ikke, fordi der er så få, at de kunne røbe nogen. Summerne kan stadig efterprøves:',
  countHere: 'Tæl igen, her',
  countText:
    'Din browser henter de offentliggjorte filer fra denne side og tæller dem efter de samme regler. Der sendes ikke noget.',
  countFailed: 'Optællingen kunne ikke begynde i denne browser.',
  dataTitle: 'Til aviser og forskere',
  data: 'Et offentliggjort resultat bliver aldrig ændret. Skal det rettes, kommer der et nyt, og det gamle bliver stående.',
  files: {
    'result.json': 'Resultatet som data (JSON)',
    'results.csv': 'Tabellen (CSV)',
    'ballots.pb': 'Alle stemmesedler, uden navne (.pb)',
    'paper.json': 'Det, der blev stemt om (JSON)',
    'ballots.csv': 'Alle stemmesedler, som de lå i kassen (CSV)',
    'receipts.csv': 'Alle kvitteringer (CSV)',
    'certificate.json': 'Optællingen trin for trin, til efterprøvning (JSON)',
    'issued.csv': 'Alle udstedte koder, som mærker (CSV)',
    'used.txt': 'Hvilke af dem der er brugt (TXT)',
    'mark-key.txt': 'Nøglen mellem de to (TXT)',
    'board.jsonl': 'Den offentlige tavle (JSON, én indførsel pr. linje)',
    'reconciliation.json': 'Hvad der blev sammenlignet før offentliggørelsen (JSON)',
  },
  digest: 'Fingeraftryk',
  cite: (round: string, status: string, day: string) => `Til citat: ${round}, ${status}, ${day}.`,
  none: 'Der er ikke noget resultat endnu',
  noneText: 'Det står her, så snart stemmerne er talt op.',
  when: 'Hvad sker der hvornår',
}

export const pictures = {
  turns: 'Pengene, tur for tur',
  shares: 'Hvem betalte for hvad',
  purse: 'Hvornår der var råd til hvert forslag',
  themes: 'Stemmer, tema for tema',
  themesByPoints: 'Point, tema for tema',
  budget: (budget: string) => `Puljen: ${budget}`,
  more: (count: string) => `Og ${count} mere: Se tabellen.`,
  legend: {
    turns: { won: 'dette forslag', before: 'delt ud før', lacking: 'ikke råd til' },
    shares: {
      won: 'fuldt betalt',
      rest: 'resten, som andre havde',
      later: 'fra det, der var til overs',
      held: 'det, der var at betale med',
      lacking: 'mangler',
    },
    purse: { won: 'det, alle havde fået', lacking: 'var der ikke råd til' },
    themes: { won: 'får pengene', lost: 'får dem ikke' },
  },
}

export const beside = {
  title: 'Hvad en anden regel havde gjort',
  same: (rule: string) => `Talt op efter “${rule}” giver de samme stemmesedler de samme vindere.`,
  differs: (rule: string, cost: string) =>
    stop(
      `Talt op efter “${rule}” ville de samme stemmesedler give andre vindere, for ${cost} i alt`,
    ),
  served: (here: string, there: string, all: string) =>
    `${here} af ${all} stemmesedler har mindst ét forslag med blandt vinderne; det ville have været ${there}.`,
  prefer: (here: string, there: string) =>
    `Hvem får mere af det, de valgte? ${here} på denne måde, ${there} på den anden; for resten er der ingen forskel.`,
  onlyHere: 'Kun på denne måde',
  onlyThere: (rule: string) => `Kun efter “${rule}”`,
  none: 'Ingen',
}
