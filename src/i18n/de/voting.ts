/**
 * German, voting: the vote page, the check before sending, and the receipt.
 *
 * Pure. Invariant: nothing here calls a ballot recorded, except the receipt page.
 * Decided in docs/decisions/0008.
 */
import { signed } from '../signed.ts'

export const vote = {
  title: 'Abstimmen',
  description: (round: string) => `Stimmen Sie bei ${round} ab, mit dem Code aus Ihrem Brief.`,
  heading: 'Was soll es werden?',
  ledeKnapsack: (money: string) =>
    `Kreuzen Sie an, was Sie möchten, zusammen für ${money.replace(/\.$/, '')}. Nichts wird gesendet, bevor Sie es geprüft haben.`,
  ledeApproval:
    'Kreuzen Sie an, was Sie möchten, gleich was es kostet. Nichts wird gesendet, bevor Sie es geprüft haben.',
  ledeApprovalMost: (most: number) =>
    `Kreuzen Sie ${most === 1 ? 'einen Vorschlag' : `bis zu ${most} Vorschläge`} an. Nichts wird gesendet, bevor Sie es geprüft haben.`,
  ledeChooseOne:
    'Kreuzen Sie einen Vorschlag an. Nichts wird gesendet, bevor Sie es geprüft haben.',
  ledeRanking:
    'Bringen Sie in eine Reihenfolge, was Sie möchten, das Beste zuerst. Nichts wird gesendet, bevor Sie es geprüft haben.',
  ledeRankingMost: (most: number) =>
    `${most === 1 ? 'Wählen Sie einen Vorschlag' : `Bringen Sie bis zu ${most} Vorschläge in eine Reihenfolge, das Beste zuerst`}. Nichts wird gesendet, bevor Sie es geprüft haben.`,
  ledePoints: (most: number) =>
    `Sie haben ${most === 1 ? 'einen Punkt zu vergeben' : `${most} Punkte zu vergeben, gern mehrere für einen Vorschlag`}. Nichts wird gesendet, bevor Sie es geprüft haben.`,
  ledeScore: (least: number, most: number) =>
    `Geben Sie jedem Vorschlag Punkte von ${signed(least)} bis ${most}. Was Sie auslassen, bekommt keine. Nichts wird gesendet, bevor Sie es geprüft haben.`,
  ledeForAgainst:
    'Geben Sie an, wofür und wogegen Sie sind. Eine Enthaltung zählt nicht mit. Nichts wird gesendet, bevor Sie es geprüft haben.',
  atMost: (most: number) =>
    `Wählen Sie höchstens ${most === 1 ? 'einen Vorschlag' : `${most} Vorschläge`}.`,
  atMostPoints: (most: number) =>
    `Sie können höchstens ${most === 1 ? 'einem Vorschlag' : `${most} Vorschlägen`} Punkte geben.`,
  pointsEach: (most: number) =>
    `Ein Vorschlag kann höchstens ${most === 1 ? 'einen Punkt' : `${most} Punkte`} bekommen.`,
  atLeast: (least: number) => `Wählen Sie mindestens ${least} Vorschläge.`,
  atLeastOrBlank: (least: number) =>
    `Wählen Sie mindestens ${least} Vorschläge oder geben Sie einen leeren Stimmzettel ab.`,
  notBlank: 'Der Stimmzettel darf nicht leer sein.',
  pointsLine: 'Ihre Punkte',
  orderEmpty: 'Noch nichts gewählt. Wählen Sie zuerst den besten Vorschlag.',
  noneOfThem: 'Keiner davon',
  rankLabel: 'Platz',
  noRank: 'Nicht gewählt',
  pointsLabel: 'Punkte',
  noPoints: 'Keine',
  open: 'Enthaltung',
  order: 'Ihre Reihenfolge',
  codeLabel: 'Ihr Stimmcode',
  codeHint:
    '16 Buchstaben und Ziffern aus Ihrem Brief. Leerzeichen und kleine Buchstaben sind erlaubt.',
  legend: 'Die Vorschläge',
  more: 'Mehr lesen',
  moreAbout: (title: string) => `Mehr lesen über ${title}`,
  ownPage: 'Die eigene Seite, in einem neuen Tab',
  check: 'Meinen Stimmzettel prüfen',
  opensAt: (at: string) =>
    `Die Abstimmung beginnt am ${at}. Bis dahin wird kein Stimmzettel angenommen.`,
  closedAt: (at: string) =>
    `Die Abstimmung endete am ${at}. Es wird kein Stimmzettel mehr angenommen.`,
  clock: 'Geht die Uhr dieses Geräts falsch?',
  regardless: 'Trotzdem abstimmen',
  areaHeading: 'Für welches Gebiet ist Ihr Brief?',
  areaLede:
    'Jedes Gebiet hat eigenes Geld und einen eigenen Stimmzettel. Das Gebiet steht auf Ihrem Brief.',
  areaMoney: (money: string) => `${money} zu verteilen`,
  budgetLine: 'Ihre Auswahl als Teil des Geldes',
}

