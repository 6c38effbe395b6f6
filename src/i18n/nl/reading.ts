/**
 * Dutch, reading: the frame of every page, the rounds and the proposals.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'
import { countedProposals } from './numbers.ts'

export const site = {
  skip: 'Naar de inhoud',
  navigation: 'Hoofdmenu',
  languages: 'Taal',
  here: 'U bent hier',
  questions: 'Vragen?',
  ask: (name: string) => `Vraag het aan ${name}`,
  promise: 'Geen cookies, geen tracking.',
  onlyIn: (language: string) => `Wat niet is vertaald, is in het ${language}.`,
  translation: 'Dit is een vertaling. Het origineel:',
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
  assessment: 'Controle door de gemeente',
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
    `Inwoners van ${council} beslissen wat er met een deel van het geld gebeurt.`,
  headline: 'Wat gaat ermee gebeuren? U beslist.',
  howTitle: 'Zo werkt het',
  how: [
    {
      title: 'Inwoners stellen voor',
      text: 'Iedereen kan een idee indienen. De gemeente kijkt of het mag en of het kan.',
    },
    {
      title: 'Inwoners kiezen',
      text: 'Iedereen die mag stemmen krijgt een brief met een code. Eén code, één stembiljet.',
    },
    {
      title: 'Het geld wordt verdeeld',
      text: 'De uitslag komt op de site met een reden bij elk voorstel, en iedereen kan natellen.',
    },
  ],
  roundsTitle: 'De rondes',
  decided: (proposals: number, rounds: number) =>
    `tot nu toe verdeeld, over ${proposals} ${proposals === 1 ? 'voorstel' : 'voorstellen'} in ${rounds} ${rounds === 1 ? 'ronde' : 'rondes'}`,
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
  eventsTitle: 'Kom langs',
  conditionsTitle: 'Waar een voorstel zich aan houdt',
  conditions: {
    costBetween: (least: string, most: string) =>
      stop(`Een voorstel kost tussen ${least} en ${most}`),
    costAtMost: (most: string) => stop(`Een voorstel kost ten hoogste ${most}`),
    costAtLeast: (least: string) => stop(`Een voorstel kost ten minste ${least}`),
  },
}

export const proposals = {
  title: countedProposals,
  emptyTitle: 'Voorstellen',
  description: (round: string) => `Alle voorstellen van ${round}, en wat ze kosten.`,
  asked: (count: number, asked: string, budget: string) =>
    `${stop(count === 1 ? `Het kost ${asked}` : `Samen kosten ze ${asked}`)} Er is ${budget} te verdelen.`,
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
  partFunded: 'Krijgt een deel van het geld',
  notFunded: 'Krijgt het geld niet',
  all: 'Alle voorstellen',
}
