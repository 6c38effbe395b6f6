/**
 * Danish, the desk's room of people. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskPeople = {
  heading: 'Personer',
  lede: 'Hvem der arbejder ved skranken. Hav gerne to sagsbehandlere: den ene kan hjælpe, hvis den anden mister en nøgle.',
  person: 'Navn',
  role: 'Rolle',
  passkeys: 'Adgangsnøgler',
  since: 'Siden',
  remove: 'Fjern',
  removeNamed: 'Fjern {name}',
  removeAsk:
    'Fjern {name}? Nøgler og sessioner ophører straks, og det gør personens stemmebokse og invitationer også. Personen skal have en ny invitation for at komme tilbage.',
  removed: '{name} er fjernet.',
  me: 'dig',
  change: 'Ret',
  changeNamed: 'Ret {name}',
  changeHint: 'Et andet navn eller en anden rolle. En rolle gælder fra personens næste skridt.',
  changeAsk: '{name} bliver: {role}. Fortsæt?',
  changeButton: 'Gem rettelsen',
  changeLeave: 'Lad det være, som det er',
  changed: '{name} er rettet.',
  invite: 'Inviter en person',
  inviteName: 'Personens navn',
  inviteRole: 'Personens rolle',
  inviteButton: 'Lav en invitation',
  invited: 'Invitation til {name}',
  invitedText:
    'Giv linket til {name} personligt eller ad en sikker vej. Det virker én gang, indtil {at}. Det vises kun nu.',
  copy: 'Kopier linket',
  copied: 'Kopieret',
  open: 'Invitationer, der venter',
  openNone: 'Ingen invitation venter.',
  openUntil: '{name}, {role}, indtil {at}',
  withdraw: 'Træk tilbage',
  withdrawNamed: 'Træk invitationen til {name} tilbage',
  withdrawn: 'Invitationen til {name} virker ikke længere.',
  passkey: '{name}, lavet {at}, sidst brugt {used}',
  passkeyNamed: 'Tag adgangsnøglen for {name} fra {at} væk',
  passkeyAsk:
    'Vil du tage denne adgangsnøgle fra {name}? Ingen kan logge ind med den mere, og andre sessioner for {name} ophører.',
  sessions: 'Logget ind nu',
  session: '{name}, siden {at}',
  thisOne: 'denne',
  end: 'Afslut',
  endNamed: 'Afslut sessionen for {name}',
  ended: 'Sessionen er afsluttet.',
}