/** The ballot in a sentence, for the page of a round. */
export const ballotKinds = {
  chooseOne: 'Ein Vorschlag.',
  ranking: 'So viele Vorschläge, wie Sie möchten, in Ihrer Reihenfolge, das Beste zuerst.',
  rankingMost: (most: number) =>
    most === 1
      ? 'Ein Vorschlag.'
      : `Bis zu ${most} Vorschläge in Ihrer Reihenfolge, das Beste zuerst.`,
  points: (most: number) =>
    most === 1
      ? 'Ein Punkt für den Vorschlag, der Ihnen am besten gefällt.'
      : `${most} Punkte, verteilt, wie Sie möchten.`,
  score: (least: number, most: number) =>
    `Punkte von ${signed(least)} bis ${most} für jeden Vorschlag.`,
  forAgainst: 'Dafür oder dagegen, bei jedem Vorschlag.',
}

export const check = {
  title: 'Stimmzettel prüfen',
  description: 'Prüfen Sie Ihren Stimmzettel, bevor er in die Urne kommt.',
  heading: 'Ist das Ihr Stimmzettel?',
  lede: 'Wenn er in der Urne liegt, kann er nicht mehr geändert werden.',
  chosen: 'Gewählt',
  blank: 'Sie haben nichts gewählt. Ihr Stimmzettel wird als leer gezählt.',
  total: 'Zusammen',
  left: 'Nicht verwendet',
  cast: 'Meinen Stimmzettel einwerfen',
  castBlank: 'Leeren Stimmzettel einwerfen',
  change: 'Meine Auswahl ändern',
  unconfirmedTitle: 'Wir wissen noch nicht, ob Ihr Stimmzettel angekommen ist',
  unconfirmed:
    'Ihre Auswahl ist gesperrt, damit er nicht zweimal zählen kann. Senden Sie ihn noch einmal: Er wird einmal gezählt.',
  again: 'Noch einmal senden',
  afreshHint:
    'Ist das nicht Ihr Stimmzettel? Dann beginnen Sie neu. Was hier wartet, wird vergessen; ist es angekommen, zählt es weiterhin.',
  afresh: 'Neu beginnen',
  empty: 'Hier gibt es keinen Stimmzettel zu prüfen. Wählen Sie zuerst Ihre Vorschläge.',
  toVote: 'Zum Stimmzettel',
}

export const receipt = {
  title: 'Ihre Quittung',
  description: 'Die Quittung für Ihren Stimmzettel.',
  heading: 'Ihr Stimmzettel liegt in der Urne',
  lede: 'Sie haben abgestimmt, Ihr Code ist verbraucht. Was Sie gewählt haben, wird davon getrennt aufbewahrt.',
  label: 'Ihre Quittung',
  purpose:
    'Sie zeigt, dass Ihr Stimmzettel angenommen wurde. Sie zeigt nicht, was Sie gewählt haben. Bewahren Sie sie auf, bis das Ergebnis endgültig ist.',
  print: 'Drucken',
  save: 'Als Datei speichern',
  fileName: 'quittung',
  proof: 'Beweis für den Fall, dass mein Stimmzettel verloren geht',
  proofText:
    'Das ist die Unterschrift der Gemeinde unter Ihrer Quittung. Fehlte ein Stimmzettel bei der Auszählung, würden Quittung und Unterschrift zusammen das beweisen.',
  signature: 'Unterschrift',
  board: 'Neuester Eintrag auf der öffentlichen Tafel',
  back: 'Zurück zur Runde',
  emptyHeading: 'Hier gibt es keine Quittung',
  empty:
    'Eine Quittung wird einmal gezeigt, gleich nach dem Abstimmen. Sie ist nirgends auf dieser Website gespeichert.',
  checking: 'Die Unterschrift der Gemeinde wird geprüft …',
  signed: 'Die Unterschrift ist die der Gemeinde.',
  forgedHeading: 'Die Gemeinde hat diese Quittung nicht unterschrieben',
  forged:
    'Sie gehört nicht zu dieser Abstimmung, oder ihre Adresse wurde verändert. Wenn sie von uns kam, sagen Sie es uns bitte.',
  uncheckedHeading: 'Eine Quittung, die noch nicht geprüft ist',
  unchecked:
    'Wir konnten die Unterschrift hier nicht prüfen und können deshalb nicht sagen, ob diese Quittung echt ist. Bewahren Sie sie auf und öffnen Sie ihre Adresse später oder in einem anderen Browser noch einmal.',
}
