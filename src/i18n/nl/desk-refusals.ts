/**
 * Dutch, refusals of the desk: what a clerk or a teller is told when something is not done.
 *
 * Pure. Invariant: what happened and what to do next; no blame, no command of a terminal.
 * Decided in docs/decisions/0008 and 0022.
 */
import { says } from '../refusal-text.ts'
import { boxStates, notReplaced } from './box-states.ts'

export const deskRefusals = {
  'action-unknown': says(
    'Deze pagina is verouderd',
    () => 'De balie is vernieuwd sinds u deze pagina opende. Laad de pagina opnieuw.',
  ),
  'signed-out': says(
    'U bent niet aangemeld',
    () => 'Uw sessie is voorbij. Meld u opnieuw aan met uw passkey; er is niets veranderd.',
  ),
  'role-not-enough': says(
    'Alleen een medewerker kan dit',
    () => 'U bent aangemeld als teller. Vraag een medewerker om het te doen.',
  ),
  'passkey-again': says(
    'Uw passkey is opnieuw nodig',
    () => 'Gebruik uw passkey nog een keer om verder te gaan. Er is nog niets veranderd.',
  ),
  'passkey-unknown': says(
    'Deze passkey is hier niet bekend',
    () =>
      'De passkey is hier nooit toegevoegd, of de eigenaar is verwijderd. Vraag een medewerker om een uitnodiging.',
  ),
  'passkey-not-accepted': says(
    'De passkey kon niet worden gecontroleerd',
    () =>
      'Uw apparaat moet om vingerafdruk, gezicht of pincode vragen. Probeer het opnieuw, of gebruik een andere passkey.',
  ),
  'passkey-taken': says(
    'Deze passkey is al in gebruik',
    () => 'De passkey hoort al bij iemand aan deze balie. Maak een andere.',
  ),
  'challenge-over': says(
    'Dat duurde te lang',
    () => 'Er zijn vijf minuten voorbij. Begin opnieuw.',
  ),
  'invitation-unknown': says(
    'Deze uitnodiging werkt niet',
    () =>
      'Ze is gebruikt, ingetrokken of ouder dan 72 uur. Kijk of de hele link is gekopieerd, of vraag een nieuwe.',
  ),
  'set-up-used': says(
    'De inrichting is al gedaan',
    () =>
      'Deze link werkt één keer, en is gebruikt. Vraag een medewerker om een uitnodiging, of verander SETUP_SECRET in de instellingen van de host.',
  ),
  'last-clerk': says(
    'Eén medewerker moet blijven',
    () => 'Dit is de enige medewerker. Nodig eerst een andere uit.',
  ),
  'last-passkey': says(
    'Eén passkey moet blijven',
    () =>
      'Zonder passkey kan niemand zich aanmelden. Voeg eerst een andere toe, en neem dan deze weg.',
  ),
  'person-unknown': says(
    'Deze persoon bestaat niet',
    () => 'Misschien heeft iemand deze persoon net verwijderd. Laad de pagina opnieuw.',
  ),
  'not-there': says(
    'Dit is er niet meer',
    () => 'Misschien heeft iemand het net beëindigd. Laad de pagina opnieuw.',
  ),
  'desk-changed': says(
    'Iemand was sneller',
    () =>
      'Dit is net veranderd, misschien door een collega. Er is niets overschreven: laad de pagina opnieuw.',
  ),
  'voting-over': says(
    'De data van deze stemming zijn voorbij',
    ({ closesAt }, format) =>
      `De stemming zou eindigen op ${format.instant(closesAt ?? '')}. Verschuif eerst de data van de ronde.`,
  ),
}

