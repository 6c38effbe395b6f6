/**
 * Dutch, the boxes of halls in the desk's Count. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0032.
 */
export const deskHalls = {
  heading: 'Bussen van zalen',
  help: 'Elk van deze zalen heeft een eigen stembus, op een laptop zonder internet. Er wordt niets verzegeld of geteld voordat elke bus is opgenomen of opgegeven.',
  out: 'Nog niet binnen.',
  in: 'Opgenomen: {ballots} stembiljetten. Laatste schakel van het verslag: {head}.',
  twice:
    'Een code die erin is gebruikt, is ook in een andere bus gebruikt of ervoor gemaakt. Zoek uit waarom, of geef de bus op: tot dan kan er niets verzegeld worden.',
  givenUp: 'Opgegeven: {reason}',
  takeIn: 'Een bus opnemen',
  file: 'Het bestand dat de laptop van de zaal heeft bewaard',
  fileMissing: 'Kies eerst het bestand.',
  takeInButton: 'De bus opnemen',
  takeInAsk:
    'De bus van {hall} met {ballots} stembiljetten opnemen? Doe het alleen als op het briefje hetzelfde staat. Daarna kan er geen ander bestand van die zaal meer bij.',
  takenIn: 'De bus is opgenomen: {hall}.',
  giveUp: 'Een bus opgeven',
  giveUpHelp:
    'Voor een laptop die weg of kapot is, of een bus met codes van een andere bus. Red de bus van de laptop als dat op enige manier kan.',
  hall: 'Zaal',
  giveUpButton: 'De bus opgeven',
  giveUpAsk:
    'De bus van {hall} opgeven? De stemmen erin tellen niet mee. Iedereen leest de reden. Dit kan niet ongedaan worden gemaakt.',
  gaveUp: 'De bus is opgegeven: {hall}.',
  prepare: 'De laptop van een zaal klaarzetten',
  prepareHelp:
    'Dit maakt een klein bestand dat van een laptop de bus van die zaal maakt. Breng het zelf naar die ene laptop, en wis elke kopie.',
  prepareButton: 'Het bestand voor de laptop bewaren',
  prepared: 'Bewaard als {file}. Breng het naar de laptop.',
  here: 'Dit is de laptop van de zaal “{hall}”. De stemmen worden op kantoor geteld, met alle andere.',
  save: 'De bus naar kantoor brengen',
  saveHelp:
    'De bus is verzegeld, dus niemand kan in het bestand een stem lezen. Laat de laptop zoals hij is tot de uitslag definitief is.',
  saveButton: 'De bus als bestand bewaren',
  saved:
    'Bewaard als {file}. Schrijf op een briefje: {ballots} stembiljetten, laatste schakel {head}, verzegeld {sealed}. Iedereen die erbij was, tekent. Breng beide nu naar kantoor.',
  lookButton: 'De bus bekijken',
  lookHelp:
    'Leg dit naast het briefje dat de mensen van de zaal hebben getekend. Verschilt er iets, neem dan niets op en vraag het hun.',
  ballots: 'Stembiljetten',
  invalid: 'Papieren die geen stembiljet zijn',
  head: 'Laatste schakel van het verslag',
  opened: 'Stemmen vanaf',
  sealed: 'Verzegeld',
  afresh: 'Opnieuw beginnen: geen bus van een eerder bestand wordt opgenomen',
  afreshHint:
    'Voor na een oefening. De laptop heeft dan het nieuwe bestand en nieuwe codes nodig. Zodra de stemming begonnen is, kan dit niet meer.',
  afreshAsk:
    '{hall} opnieuw klaarzetten? Codes die eerder op die laptop zijn afgedrukt, werken dan niet meer.',
  line: 'Zet het bestand in de map van Common Chest op de laptop, en de inhoud van de gemeente ernaast als “council”. Typ daar dan één keer deze regel:',
}
