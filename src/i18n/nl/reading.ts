/**
 * Dutch, reading: the frame of every page, the rounds, the proposals and the results.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

const NUMBERS = 'Geen Eén Twee Drie Vier Vijf Zes Zeven Acht Negen Tien Elf Twaalf'.split(' ')

const counted = (count: number) => NUMBERS[count] ?? String(count)

const countedProposals = (count: number) =>
  `${counted(count)} ${count === 1 ? 'voorstel' : 'voorstellen'}`

export const site = {
  skip: 'Naar de inhoud',
  navigation: 'Hoofdmenu',
  languages: 'Taal',
  here: 'U bent hier',
  questions: 'Vragen?',
  ask: (name: string) => `Vraag het aan ${name}`,
  promise: 'Geen cookies, geen tracking.',
  onlyIn: (language: string) => `De eigen teksten van de raad zijn in het ${language}.`,
  notFound: 'Deze pagina bestaat niet',
  notFoundText:
    'Misschien is het adres veranderd of ontbreekt er een letter. Begin bij de voorpagina.',
  toHome: 'Naar de voorpagina',
  problem: 'Een probleem',
  problemDescription: 'Er werkte iets niet zoals het hoort.',
}

export const nav = {
  round: 'De ronde',
  proposals: 'Voorstellen',
  result: 'Uitslag',
  how: 'Zo werkt het',
}

export const phases = {
  information: 'Informatie',
  submission: 'Ideeën indienen',
  development: 'Hulpdagen',
  assessment: 'Controle door de raad',
  voting: 'Stemmen',
  decision: 'Uitslag',
  delivery: 'Uitvoering',
  evaluation: 'Terugblik',
}

export const moments = {
  opensSubmission: (at: string) => `Voorstellen zijn welkom vanaf ${at}`,
  submission: (until: string) => `Voorstellen zijn welkom tot ${until}`,
  between: (at: string) => `Stemmen kan vanaf ${at}`,
  voting: (until: string) => `Stemmen kan tot ${until}`,
  over: 'Het stemmen is voorbij, de uitslag volgt',
  closed: 'Deze ronde is voorbij',
  votingDates: (period: string) => `Stemmen: ${period}`,
  from: (day: string) => `Vanaf ${day}`,
  now: 'Nu',
}

export const home = {
  description: (council: string) =>
    `Bewoners van ${council} beslissen wat er met een deel van het geld gebeurt.`,
  headline: 'Wat gaat ermee gebeuren? U beslist.',
  howTitle: 'Zo werkt het',
  how: [
    {
      title: 'Bewoners stellen voor',
      text: 'Iedereen kan een idee indienen. De raad kijkt of het mag en of het kan.',
    },
    {
      title: 'Bewoners kiezen',
      text: 'Iedereen die mag stemmen krijgt een brief met een code. Eén code, één stembiljet.',
    },
    {
      title: 'Het geld wordt verdeeld',
      text: 'De uitslag komt op de site met een reden bij elk voorstel, en iedereen kan natellen.',
    },
  ],
  roundsTitle: 'De rondes',
  funded: (count: number, money: string) =>
    `${countedProposals(count)} ${count === 1 ? 'kreeg' : 'kregen samen'} ${money}`,
  aboutTitle: (name: string) => `Over ${name}`,
  guidesTitle: 'Goed om te weten',
  empty: 'Er is nog geen ronde. De eerste wordt hier aangekondigd.',
}

export const round = {
  vote: 'Stem met uw code',
  read: 'Lees de voorstellen',
  propose: 'Dien een voorstel in',
  seeResult: 'Bekijk de uitslag',
  toShare: 'te verdelen',
  atMost: (money: string) => `ten hoogste ${money} per voorstel`,
  timeline: 'Waar we nu staan',
  winnersTitle: 'Hoe de winnaars worden bepaald',
  greedy:
    'De voorstellen met de meeste stemmen krijgen het geld, van boven naar beneden, zolang het er is. Een voorstel dat meer kost dan er over is, wordt overgeslagen.',
  tie: 'Bij gelijke stand gaat het goedkoopste voor, en daarna het voorstel dat vóór het stemmen het eerst is geloot.',
  votersTitle: 'Wie mag stemmen',
  howTitle: 'Zo stemt u',
  steps: [
    {
      title: 'Zoek uw brief',
      text: 'Daarin staat uw stemcode: 16 letters en cijfers, goed voor één stembiljet.',
    },
    { title: 'Kies', text: '' },
    {
      title: 'Bewaar het ontvangstbewijs',
      text: 'Het laat zien dat uw stembiljet in de bus zit. Het laat niet zien wat u koos.',
    },
  ],
  knapsack: (money: string) =>
    `Zo veel voorstellen als u wilt, zolang ze samen binnen ${money} passen.`,
  approval: 'Zo veel voorstellen als u wilt. Wat ze kosten maakt voor uw stembiljet niet uit.',
  approvalMost: (most: number) =>
    `Tot ${most} voorstellen. Wat ze kosten maakt voor uw stembiljet niet uit.`,
  noLetter: (name: string) => `Geen brief? Vraag het aan ${name}.`,
  areas: 'De gebieden en hun geld',
}

export const proposals = {
  title: countedProposals,
  emptyTitle: 'Voorstellen',
  description: (round: string) => `Alle voorstellen van ${round}, en wat ze kosten.`,
  asked: (asked: string, budget: string) =>
    `${stop(`Samen kosten ze ${asked}`)} Er is ${budget} te verdelen.`,
  moneyLine: (asked: string, budget: string) =>
    stop(`De voorstellen kosten samen ${asked}, het budget is ${budget}`),
  budgetEnds: (budget: string) => `Hier is het geld op: ${budget}`,
  empty: 'Nog geen voorstellen. Wees de eerste: het duurt tien minuten.',
  offTitle: 'Niet op het stembiljet',
  offText: 'Ook deze zijn ingediend. Bij elk staat waarom er niet op kan worden gestemd.',
  standing: { rejected: 'Hierop kan niet worden gestemd', withdrawn: 'Ingetrokken' },
}

export const proposal = {
  share: (share: string, budget: string) => `${share} van de ${budget} die te verdelen is`,
  lineLabel: (cost: string, budget: string) => stop(`${cost} van het budget van ${budget}`),
  theme: 'Thema',
  area: 'Gebied',
  proposer: 'Van',
  beneficiaries: 'Voor',
  whyOff: 'Waarom het niet op het stembiljet staat',
  funded: 'Krijgt het geld',
  notFunded: 'Krijgt het geld niet',
  all: 'Alle voorstellen',
}

export const result = {
  title: 'Uitslag',
  description: (round: string) => `De uitslag van ${round}, met een reden bij elk voorstel.`,
  headline: (count: number) =>
    `${countedProposals(count)} ${count === 1 ? 'krijgt' : 'krijgen'} het geld`,
  lede: (spent: string, budget: string) => `${spent} van ${budget} is verdeeld.`,
  leftover: (money: string) => `${money} blijft over.`,
  status: {
    provisional: 'Voorlopige uitslag',
    final: 'Definitieve uitslag',
    corrected: 'Verbeterde uitslag',
  },
  asOf: (day: string) => `per ${day}`,
  ballots: (count: number): string => (count === 1 ? 'stembiljet' : 'stembiljetten'),
  blank: (count: string) => `waarvan ${count} blanco`,
  turnout: (eligible: string) => `van de ${eligible} die konden stemmen`,
  funded: (money: string) => `${money} verdeeld`,
  left: (money: string) => `${money} over`,
  moneyLine: (spent: string, budget: string, left: string) =>
    `${spent} van ${budget} is verdeeld, ${left} is over.`,
  ranOut: (left: string, title: string, missing: string) =>
    `Hier was het geld op: er was nog ${left}, en ${title} kwam ${missing} tekort.`,
  why: 'Waarom deze, en waarom de andere niet',
  whyText: 'Van de meeste stemmen naar beneden. Een voorstel krijgt het geld als het nog past.',
  proposal: 'Voorstel',
  votes: 'Stemmen',
  votesOf: (count: number, shown: string) => (count === 1 ? `${shown} stem` : `${shown} stemmen`),
  costs: 'Kosten',
  outcome: 'Uitkomst',
  yes: 'Krijgt het geld',
  no: 'Krijgt het niet',
  cut: 'Hier was het geld op',
  first: (after: string) => `De meeste stemmen. Daarna was er nog ${stop(after)}`,
  fitted: (before: string, after: string) =>
    `Paste in de ${before} die er nog was. Er bleef ${after} over.`,
  last: (before: string) => `Nam precies de ${before} die er nog was.`,
  missing: (before: string, missing: string) => `Er was nog maar ${before}: ${missing} te weinig.`,
  noVotes: 'Niemand koos dit.',
  lot: (titles: string) =>
    `Gelijk in stemmen en kosten: ${titles}. De loting vóór het stemmen besliste.`,
  lotDrawn: 'Zo is er geloot',
  recountTitle: 'Tel het zelf na',
  recount:
    'Alles wat daarvoor nodig is staat hier. Met de software van deze site telt één opdracht de stembiljetten opnieuw en vergelijkt elk getal:',
  recountSums:
    'De stembiljetten zelf worden niet openbaar gemaakt, omdat het er zo weinig zijn dat ze iemand konden verraden. De sommen zijn wel na te rekenen:',
  dataTitle: 'Voor kranten en onderzoekers',
  data: 'Een uitslag die op de site staat verandert nooit. Moet hij worden verbeterd, dan volgt een nieuwe en blijft de oude staan.',
  files: {
    'result.json': 'De uitslag als data (JSON)',
    'results.csv': 'De tabel (CSV)',
    'ballots.pb': 'Alle stembiljetten, zonder namen (.pb)',
  },
  digest: 'Vingerafdruk',
  cite: (round: string, status: string, day: string) =>
    `Om te citeren: ${round}, ${status}, ${day}.`,
  none: 'Er is nog geen uitslag',
  noneText: 'Die staat hier zodra de stemmen zijn geteld.',
  when: 'Wat er wanneer gebeurt',
}
