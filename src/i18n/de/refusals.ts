/**
 * German, refusals and faults: what a reader is told when something is not possible.
 *
 * Pure. Invariant: what happened, the number that matters, what to do; no blame, no jargon.
 * Decided in docs/decisions/0008.
 */
import { says } from '../refusal-text.ts'
import { ballotRefusals } from './ballot.ts'

const ASK =
  'Bleibt es so, hilft Ihnen die Gemeinde weiter; den Kontakt finden Sie auf dieser Seite.'

export const refusals = {
  ...ballotRefusals,
  'round-not-found': says(
    'Diese Runde gibt es nicht',
    () => 'Unter dieser Adresse gibt es keine Runde. Beginnen Sie noch einmal auf der Startseite.',
  ),
  'round-not-accepting': says(
    'Vorschläge sind jetzt nicht möglich',
    ({ opensAt, closesAt }, format) => {
      if (closesAt) return `Vorschläge konnten bis ${format.until(closesAt)} eingereicht werden.`
      if (opensAt) return `Vorschläge können ab ${format.begins(opensAt)} eingereicht werden.`
      return 'In dieser Runde werden keine Vorschläge angenommen.'
    },
  ),
  'round-not-voting': says(
    'Sie können jetzt nicht abstimmen',
    ({ state, opensAt, closesAt }, format) => {
      if (state === 'soon')
        return 'Die Abstimmung beginnt in wenigen Minuten, und Ihr Code gilt weiter. Senden Sie den Stimmzettel etwas später noch einmal.'
      if (state === 'before' && opensAt)
        return `Die Abstimmung beginnt am ${format.begins(opensAt)}.`
      if (state === 'settling' && closesAt)
        return `Die Abstimmung endete am ${format.until(closesAt)}. Wenn Sie Ihren Stimmzettel vorher gesendet und keine Antwort bekommen haben, senden Sie ihn in zehn Minuten noch einmal: Dann ist sicher, ob er aufgenommen wurde.`
      if (state === 'after' && closesAt)
        return `Die Abstimmung endete am ${format.until(closesAt)}. Dieser Stimmzettel wurde nicht aufgenommen.`
      return 'In dieser Runde wird gerade nicht abgestimmt. Dieser Stimmzettel wurde nicht aufgenommen.'
    },
  ),
  'voting-paused': says(
    'Die Abstimmung ist angehalten',
    ({ reason }) =>
      `Die Gemeinde hat die Abstimmung für kurze Zeit angehalten${reason ? `: „${reason}“` : '.'} Lassen Sie diese Seite offen und senden Sie Ihre Stimme noch einmal, wenn die Abstimmung weitergeht. Auch ein zweimal gesendeter Stimmzettel zählt nur einmal.`,
  ),
  'token-unknown': says(
    'Diesen Code kennen wir nicht',
    () =>
      'Dieser Stimmcode gilt in dieser Abstimmung nicht. Vergleichen Sie ihn mit Ihrem Brief und sehen Sie nach, ob der Brief zu dieser Runde gehört. Steht „Reserve“ darauf, fragen Sie die Gemeinde: Er gilt nur anstelle eines verlorenen Briefs.',
  ),
  'kiosk-closed': says(
    'Dieses Gerät ist gerade kein Kiosk',
    () =>
      'Er wurde geschlossen, oder seine Zeit ist um. Nichts kam in die Urne. Rufen Sie jemanden vom Team: der Kiosk lässt sich neu öffnen.',
  ),
  'token-revoked': says(
    'Dieser Code wurde ersetzt',
    () =>
      'Dieser Stimmcode wurde gesperrt, weil ein neuer Brief verschickt wurde. Nehmen Sie den Code aus dem neuesten Brief.',
  ),
  'token-used': says('Mit diesem Code wurde schon abgestimmt', ({ sameNonce }) =>
    sameNonce
      ? 'Ihr Stimmzettel liegt schon in der Urne, mit der Auswahl, die Sie zuerst gesendet haben. Sie kann nicht mehr geändert werden.'
      : 'Mit diesem Stimmcode wurde schon abgestimmt. Waren Sie das nicht, sagen Sie es bitte der Gemeinde.',
  ),
  'token-other-area': says(
    'Dieser Code gehört zu einem anderen Gebiet',
    () =>
      'Ihr Stimmcode gehört zu einem anderen Gebiet. Gehen Sie zurück, wählen Sie das Gebiet, das auf Ihrem Brief steht, und stimmen Sie dort ab.',
  ),
  'area-missing': says(
    'Welches Gebiet?',
    () => 'Wählen Sie zuerst das Gebiet, das auf Ihrem Brief steht.',
  ),
  'ballot-changed': says(
    'Die Liste der Vorschläge wurde berichtigt',
    () =>
      'Die Vorschläge wurden berichtigt, während Sie gewählt haben. Laden Sie die Seite neu und sehen Sie Ihre Auswahl noch einmal an.',
  ),
  'nonce-taken': says(
    'Von hier wurde schon ein Stimmzettel gesendet',
    () =>
      'Von dieser Seite wurde schon ein Stimmzettel gesendet, mit einem anderen Code. War es nicht Ihrer, beginnen Sie noch einmal beim Stimmzettel.',
  ),
  reload: says(
    'Diese Seite ist veraltet',
    () =>
      'Die Website wurde erneuert, während Sie gewählt haben. Es wurde nichts gespeichert. Laden Sie die Seite neu.',
  ),
  'not-confirmed': says(
    'Wir wissen noch nicht, ob es angekommen ist',
    () =>
      'Senden Sie dasselbe noch einmal: Es wird einmal gezählt, auch wenn es beim ersten Mal schon ankam.',
  ),
  'ballot-invalid': says(
    'Der Stimmzettel war nicht lesbar',
    () =>
      `Was ankam, war kein vollständiger Stimmzettel. Gehen Sie zurück und wählen Sie noch einmal. ${ASK}`,
  ),
  'proposal-not-on-ballot': says(
    'Nicht Teil dieser Abstimmung',
    () =>
      'Über einen der gewählten Vorschläge kann hier nicht abgestimmt werden. Laden Sie die Seite neu und sehen Sie Ihre Auswahl noch einmal an.',
  ),
  'proposal-repeated': says(
    'Ein Vorschlag kam zweimal',
    () =>
      'Ein Vorschlag war zweimal gewählt. Gehen Sie zurück und wählen Sie jeden Vorschlag einmal.',
  ),
  'submission-invalid': says('Bitte sehen Sie Ihren Vorschlag noch einmal an', (details) => {
    const count = Object.keys(details).length
    return count === 1
      ? 'Ein Feld braucht noch einen Blick. Was Sie geschrieben haben, ist noch da.'
      : `${count} Felder brauchen noch einen Blick. Was Sie geschrieben haben, ist noch da.`
  }),
  'submission-not-found': says(
    'Wir finden diesen Vorschlag nicht',
    () =>
      'Zu diesem Link gehört kein Vorschlag. Sehen Sie nach, ob der ganze Link kopiert ist, bis zum letzten Buchstaben.',
  ),
  'submission-decided': says(
    'Darüber ist schon entschieden',
    () =>
      'Der Vorschlag wurde inzwischen bearbeitet und kann hier nicht mehr geändert werden. Fragen Sie die Gemeinde, wenn etwas nicht stimmt.',
  ),
  'inbox-full': says(
    'Viele Vorschläge warten',
    () =>
      'Es warten so viele Vorschläge darauf, gelesen zu werden, dass heute keine mehr dazukommen können. Bewahren Sie Ihren Text auf und versuchen Sie es morgen noch einmal.',
  ),
  'body-invalid': says(
    'Die Sendung war nicht lesbar',
    () => `Gehen Sie zurück, laden Sie die Seite neu und senden Sie noch einmal. ${ASK}`,
  ),
  'body-too-large': says(
    'Das ist zu viel Text',
    () =>
      'Die Sendung ist länger, als wir annehmen können. Kürzen Sie den Text und senden Sie ihn noch einmal.',
  ),
  'origin-not-allowed': says(
    'Bitte von dieser Website aus senden',
    () =>
      'Das Formular muss von der Website der Gemeinde gesendet werden. Öffnen Sie die Seite neu und senden Sie es dort.',
  ),
  'wrong-address': says(
    'Das ist eine alte Kopie der Website',
    ({ address }) =>
      `Stimmen und Vorschläge werden nur unter ${address} angenommen. Hier wurde nichts gespeichert.`,
  ),
  'too-many-requests': says(
    'Bitte kurz warten',
    () =>
      'Von Ihrem Anschluss kamen zu viele Versuche. Warten Sie eine Minute und versuchen Sie es noch einmal; Ihre Auswahl ist noch da.',
  ),
}

export const faults = {
  unavailable: says(
    'Das geht gerade nicht',
    () =>
      `Unser Speicher hat nicht geantwortet. Wir wissen nicht, ob Ihre Sendung angekommen ist. Versuchen Sie es in ein paar Minuten noch einmal. ${ASK}`,
  ),
  /** The git host. */
  unpublished: says(
    'Das geht gerade nicht',
    () =>
      `Der Ort, an dem wir veröffentlichen, hat nicht geantwortet. Wir wissen nicht, ob Ihre Sendung angekommen ist. Versuchen Sie es in ein paar Minuten noch einmal. ${ASK}`,
  ),
  unexpected: says(
    'Hier hat etwas nicht geklappt',
    () =>
      `Es liegt an uns, nicht an Ihnen. Versuchen Sie es in ein paar Minuten noch einmal. ${ASK}`,
  ),
}
