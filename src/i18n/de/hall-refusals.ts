/**
 * German, refusals about the boxes of halls: what a clerk is told when one cannot be taken in, counted or sealed.
 *
 * Pure. Invariant: what happened and what to do; nothing of the outcome. Decided in docs/decisions/0008 and 0032.
 */
import { says } from '../refusal-text.ts'

export const hallRefusals = {
  'hall-unknown': says(
    'Diesen Saal gibt es nicht',
    ({ hall }) =>
      `Diese Runde nennt keinen Saal „${hall}“. Sehen Sie nach, ob Runde und Datei die richtigen sind.`,
  ),
  'hall-not-here': says(
    'Das ist nicht der Laptop eines Saals',
    () =>
      'Die Datei eines Saals entsteht auf dem eigenen Laptop des Saals. Öffnen Sie den Schalter dort.',
  ),
  'hall-counts-elsewhere': says(
    'Gezählt wird im Amt',
    () =>
      'Das ist der Laptop eines Saals. Seine Urne wird im Amt mit allen anderen gezählt. Speichern Sie hier die Datei, und bringen Sie sie dorthin.',
  ),
  'halls-out': says(
    'Urnen von Sälen fehlen noch',
    ({ halls }) =>
      `Nichts wurde versiegelt. Es fehlen noch: ${halls}. Nehmen Sie die Dateien auf, oder geben Sie die Urnen mit einem Grund auf.`,
  ),
  'hall-settled': says(
    'Über diesen Saal ist schon entschieden',
    () =>
      'Eine andere Datei dieses Saals wurde schon aufgenommen, oder die Urne wurde aufgegeben. Zeigen Sie die Runde noch einmal; nichts wurde geändert.',
  ),
  'hall-file-unreadable': says(
    'Das ist keine Datei eines Saals',
    () =>
      'In der Datei steht etwas anderes, oder ein Teil fehlt. Speichern Sie sie auf dem Laptop des Saals noch einmal, und nehmen Sie diese.',
  ),
  'hall-file-other-round': says(
    'Eine Datei einer anderen Runde',
    ({ round }) =>
      `Diese Datei gehört zur Runde „${round}“. Wählen Sie diese Runde oder eine andere Datei.`,
  ),
  'hall-file-changed': says(
    'Die Datei wurde unterwegs geändert',
    () =>
      'Die Datei wurde unterwegs geändert, oder sie ist nicht vom Laptop dieses Saals. Speichern Sie sie dort noch einmal, und bringen Sie sie selbst. Nichts wurde aufgenommen.',
  ),
  'hall-file-other-box': says(
    'Nicht auf dem richtigen Laptop gemacht',
    () =>
      'Diese Datei entstand nicht auf dem Laptop, der für diesen Saal vorbereitet wurde, oder vor dem Versiegeln. Sehen Sie nach, von welchem Laptop sie kommt.',
  ),
  'hall-file-rehearsal': says(
    'Nicht die Urne dieser Abstimmung',
    () =>
      'Diese Urne ist von einer Probe oder von einem früheren Start dieses Saals. Der Eröffnungseintrag nennt einen anderen Schlüssel oder eine andere Zeit. Nichts wurde aufgenommen. Suchen Sie die Datei des Laptops, der zuletzt vorbereitet wurde.',
  ),
  'hall-codes-twice': says(
    'Codes in zwei Urnen',
    ({ count, halls }) =>
      `${count} benutzte Codes wurden für zwei Urnen gemacht${halls ? `; die andere gehört zu: ${halls}` : ''}. Jemand kann zweimal gestimmt haben, darum wurde nichts aufgenommen oder versiegelt. Klären Sie, welcher Saal fremde Codes registriert hat, und geben Sie dessen Urne auf. Solange eine Urne fehlt, kann das auch eine schon aufgenommene sein.`,
  ),
  'hall-other-ballot': says(
    'Ein anderer Stimmzettel auf diesem Laptop',
    () =>
      'Die Inhalte auf diesem Laptop sind nicht die, mit denen er vorbereitet wurde. Kopieren Sie die Inhalte der Gemeinde noch einmal darauf, und starten Sie ihn mit der neuen Datei.',
  ),
  'hall-prepare-again': says(
    'Bereiten Sie die Laptops noch einmal vor',
    ({ halls }) =>
      `Die Abstimmung wurde nicht geöffnet. Der Stimmzettel wurde geändert, seit diese Laptops vorbereitet wurden: ${halls}. Bereiten Sie sie im Raum Auszählung noch einmal vor. Sonst können die Stimmen von dort nicht gezählt werden.`,
  ),
  'hall-begun': says(
    'Die Abstimmung hat begonnen',
    () =>
      'Ein Laptop wird nur vor Beginn der Abstimmung neu vorbereitet. Sonst gingen die Stimmen seit seinem letzten Start verloren. Speichern Sie die Datei, ohne neu zu beginnen.',
  ),
}
