/**
 * German, the desk's room of people. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskPeople = {
  heading: 'Personen',
  lede: 'Wer am Schalter arbeitet. Am besten sind es zwei in der Sachbearbeitung: Eine Person hilft, wenn die andere einen Schlüssel verliert.',
  person: 'Name',
  role: 'Rolle',
  passkeys: 'Passkeys',
  since: 'Seit',
  remove: 'Entfernen',
  removeNamed: '{name} entfernen',
  removeAsk:
    '{name} entfernen? Passkeys und Sitzungen enden sofort, ebenso Kioske und Einladungen von dieser Person. Zurück geht es nur mit einer neuen Einladung.',
  removed: '{name} wurde entfernt.',
  me: 'Sie',
  change: 'Ändern',
  changeNamed: '{name} ändern',
  changeHint:
    'Ein anderer Name oder eine andere Rolle. Eine Rolle gilt ab dem nächsten Schritt der Person.',
  changeAsk: '{name} ist dann: {role}. Fortfahren?',
  changeButton: 'Änderung speichern',
  changeLeave: 'So lassen',
  changed: '{name} wurde geändert.',
  invite: 'Jemanden einladen',
  inviteName: 'Name der Person',
  inviteRole: 'Rolle der Person',
  inviteButton: 'Einladung erstellen',
  invited: 'Einladung für {name}',
  invitedText:
    'Geben Sie diesen Link persönlich oder auf sicherem Weg an {name}. Er gilt einmal, bis {at}. Er wird nur jetzt gezeigt.',
  copy: 'Link kopieren',
  copied: 'Kopiert',
  open: 'Einladungen, die warten',
  openNone: 'Keine Einladung wartet.',
  openUntil: '{name}, {role}, bis {at}',
  withdraw: 'Zurückziehen',
  withdrawNamed: 'Die Einladung für {name} zurückziehen',
  withdrawn: 'Die Einladung für {name} gilt nicht mehr.',
  passkey: '{name}, angelegt {at}, zuletzt benutzt {used}',
  passkeyNamed: 'Den Passkey von {name} vom {at} wegnehmen',
  passkeyAsk:
    'Diesen Passkey von {name} wegnehmen? Niemand kann sich mehr damit anmelden, und andere Sitzungen von {name} enden.',
  sessions: 'Jetzt angemeldet',
  session: '{name}, seit {at}',
  thisOne: 'diese',
  end: 'Beenden',
  endNamed: 'Die Sitzung von {name} beenden',
  ended: 'Die Sitzung ist vorbei.',
}
