/**
 * German, proposing: the form for a proposal, and what happens to it afterwards.
 *
 * Pure. Invariant: what is public and what stays private is said before it is typed.
 * Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const propose = {
  title: 'Etwas vorschlagen',
  description: (round: string) => `Reichen Sie Ihren Vorschlag für ${round} ein.`,
  lede: 'Sagen Sie, was Sie möchten, was es kostet und für wen es ist. Das dauert etwa zehn Minuten. Der Rat liest jeden Vorschlag, bevor er gezeigt wird.',
  openUntil: (until: string) => `Vorschläge sind willkommen bis ${until}.`,
  opensAt: (at: string) => `Vorschläge können ab ${at} eingereicht werden.`,
  closedAt: (at: string) =>
    `Vorschläge konnten bis ${at} eingereicht werden. Die nächste Runde ist eine neue Gelegenheit.`,
  dates: (period: string) => `Vorschläge können eingereicht werden: ${period}.`,
  notTaken: 'In dieser Runde werden über die Website keine Vorschläge angenommen.',
  public: 'Was alle sehen',
  publicHint: 'Das steht auf der Website, sobald der Rat es gelesen hat.',
  private: 'Nur für den Rat',
  privateHint: 'Erscheint nie auf der Website. Nach der Runde wird es gelöscht.',
  atMost: (most: number) => `Höchstens ${most} Zeichen.`,
  titleHint: 'Ein paar Worte, die in einer Liste verständlich sind: „Licht am Weg zur Sporthalle“.',
  summaryHint: 'Ein oder zwei Sätze, was die Menschen davon haben.',
  descriptionHint: 'Was Sie tun möchten, wo, mit wem, und wofür das Geld ist.',
  costBetween: (least: string, most: string) => stop(`Zwischen ${least} und ${most}`),
  costAtMost: (most: string) => stop(`Höchstens ${most}`),
  costAtLeast: (least: string) => stop(`Mindestens ${least}`),
  costHint: 'Alles, was diese Runde bezahlen soll.',
  choose: 'Bitte wählen …',
  kinds: {
    group: 'Eine Gruppe oder ein Verein',
    role: 'Eine Rolle, etwa „eine Mutter“',
    person: 'Mein eigener Name',
  },
  proposerNameHint:
    'So, wie es auf der Website stehen soll: „Klasse 5b“, „Ein Nachbar“ oder Ihr Name.',
  consent: 'Ich bin einverstanden, dass mein eigener Name auf der Website steht',
  contactNameHint: 'Wen wir fragen können.',
  contactHint: 'Eine Telefonnummer oder E-Mail-Adresse.',
  payeeHint: 'Der Verein oder die Person, die das Geld bekäme, falls Sie es schon wissen.',
  optional: '(kann leer bleiben)',
  leaveEmpty: 'Dieses Feld bitte leer lassen',
  submit: 'Meinen Vorschlag senden',
}

export const fields = {
  title: 'Name des Vorschlags',
  summary: 'Kurz gesagt',
  description: 'Der ganze Vorschlag',
  cost: 'Was es kostet',
  area: 'Gebiet',
  theme: 'Thema',
  proposerKind: 'Wer es vorschlägt',
  proposerName: 'Von wem der Vorschlag kommt',
  nameConsent: 'Einwilligung, Ihren Namen zu zeigen',
  contactName: 'Ihr Name',
  contact: 'Wie wir Sie erreichen',
  payee: 'Wer das Geld bekommt',
  language: 'Sprache',
}

export const fieldFaults = {
  'too-long': (label: string, limit: string) => `${label}: bitte höchstens ${limit} Zeichen.`,
  'too-short': (label: string, limit: string) => `${label}: bitte mindestens ${limit} Zeichen.`,
  missing: (label: string) => `${label}: bitte ausfüllen.`,
  'too-high': (label: string, limit: string) => `${label}: höchstens ${limit} in dieser Runde.`,
  'too-low': (label: string, limit: string) => `${label}: mindestens ${limit} in dieser Runde.`,
  unknown: (label: string) => `${label}: bitte aus der Liste wählen.`,
  'not-a-number': (label: string) =>
    `${label}: bitte einen Betrag in Ziffern schreiben, etwa 12000.`,
  ambiguous: (label: string) =>
    `${label}: Wir sind nicht sicher, welcher Betrag gemeint ist. Bitte nur Ziffern schreiben, etwa 12000.`,
}

export const submission = {
  title: 'Ihr Vorschlag',
  description: 'Wie es um Ihren Vorschlag steht.',
  received: 'Danke. Ihr Vorschlag ist angekommen',
  receivedNext:
    'Der Rat liest ihn und stellt ihn dann auf die Website, oder sagt Ihnen auf dieser Seite, warum nicht.',
  keepLink: 'Bewahren Sie diesen Link auf: Er ist der einzige Weg zurück',
  keepLinkHint:
    'Kopieren Sie ihn, oder setzen Sie ein Lesezeichen auf diese Seite. Damit sehen Sie, was aus Ihrem Vorschlag wurde, und können ihn zurückziehen.',
  yourLink: 'Ihr persönlicher Link',
  copy: 'Link kopieren',
  copied: 'Kopiert.',
  waiting: 'Wird noch gelesen',
  waitingText: 'Der Rat hat ihn noch nicht gelesen.',
  changesAsked: 'Der Rat bittet Sie um eine Änderung',
  changesAskedText: 'Darum bittet der Rat:',
  change: 'Meinen Vorschlag ändern',
  changeTitle: 'Ihren Vorschlag ändern',
  changeDescription: (round: string) => `Ändern Sie, was Sie für ${round} eingereicht haben.`,
  sendAgain: 'Noch einmal einreichen',
  backToIt: 'Zurück zu Ihrem Vorschlag, ohne etwas zu ändern',
  merged: 'Mit einem ähnlichen zusammengelegt',
  mergedText:
    'Jemand hat fast dasselbe eingereicht. Der Rat macht mit beiden als einem Vorschlag weiter.',
  approved: 'Gelesen und angenommen',
  approvedText: 'Er steht bald auf der Website, zusammen mit den anderen angenommenen Vorschlägen.',
  published: 'Auf der Website',
  publishedText: 'Alle können ihn jetzt lesen.',
  see: 'Zum Vorschlag',
  rejected: 'Nicht aufgenommen',
  rejectedText: 'Der Rat nannte diesen Grund:',
  withdrawn: 'Zurückgezogen',
  withdrawnText: 'Sie haben den Vorschlag zurückgezogen. Er wird nicht gezeigt.',
  withdrawTitle: 'Anders überlegt?',
  withdrawText:
    'Sie können den Vorschlag zurückziehen, solange er nicht auf der Website steht. Das lässt sich nicht rückgängig machen.',
  withdraw: 'Meinen Vorschlag zurückziehen',
  empty:
    'Diese Seite zeigt einen Vorschlag nur, wenn Sie Ihren persönlichen Link öffnen oder gerade einen eingereicht haben.',
}
