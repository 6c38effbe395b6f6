/**
 * Dutch, the result: its numbers, its pictures, and what another rule would have done.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'
import { countedProposals } from './numbers.ts'

export const result = {
  title: 'Uitslag',
  description: (round: string) => `De uitslag van ${round}, met een reden bij elk voorstel.`,
  headline: (count: number) =>
    `${countedProposals(count)} ${count === 1 ? 'krijgt' : 'krijgen'} het geld`,
  lede: (spent: string, budget: string) => `${spent} van ${budget} is verdeeld.`,
  leftover: (money: string) => `${money} blijft over.`,
  headlineList: (count: number) =>
    count === 1 ? 'Eén voorstel is de favoriet' : `${countedProposals(count)} zijn de favorieten`,
  ledeList: (cost: string, budget: string) =>
    `${stop(`Samen kosten ze ${cost}`)} Het budget van ${budget} stelt aan deze lijst geen grens.`,
  part: 'Krijgt een deel van het geld',
  listed: 'Op de lijst',
  notListed: 'Niet op de lijst',
  points: 'Punten',
  pointsOf: (count: number, shown: string) =>
    Math.abs(count) === 1 ? `${shown} punt` : `${shown} punten`,
  fromBallots: (count: number, shown: string) =>
    count === 1 ? `van ${shown} stembiljet` : `van ${shown} stembiljetten`,
  compared: {
    satisfaction: (forGreedy: string, forRule: string, greedy: string, rule: string) =>
      `Wie krijgt meer van de eigen keuze? ${forGreedy} met “${greedy}”, ${forRule} met “${rule}”.`,
    exclusion: (forGreedy: string, forRule: string, greedy: string, rule: string) =>
      `Wie krijgt maar op één manier iets van de eigen keuze? ${forGreedy} met “${greedy}”, ${forRule} met “${rule}”.`,
    kept: (rule: string) => `Daarom geldt “${rule}”.`,
  },
  status: {
    provisional: 'Voorlopige uitslag',
    final: 'Definitieve uitslag',
    corrected: 'Verbeterde uitslag',
  },
  asOf: (day: string) => `per ${day}`,
  ballots: (count: number): string => (count === 1 ? 'stembiljet' : 'stembiljetten'),
  blank: (count: string) => `waarvan ${count} blanco`,
  ways: {
    online: (count: string) => `${count} online`,
    kiosk: (count: string) => `${count} aan een kiosk`,
    paper: (count: string) => `${count} op papier`,
    invalid: (count: string) => `en ${count} ongeldig op papier`,
  },
  halls: {
    title: 'Stemmen uit zalen zonder internet',
    counted: (hall: string, ballots: string) =>
      `${hall}: ${ballots}. Ze zijn hierboven met alle andere meegeteld.`,
    missing: (hall: string, reason: string) =>
      `${hall}: de stemmen van daar tellen niet mee. De gemeente schrijft: “${reason}”`,
  },
  turnout: (eligible: string) => `van de ${eligible} die konden stemmen`,
  funded: (money: string) => `${money} verdeeld`,
  left: (money: string) => `${money} over`,
  moneyLine: (spent: string, budget: string, left: string) =>
    `${spent} van ${budget} is verdeeld, ${left} is over.`,
  ranOut: (left: string, title: string, missing: string) =>
    `Hier was het geld op: er was nog ${left}, en ${title} kwam ${missing} tekort.`,
  why: 'Waarom deze, en waarom de andere niet',
  proposal: 'Voorstel',
  votes: 'Stemmen',
  votesOf: (count: number, shown: string) => (count === 1 ? `${shown} stem` : `${shown} stemmen`),
  costs: 'Kosten',
  outcome: 'Uitkomst',
  yes: 'Krijgt het geld',
  no: 'Krijgt het niet',
  payments: 'Wie hoeveel betaalde, per groep gelijke stembiljetten',
  cut: 'Hier was het geld op',
  lot: (titles: string) =>
    `Gelijk in stemmen en kosten: ${titles}. De loting vóór het stemmen besliste.`,
  lotDrawn: 'Zo is er geloot',
  recountTitle: 'Tel het zelf na',
  recount:
    'Alles wat daarvoor nodig is staat hier. Met de software van deze site telt één opdracht de stembiljetten opnieuw en vergelijkt elk getal:',
  recountSums:
    'De stembiljetten zelf worden niet openbaar gemaakt, omdat het er zo weinig zijn dat ze iemand konden verraden. De sommen zijn wel na te rekenen:',
  countHere: 'Tel het opnieuw, hier',
  countText:
    'Uw browser haalt de gepubliceerde bestanden van deze site op en telt ze volgens dezelfde regels. Er wordt niets verzonden.',
  countFailed: 'Het tellen kon in deze browser niet beginnen.',
  dataTitle: 'Voor kranten en onderzoekers',
  data: 'Een uitslag die op de site staat verandert nooit. Moet hij worden verbeterd, dan volgt een nieuwe en blijft de oude staan.',
  files: {
    'result.json': 'De uitslag als data (JSON)',
    'results.csv': 'De tabel (CSV)',
    'ballots.pb': 'Alle stembiljetten, zonder namen (.pb)',
    'paper.json': 'Waarover is gestemd (JSON)',
    'ballots.csv': 'Alle stembiljetten zoals ze in de bus lagen (CSV)',
    'receipts.csv': 'Alle ontvangstbewijzen (CSV)',
    'certificate.json': 'De telling stap voor stap, om na te gaan (JSON)',
    'issued.csv': 'Alle uitgegeven codes, als merktekens (CSV)',
    'used.txt': 'Welke daarvan zijn gebruikt (TXT)',
    'mark-key.txt': 'De sleutel tussen die twee (TXT)',
    'board.jsonl': 'Het openbare bord (JSON, één regel per vermelding)',
    'reconciliation.json': 'Wat vóór publicatie is vergeleken (JSON)',
  },
  digest: 'Vingerafdruk',
  cite: (round: string, status: string, day: string) =>
    `Om te citeren: ${round}, ${status}, ${day}.`,
  none: 'Er is nog geen uitslag',
  noneText: 'Die staat hier zodra de stemmen zijn geteld.',
  when: 'Wat er wanneer gebeurt',
}

export const pictures = {
  turns: 'Het geld, beurt voor beurt',
  shares: 'Wie betaalde waarvoor',
  purse: 'Wanneer elk voorstel betaald kon worden',
  themes: 'Stemmen, thema voor thema',
  themesByPoints: 'Punten, thema voor thema',
  budget: (budget: string) => `Budget: ${budget}`,
  more: (count: string) => `En nog ${count}: zie de tabel.`,
  legend: {
    turns: { won: 'dit voorstel', before: 'al verdeeld', lacking: 'past niet' },
    shares: {
      won: 'volledig betaald',
      rest: 'het laatste dat anderen hadden',
      later: 'uit wat er over was',
      held: 'wat er nog voor was',
      lacking: 'ontbreekt',
    },
    purse: { won: 'wat iedereen had gekregen', lacking: 'paste niet meer' },
    themes: { won: 'krijgt het geld', lost: 'krijgt het niet' },
  },
}

export const beside = {
  title: 'Wat een andere regel had gedaan',
  same: (rule: string) =>
    `Geteld volgens “${rule}” geven dezelfde stembiljetten dezelfde winnaars.`,
  differs: (rule: string, cost: string) =>
    stop(
      `Geteld volgens “${rule}” gaven dezelfde stembiljetten andere winnaars, samen voor ${cost}`,
    ),
  served: (here: string, there: string, all: string) =>
    `Op ${here} van de ${all} stembiljetten staat ten minste één winnaar; anders waren het er ${there} geweest.`,
  prefer: (here: string, there: string) =>
    `Wie krijgt meer van de eigen keuze? Zo ${here}, op de andere manier ${there}; voor de rest is het gelijk.`,
  onlyHere: 'Alleen zo',
  onlyThere: (rule: string) => `Alleen volgens “${rule}”`,
  none: 'Geen',
}
