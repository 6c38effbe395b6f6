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
  lede: 'Sagen Sie, was Sie möchten, was es kostet und für wen es ist. Das dauert etwa zehn Minuten. Die Gemeinde liest jeden Vorschlag, bevor er gezeigt wird.',
  openUntil: (until: string) => `Vorschläge sind willkommen bis ${until}.`,
  opensAt: (at: string) => `Vorschläge können ab ${at} eingereicht werden.`,
  closedAt: (at: string) =>
    `Vorschläge konnten bis ${at} eingereicht werden. Die nächste Runde ist eine neue Gelegenheit.`,
  dates: (period: string) => `Vorschläge können eingereicht werden: ${period}.`,
  notTaken: 'In dieser Runde werden über die Website keine Vorschläge angenommen.',
  public: 'Was alle sehen',
  publicHint: 'Das steht auf der Website, sobald die Gemeinde es gelesen hat.',
  private: 'Nur für die Gemeinde',
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
  pictureHint:
    'Ein eigenes Foto, eine eigene Zeichnung oder ein Bild, das Sie nutzen dürfen. Wer darauf zu erkennen ist, muss einverstanden sein. Wir entfernen, wo und womit es aufgenommen wurde.',
  pictureKinds: 'JPEG, PNG oder WebP.',
  pictureLimit: 'Höchstens 4 MB.',
  pictureWorking: 'Das Bild wird verkleinert …',
  pictureReady: 'Das Bild ist bereit.',
  pictureAltHint:
    'Für Menschen, die es nicht sehen: „Ein Schotterweg zwischen dunklen Bäumen“. Nur nötig, wenn ein Bild dabei ist.',
  pictureKept:
    'Zu Ihrem Vorschlag gehört schon ein Bild. Wählen Sie nur dann eine Datei, wenn ein anderes an seine Stelle soll.',
  pictureRemove: 'Das Bild wegnehmen',
  silentTitle: 'Es kam keine Antwort',
  silent:
    'Vielleicht ist Ihr Vorschlag nicht angekommen. Alles Geschriebene ist noch da: Prüfen Sie Ihre Verbindung, und senden Sie noch einmal.',
  submit: 'Meinen Vorschlag senden',
}

export const fields = {
  title: 'Name des Vorschlags',
  summary: 'Kurz gesagt',
  description: 'Der ganze Vorschlag',
  picture: 'Ein Bild',
  pictureAlt: 'Was das Bild zeigt',
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
  unticked: (label: string) =>
    `${label}: Setzen Sie das Häkchen, oder nennen Sie eine Gruppe oder eine Rolle.`,
  'too-high': (label: string, limit: string) => `${label}: höchstens ${limit} in dieser Runde.`,
  'too-low': (label: string, limit: string) => `${label}: mindestens ${limit} in dieser Runde.`,
  unknown: (label: string) => `${label}: bitte aus der Liste wählen.`,
  'not-a-number': (label: string) =>
    `${label}: bitte einen Betrag in Ziffern schreiben, etwa 12000.`,
  ambiguous: (label: string) =>
    `${label}: Wir sind nicht sicher, welcher Betrag gemeint ist. Bitte nur Ziffern schreiben, etwa 12000.`,
  'not-chosen': (label: string) =>
    `${label}: bitte die Datei wählen oder die Beschreibung leer lassen.`,
  again: (label: string) =>
    `${label}: bitte noch einmal wählen. Alles andere ist noch da, aber ein Bild kann eine Seite nicht behalten.`,
  moving: (label: string) =>
    `${label}: Dieses Bild bewegt sich. Bitte ein stehendes wählen, als JPEG oder PNG.`,
  heic: (label: string) =>
    `${label}: Das ist ein HEIC-Foto, das Browser nicht zeigen. Speichern Sie es als JPEG, oder mailen Sie es sich selbst, und wählen Sie diese Datei.`,
  svg: (label: string) =>
    `${label}: Das ist eine SVG-Zeichnung, wie immer sie heißt. Speichern Sie sie als PNG, und wählen Sie diese Datei.`,
  pdf: (label: string) =>
    `${label}: Das ist ein PDF, wie immer es heißt. Speichern Sie die Seite als JPEG oder PNG, und wählen Sie diese Datei.`,
  'not-a-picture': (label: string) =>
    `${label}: Diese Datei können wir nicht als Bild lesen. Bitte eine Datei in JPEG, PNG oder WebP wählen.`,
  damaged: (label: string) =>
    `${label}: Diese Datei ist beschädigt oder nicht vollständig. Bitte noch einmal oder eine andere wählen.`,
  'too-many-pixels': (label: string) =>
    `${label}: Dieses Bild ist zu groß, um es zu öffnen. Bitte vorher verkleinern oder ein anderes wählen.`,
  'too-heavy': (label: string, limit: string) =>
    `${label}: höchstens ${limit} MB. Bitte verkleinern oder den Vorschlag ohne Bild senden.`,
  'no-room': (label: string) =>
    `${label}: Mehr Bilder können gerade nicht angenommen werden. Senden Sie den Vorschlag ohne; die Gemeinde kann später eines ergänzen.`,
}

