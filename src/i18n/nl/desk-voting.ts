/**
 * Dutch, the room Voting day: turnout, and the steps from the opening to the close.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskVoting = {
  heading: 'Stemdag',
  lede: 'Hoeveel mensen meededen, en de stappen van opening tot sluiting.',
  round: 'Ronde',
  show: 'Tonen',
  stands: 'De ronde is {state}.',
  times: 'De stemming loopt van {from} tot {to}.',
  otherEnd: 'Inwoners lezen in de ronde nog een ander einde: {at}. Laat het daar ook veranderen.',
  turnout: 'Opkomst',
  turnoutNote:
    'Dit zijn alleen getallen. Niemand kan weten wat er gekozen is voordat de bussen verzegeld zijn.',
  box: 'Stembus',
  everyone: 'De hele gemeente',
  allBoxes: 'Alle bussen',
  eligible: 'Mogen stemmen',
  codes: 'Codes',
  online: 'Online',
  kiosk: 'Kiosk',
  paper: 'Papier',
  together: 'Samen',
  share: 'Aandeel',
  unknown: 'niet opgegeven',
  letters:
    '{reserve} codes zijn reserve. {revoked} zijn ingetrokken, en {reissued} uit de reserve zijn uitgegeven.',
  lot: {
    heading: 'Volgorde bij gelijke stand',
    help: 'Twee voorstellen kunnen gelijk eindigen. Dan telt de volgorde die vóór de stemming in het openbaar is geloot. Loot met briefjes, en noteer welke plaats elk voorstel kreeg.',
    entered: 'Er is een volgorde ingevuld. Haal die eerst weg als er meer voorstellen bij moeten.',
    drawn: 'Hoe, waar en wanneer er is geloot',
    drawnHint: 'Eén zin die inwoners lezen. Wie lootte, en wie keek toe?',
    commit:
      '1 commit in de inhoud van de gemeente, 1 deploy. De stemming kan open als de site opnieuw is gebouwd.',
    enter: 'Publiceer de volgorde',
    takeOut: 'Haal de volgorde weg',
    placeMissing: 'Geef elk voorstel een eigen plaats, van 1 tot de laatste.',
    drawnMissing: 'Schrijf op hoe er is geloot.',
    done: 'De volgorde is gepubliceerd. Laad deze pagina over een paar minuten opnieuw.',
    outAsk: 'De volgorde weghalen? Zonder volgorde kan de stemming niet open.',
    out: 'De volgorde is weggehaald.',
  },
  opening: 'De stemming openen',
  openingFreezes:
    'De opening legt {proposals} voorstellen en {codes} codes vast. Daarna kan geen van beide nog veranderen.',
  openingTimes: 'Stemmen kan van {from} tot {to}. Het einde kan later worden, nooit vroeger.',
  openingFloor:
    'Losse stembiljetten worden alleen gepubliceerd van een bus met minstens {floor} biljetten.',
  openingCommit:
    '1 commit op het openbare bord, geen deploy. De digest van het stembiljet is {digest}.',
  openButton: 'De stemming openen',
  openAsk: 'De stemming nu openen? Codes en voorstellen liggen dan vast.',
  opened: 'De stemming is geopend.',
  notYet: 'De stemming kan nog niet open: {why}.',
  pause: 'De stemming pauzeren',
  pauseHelp: 'Tijdens een pauze kan niemand stemmen. Het einde blijft waar het is.',
  reason: 'Reden die iedereen kan lezen',
  reasonHint: 'Eén regel op het openbare bord. Geen namen.',
  reasonMissing: 'Schrijf eerst de reden.',
  pauseButton: 'Pauzeren',
  paused: 'De stemming is gepauzeerd.',
  resume: 'De stemming hervatten',
  resumeHelp: 'De stemming is gepauzeerd. Zodra u hervat, kan er weer gestemd worden.',
  resumeButton: 'Hervatten',
  resumed: 'Er kan weer gestemd worden.',
  extend: 'Het einde verschuiven',
  extendHint: 'Alleen later, nooit vroeger. In de eigen tijd van de gemeente.',
  newEnd: 'Nieuw einde',
  endMissing: 'Kies eerst een dag en een uur.',
  extendButton: 'Het einde verschuiven',
  extendAsk: 'Het einde verschuiven naar {at}? Terug kan niet.',
  extended:
    'De stemming eindigt nu {at}. Laat ook de data van de ronde veranderen: inwoners lezen ze daar.',
  close: 'De stemming sluiten',
  closeHelp:
    'De bussen sluiten vanzelf twee minuten na het einde. Sluit ze hier als dat niet gebeurde.',
  closeButton: 'De bussen sluiten',
  closeAsk: 'De bussen nu sluiten? Ze gaan nooit meer open.',
  closed: 'De bussen zijn gesloten.',
  over: 'De stemming is voorbij. Alles wat volgt staat in de kamer Telling.',
}
