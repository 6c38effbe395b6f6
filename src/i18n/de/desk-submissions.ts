/**
 * German, the desk's room of submissions. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskSubmissions = {
  heading: 'Eingereichte Vorschläge',
  lede: 'Was Einwohner eingereicht haben. Nichts davon ist öffentlich, bevor Sie es veröffentlichen.',
  which: 'Runde',
  showIt: 'Zeigen',
  none: 'Nichts wartet darauf, gelesen zu werden.',
  waiting: 'Wartet auf Sie',
  others: 'Erledigt, oder bei der einreichenden Person',
  noOthers: 'Noch nichts.',
  chosen: 'Zum Veröffentlichen oder Zusammenlegen wählen',
  by: 'Von {name}, eingegangen {at}. {cost}',
  holdsContact:
    'Im öffentlichen Text scheint eine Mailadresse oder eine Telefonnummer zu stehen. Nehmen Sie sie zuerst heraus.',
  contact: 'Kontakt zeigen',
  contactTold: '{name}: {contact}',
  payee: 'Geld an: {payee}',
  edit: 'Für die Website bearbeiten',
  editHint: 'Was eingereicht wurde, bleibt daneben stehen.',
  sentText: 'So wurde es eingereicht:',
  save: 'Diesen Text behalten',
  restore: 'Den eingereichten Text nehmen',
  saved: 'Der Text ist behalten.',
  restored: 'Veröffentlicht wird der eingereichte Text.',
  ask: 'Um Änderungen bitten',
  askHint: 'Die einreichende Person liest das unter ihrem Link und kann den Vorschlag dann ändern.',
  question: 'Was soll geändert werden?',
  askButton: 'Um die Änderung bitten',
  asked: 'Der Vorschlag liegt jetzt bei der einreichenden Person.',
  reject: 'Ablehnen',
  rejectHint: 'Die einreichende Person liest den Grund. Das lässt sich nicht rückgängig machen.',
  reason: 'Der Grund',
  rejectButton: 'Mit diesem Grund ablehnen',
  rejectAsk: '„{title}“ ablehnen? Das lässt sich nicht rückgängig machen.',
  rejected: 'Der Vorschlag ist abgelehnt.',
  publish: 'Die gewählten veröffentlichen',
  publishAsk:
    'Das Gewählte veröffentlichen ({count})? Das ist ein Commit und eine Veröffentlichung; dann können alle es lesen.',
  published:
    'In einem Commit veröffentlicht: {count}. In wenigen Minuten steht es auf der Website.',
  merge: 'Die gewählten zusammenlegen',
  mergeAsk:
    '{count} Einsendungen zusammenlegen? „{title}“ geht weiter. Die anderen sagen das denen, die sie eingereicht haben.',
  merged: '„{title}“ geht für alle weiter.',
  choose: 'Wählen Sie zuerst mindestens {count}.',
  chooseTitle: 'Nichts ist gewählt',
  wordsTitle: 'Etwas fehlt',
  wordsMissing: 'Schreiben Sie zuerst einen Satz.',
  costWrong: 'Schreiben Sie die Kosten in Ziffern, etwa 12000.',
  noChoice: 'nichts',
  states: {
    'changes-asked': 'bei der einreichenden Person',
    approved: 'angenommen, noch nicht veröffentlicht',
    published: 'auf der Website',
    rejected: 'abgelehnt',
    withdrawn: 'zurückgezogen',
    merged: 'zusammengelegt',
    waiting: 'wartet',
  },
}
