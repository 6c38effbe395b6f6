/**
 * Dutch, the kiosk: a device in a hall at which one voter after the other votes.
 *
 * Pure. Invariant: a child of ten can read it. Decided in docs/decisions/0008 and 0027.
 */
export const kiosk = {
  title: 'Stem hier',
  description: (place: string) => `Stem op dit apparaat in ${place}.`,
  wait: 'Een ogenblik …',
  needsScript: 'Gebeurt er niets, dan kan deze browser geen kiosk zijn. Roep een helper.',
  lede: 'U hebt de code uit uw brief nodig. Scan die, of druk op de knop en typ de code.',
  begin: 'Begin',
  scanned: 'Uw code is gelezen. Kies nu uw gebied.',
  over: 'Opnieuw beginnen',
  awayHeading: 'Geen verbinding',
  away: 'Niemand kan hier nu stemmen. Wacht even: het gaat vanzelf verder. Er is niets verzonden.',
  pausedHeading: 'De stemming is gepauzeerd',
  paused: 'Wacht even. Het gaat vanzelf verder.',
  shutHeading: 'De stemming is niet open',
  shut: 'De stemming is nog niet begonnen, of is voorbij.',
  closedHeading: 'Dit apparaat is nu geen kiosk',
  closed: 'Roep een helper. Die kan hem openen aan de balie, in de kamer Stemdag.',
  stillThere: 'Bent u er nog?',
  secondsLeft: (left: string) => `Dit scherm wordt over ${left} seconden leeggemaakt.`,
  moreTime: 'Ik heb meer tijd nodig',
  callHelper:
    'Ga nog niet weg. Komt er geen antwoord, roep dan een helper: niemand weet nog of uw stem telt.',
  qr: 'Uw ontvangstbewijs als QR-code',
  takeAlong: 'Lees het vierkant met uw telefoon, of schrijf de letters op.',
  done: 'Klaar',
}