export const clerkRefusals = {
  'round-unknown': says(
    'Deze ronde bestaat niet',
    ({ round }) => `De inhoud van de gemeente heeft geen ronde met de naam ${round}.`,
  ),
  'round-without-vote': says(
    'Deze ronde heeft geen stemming',
    () => 'Geef de ronde eerst een stemperiode, met data.',
  ),
  'area-unknown': says('Welk gebied?', ({ areas }) => `Kies een van deze stembussen: ${areas}.`),
  'lot-not-drawn': says(
    'Er is niet geloot',
    () => 'Loot eerst in het openbaar voor gelijke standen, en vul de volgorde in.',
  ),
  'lot-drawn': says(
    'Er is al geloot',
    () =>
      'De loting legt het stembiljet vast. Haal de loting weg, pas de voorstellen aan, en loot opnieuw.',
  ),
  'lot-incomplete': says(
    'De volgorde is niet volledig',
    () =>
      'Geef elk voorstel op het stembiljet één plaats. Publiceer eerst de voorstellen die nog ontbreken.',
  ),
  'ballot-impossible': says(
    'Niemand kan dit stembiljet invullen',
    ({ pool, minLength, proposals }) =>
      `Een stem in “${pool}” vraagt minstens ${minLength} voorstellen. Van de ${proposals} daar kunnen er niet zo veel samen worden gekozen. Pas het stembiljet of de voorstellen aan.`,
  ),
  'no-codes': says('Er zijn geen stemcodes', () => 'Maak eerst stemcodes, en druk ze af.'),
  'codes-changed': says(
    'De codes zijn veranderd',
    () =>
      'Iemand heeft net codes gemaakt of de stemming geopend. Kijk opnieuw, en probeer het dan weer.',
  ),
  'codes-frozen': says(
    'Er kunnen nu geen codes bij',
    () =>
      'De stemming is geopend, dus het aantal codes ligt vast. Gebruik een brief uit de reserve.',
  ),
  'state-wrong': says(
    'Dit kan nu niet',
    ({ state }) => `De ronde is ${boxStates[String(state)] ?? 'in een andere fase'}.`,
  ),
  'end-not-later': says(
    'Het nieuwe einde is niet later',
    ({ to }) => `${to} is niet na het einde dat is ingesteld, of de ronde is niet open.`,
  ),
  'before-end': says(
    'De stemming is niet voorbij',
    ({ earliest }, format) =>
      `De stemming sluit nooit voor het aangekondigde einde. Het vroegste is ${format.instant(earliest ?? '')}.`,
  ),
  'reason-missing': says('Zeg waarom', () => 'Schrijf één regel die iedereen kan lezen.'),
  'board-behind': says(
    'Het openbare bord loopt achter',
    () =>
      'Het laatste controlepunt is nog niet openbaar. Het wordt elke vijf minuten geprobeerd: wacht, en probeer het opnieuw.',
  ),
  'not-reconciled': says(
    'De getallen kloppen niet',
    ({ rows }) => `Er is niets gepubliceerd, want deze getallen verschillen: ${rows}.`,
  ),
  'no-final-result': says(
    'Er is nog geen definitieve uitslag',
    () => 'Stel eerst de uitslag vast, in de kamer Telling.',
  ),
  'before-complaints': says(
    'De tijd voor bezwaren is niet voorbij',
    ({ earliest }, format) =>
      `Tegen de uitslag kan bezwaar worden gemaakt tot ${format.instant(earliest ?? '')}. Daarvoor wordt niets opgeruimd.`,
  ),
  'serial-not-live': says(
    'Deze brief kan niet worden vervangen',
    ({ serial, state }) =>
      `Brief ${serial} ${notReplaced[String(state)] ?? ''}. Er is niets veranderd.`,
  ),
  'no-reserve': says(
    'Dit is geen ongebruikte reservebrief',
    ({ serial }) =>
      `Brief ${serial} is geen ongebruikte brief uit de reserve van dezelfde stembus.`,
  ),
  'ballot-differs': says(
    'De voorstellen zijn veranderd',
    () => 'De voorstellen zijn niet die waarover is gestemd. Zet ze eerst terug, en tel dan.',
  ),
  'submission-unknown': says(
    'Deze inzending bestaat niet',
    () => 'Misschien is ze opgeruimd. Laad de pagina opnieuw.',
  ),
  'submission-changed': says(
    'Iemand anders heeft het intussen veranderd',
    () =>
      'Een collega veranderde deze inzending nadat u die opende. Er is niets overschreven: lees wat hier nu staat en verstuur het uwe opnieuw.',
  ),
  'edition-invalid': says(
    'Zo kan het niet worden gepubliceerd',
    ({ title }) =>
      `${title === undefined ? '' : `“${title}”: `}Een van de velden past niet bij de grenzen van de ronde. Kijk naar kosten, thema en gebied.`,
  ),
  'picture-missing': says(
    'De afbeelding is er niet meer',
    () =>
      'De afbeelding van deze inzending is weg. Kies die opnieuw bij het bewerken, of haal die daar weg.',
  ),
  'merge-circular': says(
    'Zo kunnen ze niet worden samengevoegd',
    () => 'In een ervan zijn al andere opgenomen. Laat die inzending verdergaan.',
  ),
  'submission-not-waiting': says(
    'Hierover is al beslist',
    () => 'Een collega heeft deze inzending net behandeld.',
  ),
  'id-taken': says(
    'Deze naam is bezet',
    ({ path }) => `${path} is al gepubliceerd met een andere tekst.`,
  ),
  'changed-meanwhile': says(
    'Dit is ondertussen veranderd',
    ({ path }) =>
      `Iemand heeft ${path} veranderd sinds u het opende. Er is niets gepubliceerd. Open het opnieuw en herhaal uw wijziging.`,
  ),
  'not-delivered': says(
    'Over dit voorstel valt niets te vertellen',
    () =>
      'Alleen projecten die in de gepubliceerde uitslag geld krijgen, hebben nieuws. Toon de ronde opnieuw.',
  ),
  'entry-invalid': says(
    'Er zit een fout in',
    () =>
      'Kijk nog eens naar de dag, de teksten en het bedrag, en verstuur het opnieuw. Er is niets gepubliceerd.',
  ),
  'cost-frozen': says(
    'De kosten horen nu bij de stemming',
    () =>
      'De stemming is geopend: mensen stemmen op basis van de kosten die zij lezen. Laat het bedrag leeg en schrijf in de toelichting wat er is gevonden.',
  ),
  'round-invalid': says(
    'De ronde is niet compleet',
    ({ count }) =>
      `${count === 1 ? 'Eén veld klopt' : `${count} velden kloppen`} nog niet. Er is niets gepubliceerd. Kijk naar de gemarkeerde velden.`,
  ),
  'round-frozen': says(
    'Dit hoort nu bij de stemming',
    () =>
      'De stemming is geopend. Daarom staan geld, stembiljet, regel, papier en voorstellen vast: mensen stemmen op wat zij hebben gelezen. Teksten, namen van gebieden, bijeenkomsten en latere data kunt u nog veranderen.',
  ),
  'voting-frozen': says(
    'De data van de stemming staan vast',
    () =>
      'De stemming is met deze data geopend, en die zijn openbaar. Het einde kan alleen later worden, in de kamer Stemdag. Alle andere data kunt u nog veranderen.',
  ),
}
