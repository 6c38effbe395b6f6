/**
 * Dutch, the desk: the pages on which clerks and tellers work. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
import { deskAssessments } from './desk-assessments.ts'
import { deskActions } from './desk-actions.ts'
import { deskCount } from './desk-count.ts'
import { deskDelivery } from './desk-delivery.ts'
import { deskEntries } from './desk-entries.ts'
import { deskHalls } from './desk-halls.ts'
import { deskPaper } from './desk-paper.ts'
import { deskPeople } from './desk-people.ts'
import { deskToday } from './desk-today.ts'
import { deskVoting } from './desk-voting.ts'

export const desk = {
  voting: deskVoting,
  count: deskCount,
  halls: deskHalls,
  ...{ delivery: deskDelivery, assessments: deskAssessments, entries: deskEntries },
  paper: deskPaper,
  name: 'Balie',
  handbook: {
    title: 'Handboek voor de gemeente',
    about:
      'Hoe de gemeente een ronde leidt, van de oproep voor ideeën tot wat ervan komt, stap voor stap.',
  },
  navigation: 'Kamers van de balie',
  rooms: {
    today: 'Vandaag',
    rounds: 'Rondes',
    submissions: 'Ingediend',
    codes: 'Stemcodes',
    voting: 'Stemdag',
    paper: 'Papier',
    count: 'Telling',
    delivery: 'Uitvoering',
    texts: 'Teksten',
    people: 'Personen',
    log: 'Logboek',
    me: 'Mijn passkeys',
  },
  roundsLater:
    'Een ronde die net is gepubliceerd, staat in deze lijst zodra de site opnieuw is gebouwd, over een paar minuten.',
  needsScript:
    'De balie heeft JavaScript nodig, omdat u zich aanmeldt met een passkey. Zet het aan voor deze site.',
  noPasskeys:
    'Deze browser kan hier geen passkeys gebruiken. Open de balie via het https-adres, in een browser van de laatste vier jaar.',
  signedInAs: 'Aangemeld als',
  signOut: 'Afmelden',
  busy: 'Een ogenblik …',
  late: 'Dit duurt langer dan anders. Wacht even: u hoort wat ervan kwam, ook als er geen antwoord komt.',
  silentTitle: 'Er kwam geen antwoord',
  silent:
    'We weten niet of het is gedaan. Laad deze pagina opnieuw en kijk, voordat u het nog eens doet.',
  cancelledTitle: 'De passkey is niet gebruikt',
  cancelled: 'Er is niets veranderd. Probeer het opnieuw als u uw apparaat bij de hand hebt.',
  roles: { clerk: 'Medewerker', teller: 'Teller' },
  rolesTold: {
    clerk: 'Een medewerker mag alles aan de balie.',
    teller: 'Een teller voert papieren stemmen in en bedient de kiosk.',
  },
  signIn: {
    heading: 'Aanmelden',
    lede: 'U meldt zich aan met een passkey: vingerafdruk, gezicht, pincode of beveiligingssleutel. Er is geen wachtwoord.',
    ledHere:
      'U bent niet aangemeld, of uw sessie is voorbij. Meld u aan, dan komt u terug in de kamer.',
    button: 'Aanmelden met een passkey',
    help: 'Nog geen passkey? Een medewerker van uw gemeente geeft u een uitnodiging.',
  },
  join: {
    heading: 'Uw plaats aan de balie',
    lede: 'U maakt een passkey op dit apparaat. Daarmee meldt u zich voortaan aan.',
    setUp: 'Deze link richt de balie in. Wie hem het eerst gebruikt, wordt de eerste medewerker.',
    invitedAs: 'U bent uitgenodigd als: {role}.',
    label: 'Uw naam',
    hint: 'Zoals uw collega’s u noemen. De naam wordt niet gepubliceerd.',
    button: 'Mijn passkey maken',
    incomplete:
      'De link is niet compleet. Kopieer hem helemaal, tot de laatste letter, en open hem opnieuw.',
    nameMissing: 'Schrijf eerst uw naam.',
  },
  today: deskToday,
  tasks: {
    'read-submissions': 'Lees wat is ingestuurd: {count} inzendingen wachten.',
    'publish-approved': 'Publiceer wat is goedgekeurd: {count} voorstellen staan niet op de site.',
    'draw-lot': 'Loot in het openbaar voor gelijke standen en vul het in, voor {at}.',
    'make-codes': 'Maak stemcodes en druk ze af, voor {at}.',
    'more-codes':
      'Er zijn {count} codes, en {most} mogen stemmen. Is de stemming open, dan komt er geen code meer bij.',
    'voting-late':
      'De stemming had open moeten zijn sinds {at}. De kamer Stemdag zegt wat er ontbreekt.',
    'voting-opens': 'De stemming opent vanzelf {at}.',
    'voting-open': 'De stemming is open tot {at}.',
    'voting-paused': 'De stemming is gepauzeerd. Ze eindigt {at}, tenzij u het einde verschuift.',
    'voting-closing': 'De stemming eindigde {at}. Ze sluit vanzelf over een paar minuten.',
    'enter-paper': 'Voer de papieren stemmen in, en verzegel dan de stembussen.',
    'take-in-halls':
      'Neem de bussen van zalen op, of geef ze op. Daarvoor wordt er niets verzegeld.',
    'carry-box': 'Bewaar de verzegelde bus van deze zaal als bestand, en breng die naar kantoor.',
    seal: 'De stembussen verzegelen zichzelf over een paar minuten. Zo niet, kijk dan hieronder.',
    certify:
      'De bussen zijn verzegeld en de uitslag wacht op u. Bekijk die in de kamer Telling en stel die vast.',
    complaints: 'Tegen de uitslag kan bezwaar worden gemaakt tot {at}.',
    purge: 'Codes, stemmen en contactgegevens worden vanzelf opgeruimd, een dag na {at}.',
    'phase-begins': '{phase}: begint {at}.',
    'phase-ends': '{phase}: eindigt {at}.',
  },
  urgency: { now: 'Nu', soon: 'Binnenkort', known: 'Goed om te weten' },
  people: deskPeople,
  log: {
    heading: 'Logboek',
    lede: 'Alles wat aan de balie is gedaan. Elke regel noemt de vorige, dus geen enkele kan ongemerkt weg.',
    which: 'Logboek van',
    council: 'De gemeente',
    show: 'Tonen',
    empty: 'In dit logboek staat nog niets.',
    whole: '{n} regels, en elke noemt de vorige. De laatste is {head}.',
    broken: 'Regel {n} noemt de vorige niet. Vertel het aan wie de software beheert.',
    at: 'Wanneer',
    who: 'Wie',
    what: 'Wat',
    about: 'Waarover',
    gone: '{name}, niet meer aan de balie',
    notDone: 'Niet gedaan: ‘{what}’',
    tried: 'Geprobeerd: ‘{what}’',
    fault: 'niemand weet of het gedaan is',
    untold: 'niet gedaan',
  },
  actions: deskActions,
  me: {
    heading: 'Mijn passkeys',
    lede: 'Een tweede passkey, op een ander apparaat of een beveiligingssleutel, redt u als u de eerste verliest.',
    made: 'Gemaakt {at}, het laatst gebruikt {used}',
    remove: 'Wegnemen',
    removeNamed: 'De passkey van {at} wegnemen',
    removeAsk:
      'Deze passkey wegnemen? Niemand kan zich er meer mee aanmelden, en uw andere sessies eindigen.',
    removed: 'De passkey is weggenomen.',
    add: 'Nog een passkey toevoegen',
    added: 'De passkey is toegevoegd.',
    sessions: 'Waar ik ben aangemeld',
    session: 'Sinds {at}',
  },
}
