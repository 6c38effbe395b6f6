/**
 * German, refusals of the desk: what a clerk or a teller is told when something is not done.
 *
 * Pure. Invariant: what happened and what to do next; no blame, no command of a terminal.
 * Decided in docs/decisions/0008 and 0022.
 */
import { says } from '../refusal-text.ts'
import { boxStates, notReplaced } from './box-states.ts'

export const deskRefusals = {
  'action-unknown': says(
    'Diese Seite ist veraltet',
    () => 'Der Schalter wurde erneuert, seit Sie die Seite geöffnet haben. Laden Sie sie neu.',
  ),
  'signed-out': says(
    'Sie sind nicht angemeldet',
    () =>
      'Ihre Sitzung ist vorbei. Melden Sie sich mit Ihrem Passkey neu an; nichts wurde geändert.',
  ),
  'role-not-enough': says(
    'Das kann nur die Sachbearbeitung',
    () => 'Sie sind für das Auszählteam angemeldet. Bitten Sie die Sachbearbeitung darum.',
  ),
  'passkey-again': says(
    'Ihr Passkey wird noch einmal gebraucht',
    () => 'Benutzen Sie Ihren Passkey noch einmal, um weiterzugehen. Bisher wurde nichts geändert.',
  ),
  'passkey-unknown': says(
    'Dieser Passkey ist hier nicht bekannt',
    () =>
      'Er wurde hier nie hinzugefügt, oder die Person wurde entfernt. Bitten Sie die Sachbearbeitung um eine Einladung.',
  ),
  'passkey-not-accepted': says(
    'Der Passkey konnte nicht geprüft werden',
    () =>
      'Ihr Gerät muss nach Fingerabdruck, Gesicht oder PIN fragen. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen.',
  ),
  'passkey-taken': says(
    'Dieser Passkey wird schon benutzt',
    () => 'Der Passkey gehört schon jemandem an diesem Schalter. Legen Sie einen anderen an.',
  ),
  'challenge-over': says(
    'Das hat zu lange gedauert',
    () => 'Fünf Minuten sind vorbei. Beginnen Sie neu.',
  ),
  'invitation-unknown': says(
    'Diese Einladung gilt nicht',
    () =>
      'Sie wurde benutzt, zurückgezogen oder ist älter als 72 Stunden. Prüfen Sie, ob der ganze Link kopiert ist, oder bitten Sie um eine neue.',
  ),
  'set-up-used': says(
    'Die Einrichtung ist schon geschehen',
    () =>
      'Dieser Link gilt einmal und wurde benutzt. Bitten Sie um eine Einladung, oder ändern Sie SETUP_SECRET in den Einstellungen des Hosts.',
  ),
  'last-clerk': says(
    'Jemand muss in der Sachbearbeitung bleiben',
    () => 'Das ist die einzige Person mit dieser Rolle. Laden Sie zuerst eine andere ein.',
  ),
  'last-passkey': says(
    'Ein Passkey muss bleiben',
    () =>
      'Ohne Passkey kann sich niemand anmelden. Legen Sie zuerst einen anderen an, und nehmen Sie dann diesen weg.',
  ),
  'person-unknown': says(
    'Diese Person gibt es nicht',
    () => 'Vielleicht hat sie gerade jemand entfernt. Laden Sie die Seite neu.',
  ),
  'not-there': says(
    'Das gibt es nicht mehr',
    () => 'Vielleicht hat es gerade jemand beendet. Laden Sie die Seite neu.',
  ),
  'desk-changed': says(
    'Jemand war schneller',
    () =>
      'Das wurde gerade geändert, vielleicht von jemandem aus Ihrem Team. Nichts wurde überschrieben: Laden Sie die Seite neu.',
  ),
  'voting-over': says(
    'Die Termine dieser Abstimmung sind vorbei',
    ({ closesAt }, format) =>
      `Die Abstimmung sollte am ${format.instant(closesAt ?? '')} enden. Verschieben Sie zuerst die Termine der Runde.`,
  ),
}

