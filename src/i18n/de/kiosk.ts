/**
 * German, the kiosk: a device in a hall at which one voter after the other votes.
 *
 * Pure. Invariant: a child of ten can read it. Decided in docs/decisions/0008 and 0027.
 */
export const kiosk = {
  title: 'Hier abstimmen',
  description: (place: string) => `Stimmen Sie an diesem Gerät ab: ${place}.`,
  wait: 'Einen Augenblick …',
  needsScript:
    'Wenn nichts geschieht, kann dieser Browser kein Kiosk sein. Rufen Sie jemanden vom Team.',
  lede: 'Sie brauchen den Code aus Ihrem Brief. Scannen Sie ihn, oder drücken Sie auf den Knopf und tippen Sie ihn.',
  begin: 'Anfangen',
  scanned: 'Ihr Code ist gelesen. Wählen Sie jetzt Ihr Gebiet.',
  over: 'Neu anfangen',
  awayHeading: 'Keine Verbindung',
  away: 'Hier kann gerade niemand abstimmen. Bitte warten Sie: Es geht von selbst weiter. Nichts wurde gesendet.',
  pausedHeading: 'Die Abstimmung ist angehalten',
  paused: 'Bitte warten Sie. Es geht von selbst weiter.',
  shutHeading: 'Die Abstimmung ist nicht offen',
  shut: 'Sie hat noch nicht begonnen, oder sie ist vorbei.',
  closedHeading: 'Dieses Gerät ist gerade kein Kiosk',
  closed: 'Rufen Sie jemanden vom Team. Geöffnet wird er im Raum Wahltag.',
  stillThere: 'Sind Sie noch da?',
  secondsLeft: (left: string) => `Dieser Bildschirm wird in ${left} Sekunden geleert.`,
  moreTime: 'Ich brauche mehr Zeit',
  callHelper:
    'Gehen Sie noch nicht. Kommt keine Antwort, rufen Sie jemanden vom Team: Niemand weiß bisher, ob Ihre Stimme zählt.',
  qr: 'Ihre Quittung als QR-Code',
  takeAlong: 'Lesen Sie das Quadrat mit dem Handy, oder schreiben Sie die Buchstaben ab.',
  done: 'Fertig',
}
