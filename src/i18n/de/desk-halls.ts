/**
 * German, the boxes of halls in the desk's Count. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0032.
 */
export const deskHalls = {
  heading: 'Urnen der Säle',
  help: 'Jeder dieser Säle hat eine eigene Urne, auf einem Laptop ohne Internet. Nichts wird versiegelt oder gezählt, bevor jede Urne aufgenommen oder aufgegeben ist.',
  out: 'Fehlt noch.',
  in: 'Aufgenommen: {ballots} Stimmzettel. Letztes Glied ihres Protokolls: {head}.',
  twice:
    'Ein Code, der darin benutzt wurde, wurde auch für eine andere Urne gemacht oder dort benutzt. Klären Sie, warum, oder geben Sie sie auf: Vorher lässt sich nichts versiegeln.',
  givenUp: 'Aufgegeben: {reason}',
  takeIn: 'Eine Urne aufnehmen',
  file: 'Die Datei, die der Laptop des Saals gespeichert hat',
  fileMissing: 'Wählen Sie zuerst die Datei.',
  takeInButton: 'Die Urne aufnehmen',
  takeInAsk:
    'Die Urne von {hall} mit {ballots} Stimmzetteln aufnehmen? Nur, wenn auf dem Zettel dasselbe steht. Danach kann keine andere Datei dieses Saals mehr aufgenommen werden.',
  takenIn: 'Die Urne ist aufgenommen: {hall}.',
  giveUp: 'Eine Urne aufgeben',
  giveUpHelp:
    'Für einen Laptop, der verloren oder kaputt ist, oder eine Urne mit Codes einer anderen. Retten Sie die Urne vom Laptop, wenn es irgendwie geht.',
  hall: 'Saal',
  giveUpButton: 'Die Urne aufgeben',
  giveUpAsk:
    'Die Urne von {hall} aufgeben? Die Stimmen darin werden nicht gezählt. Alle lesen den Grund. Das lässt sich nicht rückgängig machen.',
  gaveUp: 'Die Urne ist aufgegeben: {hall}.',
  prepare: 'Den Laptop eines Saals vorbereiten',
  prepareHelp:
    'Hier entsteht eine kleine Datei, die einen Laptop zur Urne dieses Saals macht. Bringen Sie sie selbst auf diesen einen Laptop, und löschen Sie jede Kopie.',
  prepareButton: 'Die Datei für den Laptop speichern',
  prepared: 'Gespeichert als {file}. Bringen Sie sie auf den Laptop.',
  here: 'Das ist der Laptop des Saals „{hall}“. Seine Stimmen werden im Amt gezählt, mit allen anderen.',
  save: 'Die Urne ins Amt bringen',
  saveHelp:
    'Die Urne ist versiegelt, also kann niemand in der Datei eine Stimme lesen. Lassen Sie den Laptop, wie er ist, bis das Ergebnis endgültig ist.',
  saveButton: 'Die Urne als Datei speichern',
  saved:
    'Gespeichert als {file}. Schreiben Sie auf einen Zettel: {ballots} Stimmzettel, letztes Glied {head}, versiegelt {sealed}. Alle, die dabei waren, unterschreiben. Bringen Sie beides jetzt ins Amt.',
  lookButton: 'Die Urne ansehen',
  lookHelp:
    'Halten Sie das neben den Zettel, den die Leute im Saal unterschrieben haben. Weicht etwas ab, nehmen Sie nichts auf, und fragen Sie nach.',
  ballots: 'Stimmzettel',
  invalid: 'Papiere, die kein Stimmzettel sind',
  head: 'Letztes Glied ihres Protokolls',
  opened: 'Abstimmung ab',
  sealed: 'Versiegelt',
  afresh: 'Neu beginnen: keine Urne einer früheren Datei wird aufgenommen',
  afreshHint:
    'Für die Zeit nach einer Probe. Der Laptop braucht dann die neue Datei und neue Codes. Hat die Abstimmung begonnen, geht das nicht mehr.',
  afreshAsk:
    '{hall} neu vorbereiten? Codes, die auf diesem Laptop schon gedruckt wurden, gelten dann nicht mehr.',
  line: 'Legen Sie die Datei in den Ordner von Common Chest auf dem Laptop, und die Inhalte der Gemeinde als „council“ daneben. Tippen Sie dort dann einmal diese Zeile:',
}
