/**
 * German, the boxes of halls in the desk's Count. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0032.
 */
export const deskHalls = {
  heading: 'Urnen der Säle',
  help: 'Jeder dieser Säle hat eine eigene Urne, auf einem Laptop ohne Internet. Nichts wird versiegelt oder gezählt, bevor jede Urne aufgenommen oder aufgegeben ist.',
  out: 'Fehlt noch.',
  in: 'Aufgenommen: {ballots} Stimmzettel.',
  givenUp: 'Aufgegeben: {reason}',
  takeIn: 'Eine Urne aufnehmen',
  file: 'Die Datei, die der Laptop des Saals gespeichert hat',
  fileMissing: 'Wählen Sie zuerst die Datei.',
  takeInButton: 'Die Urne aufnehmen',
  takeInAsk:
    'Diese Urne jetzt aufnehmen? Danach kann keine andere Datei dieses Saals mehr aufgenommen werden.',
  takenIn: 'Die Urne ist aufgenommen: {hall}.',
  giveUp: 'Eine Urne aufgeben',
  giveUpHelp:
    'Für einen Laptop, der verloren oder kaputt ist. Retten Sie die Urne vom Laptop, wenn es irgendwie geht.',
  hall: 'Saal',
  giveUpButton: 'Die Urne aufgeben',
  giveUpAsk:
    'Die Urne von {hall} aufgeben? Die Stimmen darin werden nicht gezählt. Alle lesen den Grund. Das lässt sich nicht rückgängig machen.',
  gaveUp: 'Die Urne ist aufgegeben: {hall}.',
  prepare: 'Den Laptop eines Saals vorbereiten',
  prepareHelp:
    'Hier entsteht eine kleine Datei, die einen Laptop zur Urne dieses Saals macht. Bringen Sie sie selbst auf diesen einen Laptop, und löschen Sie jede Kopie.',
  prepareButton: 'Die Datei für den Laptop speichern',
  prepared: 'Gespeichert als {file}. Das Handbuch sagt, was damit zu tun ist.',
  here: 'Das ist der Laptop des Saals „{hall}“. Seine Stimmen werden im Amt gezählt, mit allen anderen.',
  save: 'Die Urne ins Amt bringen',
  saveHelp:
    'Die Urne ist versiegelt, also kann niemand in der Datei eine Stimme lesen. Lassen Sie den Laptop, wie er ist, bis das Ergebnis endgültig ist.',
  saveButton: 'Die Urne als Datei speichern',
  saved: 'Gespeichert als {file}. Bringen Sie sie jetzt ins Amt.',
}
