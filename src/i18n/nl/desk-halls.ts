/**
 * Dutch, the boxes of halls in the desk's Count. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0032.
 */
export const deskHalls = {
  heading: 'Bussen van zalen',
  help: 'Elk van deze zalen heeft een eigen stembus, op een laptop zonder internet. Er wordt niets verzegeld of geteld voordat elke bus is opgenomen of opgegeven.',
  out: 'Nog niet binnen.',
  in: 'Opgenomen: {ballots} stembiljetten.',
  givenUp: 'Opgegeven: {reason}',
  takeIn: 'Een bus opnemen',
  file: 'Het bestand dat de laptop van de zaal heeft bewaard',
  fileMissing: 'Kies eerst het bestand.',
  takeInButton: 'De bus opnemen',
  takeInAsk: 'Deze bus nu opnemen? Daarna kan er geen ander bestand van die zaal meer bij.',
  takenIn: 'De bus is opgenomen: {hall}.',
  giveUp: 'Een bus opgeven',
  giveUpHelp:
    'Voor een laptop die weg of kapot is. Red de bus van de laptop als dat op enige manier kan.',
  hall: 'Zaal',
  giveUpButton: 'De bus opgeven',
  giveUpAsk:
    'De bus van {hall} opgeven? De stemmen erin tellen niet mee. Iedereen leest de reden. Dit kan niet ongedaan worden gemaakt.',
  gaveUp: 'De bus is opgegeven: {hall}.',
  prepare: 'De laptop van een zaal klaarzetten',
  prepareHelp:
    'Dit maakt een klein bestand dat van een laptop de bus van die zaal maakt. Breng het zelf naar die ene laptop, en wis elke kopie.',
  prepareButton: 'Het bestand voor de laptop bewaren',
  prepared: 'Bewaard als {file}. In het handboek staat wat u ermee doet.',
  here: 'Dit is de laptop van de zaal “{hall}”. De stemmen worden op kantoor geteld, met alle andere.',
  save: 'De bus naar kantoor brengen',
  saveHelp:
    'De bus is verzegeld, dus niemand kan in het bestand een stem lezen. Laat de laptop zoals hij is tot de uitslag definitief is.',
  saveButton: 'De bus als bestand bewaren',
  saved: 'Bewaard als {file}. Breng het nu naar kantoor.',
}