export const submission = {
  title: 'Ihr Vorschlag',
  description: 'Wie es um Ihren Vorschlag steht.',
  received: 'Danke. Ihr Vorschlag ist angekommen',
  receivedNext:
    'Die Gemeinde liest ihn und stellt ihn dann auf die Website, oder sagt Ihnen auf dieser Seite, warum nicht.',
  keepLink: 'Bewahren Sie diesen Link auf: Er ist der einzige Weg zurück',
  keepLinkHint:
    'Kopieren Sie ihn, oder setzen Sie ein Lesezeichen auf diese Seite. Damit sehen Sie, was aus Ihrem Vorschlag wurde, und können ihn zurückziehen.',
  yourLink: 'Ihr persönlicher Link',
  copy: 'Link kopieren',
  copied: 'Kopiert.',
  waiting: 'Wird noch gelesen',
  waitingText: 'Die Gemeinde hat ihn noch nicht gelesen.',
  changesAsked: 'Die Gemeinde bittet Sie um eine Änderung',
  changesAskedText: 'Darum bittet die Gemeinde:',
  change: 'Meinen Vorschlag ändern',
  changeTitle: 'Ihren Vorschlag ändern',
  changeDescription: (round: string) => `Ändern Sie, was Sie für ${round} eingereicht haben.`,
  sendAgain: 'Noch einmal einreichen',
  backToIt: 'Zurück zu Ihrem Vorschlag, ohne etwas zu ändern',
  merged: 'Mit einem ähnlichen zusammengelegt',
  mergedText:
    'Jemand hat fast dasselbe eingereicht. Die Gemeinde macht mit beiden als einem Vorschlag weiter.',
  approved: 'Gelesen und angenommen',
  approvedText: 'Er steht bald auf der Website, zusammen mit den anderen angenommenen Vorschlägen.',
  published: 'Auf der Website',
  publishedText: 'Alle können ihn jetzt lesen.',
  see: 'Zum Vorschlag',
  rejected: 'Nicht aufgenommen',
  rejectedText: 'Die Gemeinde nannte diesen Grund:',
  withdrawn: 'Zurückgezogen',
  withdrawnText: 'Sie haben den Vorschlag zurückgezogen. Er wird nicht gezeigt.',
  withdrawTitle: 'Anders überlegt?',
  withdrawText:
    'Sie können den Vorschlag zurückziehen, solange er nicht auf der Website steht. Das lässt sich nicht rückgängig machen.',
  withdraw: 'Meinen Vorschlag zurückziehen',
  empty:
    'Diese Seite zeigt einen Vorschlag nur, wenn Sie Ihren persönlichen Link öffnen oder gerade einen eingereicht haben.',
}
