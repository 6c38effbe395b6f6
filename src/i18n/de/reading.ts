/**
 * German, reading: the frame of every page, the rounds, the proposals and the results.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

const NUMBERS = 'Kein Ein Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn Elf Zwölf'.split(' ')

const countedProposals = (count: number) =>
  `${NUMBERS[count] ?? count} ${count < 2 ? 'Vorschlag' : 'Vorschläge'}`

export const site = {
  skip: 'Zum Inhalt',
  navigation: 'Hauptmenü',
  languages: 'Sprache',
  here: 'Sie sind hier',
  questions: 'Fragen?',
  ask: (name: string) => `Fragen Sie ${name}`,
  promise: 'Keine Cookies, kein Tracking.',
  onlyIn: (language: string) => `Die eigenen Texte des Rates sind auf ${language}.`,
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
  assessment: 'Prüfung durch den Rat',
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
      text: 'Jede und jeder kann eine Idee einreichen. Der Rat prüft, ob sie erlaubt und machbar ist.',
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
  greedy:
    'Die Vorschläge mit den meisten Stimmen bekommen das Geld, von oben nach unten, solange es reicht. Was mehr kostet, als noch da ist, wird übersprungen.',
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
}

export const proposals = {
  title: countedProposals,
  emptyTitle: 'Vorschläge',
  description: (round: string) => `Alle Vorschläge von ${round}, und was sie kosten.`,
  asked: (asked: string, budget: string) =>
    `${stop(`Zusammen kosten sie ${asked}`)} Zu verteilen sind ${stop(budget)}`,
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
  notFunded: 'Bekommt das Geld nicht',
  all: 'Alle Vorschläge',
}

export const result = {
  title: 'Ergebnis',
  description: (round: string) => `Das Ergebnis von ${round}, mit einem Grund für jeden Vorschlag.`,
  headline: (count: number) =>
    `${countedProposals(count)} ${count < 2 ? 'bekommt' : 'bekommen'} das Geld`,
  lede: (spent: string, budget: string) => `${spent} von ${budget} sind verteilt.`,
  leftover: (money: string) => `${money} bleiben übrig.`,
  status: {
    provisional: 'Vorläufiges Ergebnis',
    final: 'Endgültiges Ergebnis',
    corrected: 'Berichtigtes Ergebnis',
  },
  asOf: (day: string) => `Stand ${day}`,
  ballots: (count: number): string => (count === 1 ? 'Stimmzettel' : 'Stimmzettel'),
  blank: (count: string) => `davon ${count} ${count === '1' ? 'leerer' : 'leere'}`,
  turnout: (eligible: string) => `der ${eligible}, die abstimmen konnten`,
  funded: (money: string) => `${money} verteilt`,
  left: (money: string) => `${money} übrig`,
  moneyLine: (spent: string, budget: string, left: string) =>
    `${spent} von ${budget} sind verteilt, ${left} sind übrig.`,
  ranOut: (left: string, title: string, missing: string) =>
    stop(
      `Hier reichte das Geld nicht mehr: ${left} waren übrig, und „${title}“ fehlten ${missing}`,
    ),
  why: 'Warum diese, und warum die anderen nicht',
  whyText: 'Von den meisten Stimmen abwärts. Ein Vorschlag bekommt das Geld, wenn es noch reicht.',
  proposal: 'Vorschlag',
  votes: 'Stimmen',
  votesOf: (count: number, shown: string) => (count === 1 ? `${shown} Stimme` : `${shown} Stimmen`),
  costs: 'Kosten',
  outcome: 'Ausgang',
  yes: 'Bekommt das Geld',
  no: 'Bekommt es nicht',
  cut: 'Hier reichte das Geld nicht mehr',
  first: (after: string) => `Die meisten Stimmen. Danach waren noch ${after} da.`,
  fitted: (before: string, after: string) =>
    `Passte in die ${before}, die noch da waren. ${after} blieben übrig.`,
  last: (before: string) => `Nahm genau die ${before}, die noch da waren.`,
  missing: (before: string, missing: string) => `Nur noch ${before} waren da: ${missing} zu wenig.`,
  noVotes: 'Niemand hat ihn gewählt.',
  lot: (titles: string) =>
    `Gleich viele Stimmen und gleiche Kosten: ${titles}. Das Los vor der Abstimmung entschied.`,
  lotDrawn: 'So wurde gelost',
  recountTitle: 'Selbst nachzählen',
  recount:
    'Alles, was man dazu braucht, ist veröffentlicht. Mit der Software dieser Website zählt ein Befehl die Stimmzettel noch einmal und vergleicht jede Zahl:',
  recountSums:
    'Die Stimmzettel selbst werden nicht veröffentlicht, weil es so wenige sind, dass sie jemanden verraten könnten. Die Summen lassen sich trotzdem prüfen:',
  dataTitle: 'Für Zeitungen und Forschung',
  data: 'Ein veröffentlichtes Ergebnis wird nie geändert. Muss es berichtigt werden, folgt ein neues, und das alte bleibt stehen.',
  files: {
    'result.json': 'Das Ergebnis als Daten (JSON)',
    'results.csv': 'Die Tabelle (CSV)',
    'ballots.pb': 'Alle Stimmzettel, ohne Namen (.pb)',
  },
  digest: 'Fingerabdruck',
  cite: (round: string, status: string, day: string) =>
    `Zum Zitieren: ${round}, ${status}, ${day}.`,
  none: 'Es gibt noch kein Ergebnis',
  noneText: 'Es steht hier, sobald die Stimmen ausgezählt sind.',
  when: 'Was wann geschieht',
}
