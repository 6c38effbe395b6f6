/**
 * Dutch, the desk's room of people. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskPeople = {
  heading: 'Personen',
  lede: 'Wie er aan de balie werkt. Twee medewerkers is verstandig: de een kan helpen als de ander een sleutel verliest.',
  person: 'Naam',
  role: 'Rol',
  passkeys: 'Passkeys',
  since: 'Sinds',
  remove: 'Verwijderen',
  removeNamed: '{name} verwijderen',
  removeAsk:
    '{name} verwijderen? Passkeys en sessies eindigen meteen, net als kiosken en uitnodigingen van deze persoon. Voor een terugkeer is een nieuwe uitnodiging nodig.',
  removed: '{name} is verwijderd.',
  me: 'u',
  change: 'Wijzigen',
  changeNamed: '{name} wijzigen',
  changeHint:
    'Een andere naam of een andere rol. Een rol geldt vanaf de volgende stap van de persoon.',
  changeAsk: '{name} wordt: {role}. Doorgaan?',
  changeButton: 'Wijziging bewaren',
  changeLeave: 'Laten zoals het is',
  changed: '{name} is gewijzigd.',
  invite: 'Iemand uitnodigen',
  inviteName: 'Naam van de persoon',
  inviteRole: 'Rol van de persoon',
  inviteButton: 'Uitnodiging maken',
  invited: 'Uitnodiging voor {name}',
  invitedText:
    'Geef deze link persoonlijk of op een veilige manier aan {name}. Hij werkt één keer, tot {at}. Hij wordt alleen nu getoond.',
  copy: 'Link kopiëren',
  copied: 'Gekopieerd',
  open: 'Uitnodigingen die wachten',
  openNone: 'Er wacht geen uitnodiging.',
  openUntil: '{name}, {role}, tot {at}',
  withdraw: 'Intrekken',
  withdrawNamed: 'De uitnodiging voor {name} intrekken',
  withdrawn: 'De uitnodiging voor {name} werkt niet meer.',
  passkey: '{name}, gemaakt {at}, het laatst gebruikt {used}',
  passkeyNamed: 'De passkey van {name} van {at} wegnemen',
  passkeyAsk:
    'Deze passkey van {name} wegnemen? Niemand kan zich er meer mee aanmelden, en andere sessies van {name} eindigen.',
  sessions: 'Nu aangemeld',
  session: '{name}, sinds {at}',
  thisOne: 'deze',
  end: 'Beëindigen',
  endNamed: 'De sessie van {name} beëindigen',
  ended: 'De sessie is voorbij.',
}
