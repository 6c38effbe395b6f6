/**
 * German, reading: the frame of every page, the rounds and the proposals.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'
import { countedProposals } from './numbers.ts'

export const site = {
  skip: 'Zum Inhalt',
  navigation: 'Hauptmenü',
  languages: 'Sprache',
  here: 'Sie sind hier',
  questions: 'Fragen?',
  ask: (name: string) => `Fragen Sie ${name}`,
  promise: 'Keine Cookies, kein Tracking.',
  onlyIn: (language: string) => `Was nicht übersetzt ist, ist auf ${language}.`,
  translation: 'Dies ist eine Übersetzung. Das Original:',
  notFound: 'Diese Seite gibt es nicht',
  notFoundText:
    'Vielleicht hat sich die Adresse geändert, oder ein Buchstabe fehlt. Beginnen Sie auf der Startseite.',
  toHome: 'Zur Startseite',
  problem: 'Ein Problem',
  problemDescription: 'Etwas ging nicht so, wie es sollte.',
}

export const nav = {
  round: 'Die Runde',
  proposals: 'Vorschläge',
  result: 'Ergebnis',
  how: 'So geht es',
}

export const phases = {
  information: 'Information',
  submission: 'Ideen einreichen',
  development: 'Hilfetage',
  assessment: 'Prüfung durch die Gemeinde',
  voting: 'Abstimmung',
  decision: 'Ergebnis',
  delivery: 'Umsetzung',
  evaluation: 'Rückblick',
}

export const moments = {
  opensSubmission: (at: string) => `Vorschläge sind willkommen ab ${at}`,
  submission: (until: string) => `Vorschläge sind willkommen bis ${until}`,
  between: (at: string) => `Die Abstimmung beginnt am ${at}`,
  voting: (until: string) => `Die Abstimmung läuft bis ${until}`,
  over: 'Die Abstimmung ist vorbei, das Ergebnis folgt',
  closed: 'Diese Runde ist vorbei',
  votingDates: (period: string) => `Abstimmung: ${period}`,
  from: (day: string) => `Ab ${day}`,
  now: 'Jetzt',
}

export const home = {
  description: (council: string) =>
    `In ${council} entscheiden die Menschen, was aus einem Teil des Geldes wird.`,
  headline: 'Was soll daraus werden? Sie entscheiden.',
  howTitle: 'So geht es',
  how: [
    {
      title: 'Alle schlagen vor',
      text: 'Jede und jeder kann eine Idee einreichen. Die Gemeinde prüft, ob sie erlaubt und machbar ist.',
    },
    {
      title: 'Alle wählen aus',
      text: 'Wer abstimmen darf, bekommt einen Brief mit einem Code. Ein Code, ein Stimmzettel.',
    },
    {
      title: 'Das Geld wird vergeben',
      text: 'Das Ergebnis wird veröffentlicht, mit einem Grund für jeden Vorschlag, und alle können nachzählen.',
    },
  ],
  roundsTitle: 'Die Runden',
  decided: (proposals: number, rounds: number) =>
    `bisher vergeben, für ${proposals} ${proposals === 1 ? 'Vorschlag' : 'Vorschläge'} in ${rounds} ${rounds === 1 ? 'Runde' : 'Runden'}`,
  funded: (count: number, money: string) =>
    `${countedProposals(count)} ${count < 2 ? 'bekam' : 'bekamen zusammen'} ${money}`,
  aboutTitle: (name: string) => `Über ${name}`,
  guidesTitle: 'Gut zu wissen',
  empty: 'Es gibt noch keine Runde. Die erste wird hier angekündigt.',
}

export const round = {
  vote: 'Mit Ihrem Code abstimmen',
  read: 'Die Vorschläge lesen',
  propose: 'Einen Vorschlag einreichen',
  seeResult: 'Zum Ergebnis',
  toShare: 'zu verteilen',
  atMost: (money: string) => `höchstens ${money} für einen Vorschlag`,
  timeline: 'Wo wir stehen',
  winnersTitle: 'Wie die Gewinner gefunden werden',
  tie: 'Bei Gleichstand geht der günstigere vor, danach der, der vor der Abstimmung zuerst ausgelost wurde.',
  votersTitle: 'Wer abstimmen darf',
  howTitle: 'So stimmen Sie ab',
  steps: [
    {
      title: 'Ihr Brief',
      text: 'Darin steht Ihr Stimmcode: 16 Buchstaben und Ziffern, gültig für einen Stimmzettel.',
    },
    { title: 'Ihre Auswahl', text: '' },
    {
      title: 'Ihre Quittung',
      text: 'Sie zeigt, dass Ihr Stimmzettel in der Urne liegt. Sie zeigt nicht, was Sie gewählt haben.',
    },
  ],
  knapsack: (money: string) =>
    `So viele Vorschläge Sie möchten, solange sie zusammen in ${money} passen.`,
  approval:
    'So viele Vorschläge Sie möchten. Was sie kosten, spielt für Ihren Stimmzettel keine Rolle.',
  approvalMost: (most: number) =>
    `Bis zu ${most} Vorschläge. Was sie kosten, spielt für Ihren Stimmzettel keine Rolle.`,
  noLetter: (name: string) => `Kein Brief? Fragen Sie ${name}.`,
  areas: 'Die Gebiete und ihr Geld',
  eventsTitle: 'Kommen Sie vorbei',
  conditionsTitle: 'Was für jeden Vorschlag gilt',
  conditions: {
    costBetween: (least: string, most: string) =>
      stop(`Ein Vorschlag kostet zwischen ${least} und ${most}`),
    costAtMost: (most: string) => stop(`Ein Vorschlag kostet höchstens ${most}`),
    costAtLeast: (least: string) => stop(`Ein Vorschlag kostet mindestens ${least}`),
  },
}

export const proposals = {
  title: countedProposals,
  emptyTitle: 'Vorschläge',
  description: (round: string) => `Alle Vorschläge von ${round}, und was sie kosten.`,
  asked: (count: number, asked: string, budget: string) =>
    `${stop(count === 1 ? `Er kostet ${asked}` : `Zusammen kosten sie ${asked}`)} Zu verteilen sind ${stop(budget)}`,
  moneyLine: (asked: string, budget: string) =>
    stop(`Die Vorschläge kosten zusammen ${asked}, das Budget ist ${budget}`),
  budgetEnds: (budget: string) => `Hier endet das Geld: ${budget}`,
  empty: 'Noch keine Vorschläge. Machen Sie den ersten: Es dauert zehn Minuten.',
  offTitle: 'Nicht auf dem Stimmzettel',
  offText:
    'Auch diese wurden eingereicht. Bei jedem steht, warum darüber nicht abgestimmt werden kann.',
  standing: { rejected: 'Nicht wählbar', withdrawn: 'Zurückgezogen' },
}

export const proposal = {
  share: (share: string, budget: string) => `${share} der ${budget}, die zu verteilen sind`,
  lineLabel: (cost: string, budget: string) => stop(`${cost} vom Budget von ${budget}`),
  theme: 'Thema',
  area: 'Gebiet',
  proposer: 'Von',
  beneficiaries: 'Für',
  whyOff: 'Warum er nicht auf dem Stimmzettel steht',
  funded: 'Bekommt das Geld',
  partFunded: 'Bekommt einen Teil des Geldes',
  notFunded: 'Bekommt das Geld nicht',
  all: 'Alle Vorschläge',
}
