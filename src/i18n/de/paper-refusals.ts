/**
 * German, refusals on the way of paper: what whoever scans, types or boxes is told when something is not done.
 *
 * Pure. Invariant: what happened and what to do with the sheet; no code and no choice.
 * Decided in docs/decisions/0008 and 0025.
 */
import { says } from '../refusal-text.ts'

export const paperRefusals = {
  'serial-unknown': says(
    'Diesen Brief gibt es nicht',
    ({ serial }) =>
      `Kein Brief hat die Nummer ${serial}. Sehen Sie noch einmal auf die Nummer unter dem Code.`,
  ),
  'paper-unused': says(
    'Kein Papier in dieser Runde',
    () =>
      'Diese Runde zählt keine Stimmzettel auf Papier. Das muss vor Beginn der Abstimmung eingestellt sein.',
  ),
  'paper-waiting': says(
    'Stimmzettel auf Papier warten',
    ({ waiting }) =>
      `${waiting} Stimmzettel auf Papier liegen noch nicht in der Urne. Legen Sie erst ihre Stapel hinein, oder geben Sie ihre Abschnitte frei.`,
  ),
  'paper-ended': says(
    'Kein Papier mehr für diese Urne',
    () =>
      'Es hieß, dass nichts mehr kommt, und die letzten Zettel sind abgetrennt. Nur ein Stapel, den es schon gibt, lässt sich auf 10 auffüllen.',
  ),
  'stub-unknown': says(
    'Kein Brief hat diesen Code',
    () =>
      'Legen Sie den Zettel ungeöffnet in den Umschlag der zurückgewiesenen. Es wurde nichts geändert.',
  ),
  'stub-revoked': says(
    'Dieser Code wurde ersetzt',
    () =>
      'Dafür wurde ein anderer Brief gegeben. Legen Sie den Zettel ungeöffnet in den Umschlag der zurückgewiesenen.',
  ),
  'stub-used': says(
    'Mit diesem Code wurde schon abgestimmt',
    () =>
      'Ein Stimmzettel liegt schon in der Urne. Legen Sie den Zettel ungeöffnet in den Umschlag der zurückgewiesenen.',
  ),
  'stub-held': says(
    'Dieser Code ist schon vorgemerkt',
    () =>
      'Vielleicht haben Sie einen Abschnitt zweimal gescannt. Sonst kommt der Zettel ungeöffnet in den Umschlag der zurückgewiesenen.',
  ),
  'stub-other-area': says(
    'Dieser Code gehört zu einem anderen Gebiet',
    () => 'Scannen Sie ihn beim Stapel seiner eigenen Urne. Es wurde nichts geändert.',
  ),
  'stub-not-held': says(
    'Dieser Abschnitt ist nicht im Stapel',
    ({ batch }) =>
      `Im Stapel ${batch} ist dieser Code nicht vorgemerkt. Suchen Sie ihn in einem anderen Stapel.`,
  ),
  'batch-unknown': says(
    'Diesen Stapel gibt es nicht',
    ({ batch }) => `Kein Stapel Papier hat den Namen ${batch}. Laden Sie die Seite neu.`,
  ),
  'batch-taken': says(
    'Dieser Stapel kann nicht beginnen',
    ({ batch }) =>
      `Der Name ${batch} ist vergeben, oder die Runde nimmt kein Papier mehr an. Wählen Sie einen anderen.`,
  ),
  'batch-state': says(
    'Mit diesem Stapel jetzt nicht möglich',
    ({ batch }) =>
      `Stapel ${batch} ist schon weiter oder noch nicht so weit. Abschnitte werden erst nach Schluss der Abstimmung abgetrennt.`,
  ),
  'batch-full': says(
    'Dieser Stapel ist voll',
    ({ most }) => `Ein Stapel hat höchstens ${most} Zettel. Beginnen Sie einen neuen.`,
  ),
  'batch-too-small': says(
    'Zu wenige Zettel für eine geheime Wahl',
    ({ sheets, fewest }) =>
      `${sheets} Zettel verbergen nicht, von wem sie sind: Ein Stapel braucht mindestens ${fewest}. Legen Sie sie zu anderen.`,
  ),
  'batch-changed': says(
    'Der Stapel wurde gerade geändert',
    () =>
      'Jemand anderes hat daran gearbeitet. Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  ),
  'sheets-differ': says(
    'Zettel und Abschnitte sind nicht gleich viele',
    ({ counted, held }) =>
      `Sie haben ${counted} Zettel gezählt, und ${held} Abschnitte sind vorgemerkt. Zählen Sie neu, bevor Sie abtrennen.`,
  ),
  'sheets-open': says(
    'Nicht jeder Zettel ist zweimal eingetippt',
    ({ sheets }) => `Zwei Personen müssen jeden Zettel eintippen. Noch offen: ${sheets}.`,
  ),
  'sheets-unsettled': says(
    'Zwei Lesungen unterscheiden sich',
    ({ sheets }) => `Eine dritte Person muss zuerst auf diese Zettel sehen: ${sheets}.`,
  ),
  'sheet-unknown': says(
    'Diesen Zettel gibt es nicht',
    ({ sheet }) =>
      `Dieser Stapel hat keinen Zettel ${sheet}. Sehen Sie noch einmal auf die Nummer des Zettels.`,
  ),
  'sheet-typed-twice': says(
    'Dieser Zettel ist schon eingetippt',
    ({ sheet }) =>
      `Zwei andere haben Zettel ${sheet} eingetippt. Machen Sie mit dem nächsten weiter.`,
  ),
  'sheet-settled': says(
    'Hier ist nichts zu entscheiden',
    ({ sheet }) => `Beide Lesungen von Zettel ${sheet} sind gleich.`,
  ),
  'third-person-needed': says(
    'Jemand anderes muss hinsehen',
    ({ sheet }) =>
      `Sie haben Zettel ${sheet} selbst eingetippt. Eine dritte Person entscheidet, was darauf steht.`,
  ),
  'blank-is-ballot': says(
    'Ein leerer Zettel zählt hier',
    () => 'Diese Runde erlaubt leere Stimmzettel. Geben Sie den Zettel ohne Auswahl ein.',
  ),
}