export const clerkRefusals = {
  'round-unknown': says(
    'Diese Runde gibt es nicht',
    ({ round }) => `Im Inhalt der Gemeinde steht keine Runde mit dem Namen ${round}.`,
  ),
  'round-without-vote': says(
    'Diese Runde hat keine Abstimmung',
    () => 'Geben Sie der Runde zuerst eine Abstimmungszeit mit Daten.',
  ),
  'area-unknown': says('Welches Gebiet?', ({ areas }) => `Wählen Sie eine dieser Urnen: ${areas}.`),
  'lot-not-drawn': says(
    'Das Los ist nicht gezogen',
    () =>
      'Ziehen Sie zuerst öffentlich das Los für Gleichstände, und tragen Sie die Reihenfolge ein.',
  ),
  'lot-drawn': says(
    'Das Los ist schon gezogen',
    () =>
      'Das Los legt den Stimmzettel fest. Nehmen Sie es heraus, ändern Sie die Vorschläge, und ziehen Sie neu.',
  ),
  'lot-incomplete': says(
    'Die Reihenfolge ist nicht vollständig',
    () =>
      'Geben Sie jedem Vorschlag auf dem Stimmzettel einen Platz. Veröffentlichen Sie zuerst die Vorschläge, die noch fehlen.',
  ),
  'ballot-impossible': says(
    'Niemand könnte diesen Stimmzettel ausfüllen',
    ({ pool, minLength, proposals }) =>
      `Eine Stimme in „${pool}“ braucht mindestens ${minLength} Vorschläge. Von den ${proposals} dort sind so viele zusammen nicht wählbar. Ändern Sie den Stimmzettel oder die Vorschläge.`,
  ),
  'no-codes': says(
    'Es gibt keine Stimmcodes',
    () => 'Erstellen Sie zuerst Stimmcodes, und drucken Sie sie.',
  ),
  'codes-changed': says(
    'Die Codes haben sich geändert',
    () =>
      'Jemand hat gerade Codes erstellt oder die Abstimmung eröffnet. Sehen Sie nach, und versuchen Sie es neu.',
  ),
  'codes-frozen': says(
    'Jetzt kommen keine Codes mehr dazu',
    () =>
      'Die Abstimmung ist eröffnet, die Zahl der Codes steht fest. Nehmen Sie einen Brief aus der Reserve.',
  ),
  'state-wrong': says(
    'Das geht jetzt nicht',
    ({ state }) => `Die Runde ist ${boxStates[String(state)] ?? 'in einem anderen Stand'}.`,
  ),
  'end-not-later': says(
    'Das neue Ende ist nicht später',
    ({ to }) => `${to} liegt nicht nach dem gesetzten Ende, oder die Runde ist nicht offen.`,
  ),
  'before-end': says(
    'Die Abstimmung ist nicht vorbei',
    ({ earliest }, format) =>
      `Die Abstimmung schließt nie vor dem angekündigten Ende. Frühestens geht es ${format.instant(earliest ?? '')}.`,
  ),
  'reason-missing': says(
    'Sagen Sie warum',
    () => 'Schreiben Sie eine Zeile, die alle lesen können.',
  ),
  'board-behind': says(
    'Die öffentliche Tafel ist im Rückstand',
    () =>
      'Der letzte Prüfpunkt ist noch nicht öffentlich. Es wird alle fünf Minuten versucht: Warten Sie, und versuchen Sie es neu.',
  ),
  'not-reconciled': says(
    'Die Zahlen stimmen nicht überein',
    ({ rows }) => `Nichts wurde veröffentlicht, weil diese Zahlen verschieden sind: ${rows}.`,
  ),
  'no-final-result': says(
    'Es gibt noch kein endgültiges Ergebnis',
    () => 'Stellen Sie zuerst das Ergebnis fest, im Raum Auszählung.',
  ),
  'before-complaints': says(
    'Das Ergebnis kann noch angefochten werden',
    ({ earliest }, format) =>
      `Das geht bis ${format.instant(earliest ?? '')}. Vorher wird nichts gelöscht.`,
  ),
  'serial-not-live': says(
    'Dieser Brief ist nicht ersetzbar',
    ({ serial, state }) =>
      `Brief ${serial} ${notReplaced[String(state)] ?? ''}. Nichts wurde geändert.`,
  ),
  'no-reserve': says(
    'Das ist kein unbenutzter Reservebrief',
    ({ serial }) => `Brief ${serial} ist kein unbenutzter Brief aus der Reserve derselben Urne.`,
  ),
  'ballot-differs': says(
    'Die Vorschläge wurden geändert',
    () =>
      'Es sind nicht die Vorschläge, über die abgestimmt wurde. Holen Sie sie zurück, dann zählen Sie.',
  ),
  'submission-unknown': says(
    'Diese Einsendung gibt es nicht',
    () => 'Vielleicht wurde sie gelöscht. Laden Sie die Seite neu.',
  ),
  'submission-changed': says(
    'Inzwischen hat jemand anderes es geändert',
    () =>
      'Jemand hat diese Einsendung geändert, seit Sie sie geöffnet haben. Nichts wurde überschrieben: Lesen Sie, was jetzt hier steht, und senden Sie Ihres noch einmal.',
  ),
  'edition-invalid': says(
    'So lässt es sich nicht veröffentlichen',
    ({ title }) =>
      `${title === undefined ? '' : `„${title}“: `}Ein Feld passt nicht zu den Grenzen der Runde. Prüfen Sie Kosten, Thema und Gebiet.`,
  ),
  'picture-missing': says(
    'Das Bild ist nicht mehr da',
    () =>
      'Das Bild dieser Einsendung fehlt. Wählen Sie es beim Bearbeiten noch einmal, oder nehmen Sie es dort weg.',
  ),
  'merge-circular': says(
    'So lassen sie sich nicht zusammenlegen',
    () => 'In eine davon sind schon andere aufgenommen. Lassen Sie diese weitergehen.',
  ),
  'submission-not-waiting': says(
    'Darüber ist schon entschieden',
    () => 'Jemand hat diese Einsendung gerade bearbeitet.',
  ),
  'id-taken': says(
    'Dieser Name ist vergeben',
    ({ path }) => `${path} ist schon mit einem anderen Text veröffentlicht.`,
  ),
  'changed-meanwhile': says(
    'Das hat sich inzwischen geändert',
    ({ path }) =>
      `Jemand hat ${path} geändert, seit Sie es geöffnet haben. Nichts wurde veröffentlicht. Öffnen Sie es neu und wiederholen Sie Ihre Änderung.`,
  ),
  'not-delivered': says(
    'Zu diesem Vorschlag gibt es nichts zu berichten',
    () =>
      'Nur Projekte, die im veröffentlichten Ergebnis Geld bekommen, haben Meldungen. Zeigen Sie die Runde noch einmal.',
  ),
  'entry-invalid': says(
    'Darin steckt ein Fehler',
    () =>
      'Sehen Sie Tag, Texte und Betrag noch einmal an, und senden Sie es erneut. Es wurde nichts veröffentlicht.',
  ),
  'cost-frozen': says(
    'Die Kosten gehören jetzt zur Abstimmung',
    () =>
      'Die Abstimmung wurde geöffnet: Man stimmt nach den Kosten ab, die man liest. Lassen Sie den Betrag leer, und schreiben Sie in die Begründung, was gefunden wurde.',
  ),
  'round-invalid': says(
    'Die Runde ist nicht vollständig',
    ({ count }) =>
      `${count === 1 ? 'Ein Feld stimmt' : `${count} Felder stimmen`} noch nicht. Nichts wurde veröffentlicht. Prüfen Sie die markierten Felder.`,
  ),
  'round-frozen': says(
    'Das gehört jetzt zur Abstimmung',
    () =>
      'Die Abstimmung ist eröffnet. Deshalb stehen Geld, Stimmzettel, Regel, Papier und Vorschläge fest: Alle stimmen nach dem ab, was sie gelesen haben. Texte, Namen von Gebieten, Termine und spätere Daten lassen sich noch ändern.',
  ),
  'voting-frozen': says(
    'Die Zeiten der Abstimmung stehen fest',
    () =>
      'Die Abstimmung ist mit diesen Zeiten eröffnet, und sie sind öffentlich. Das Ende lässt sich nur später legen, im Raum Wahltag. Alle anderen Daten lassen sich noch ändern.',
  ),
}
