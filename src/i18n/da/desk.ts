/**
 * Danish, the desk: the pages on which clerks and tellers work. What stands in braces is filled in by the page.
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
  name: 'Skranken',
  handbook: {
    title: 'Håndbog for kommunen',
    about:
      'Sådan fører kommunen en runde fra indkaldelsen af forslag til det, der kommer ud af den, trin for trin.',
  },
  navigation: 'Skrankens rum',
  rooms: {
    today: 'I dag',
    rounds: 'Runder',
    submissions: 'Indsendt',
    codes: 'Stemmekoder',
    voting: 'Valgdag',
    paper: 'Papir',
    count: 'Optælling',
    delivery: 'Gennemførelse',
    texts: 'Tekster',
    people: 'Personer',
    log: 'Log',
    me: 'Mine adgangsnøgler',
  },
  roundsLater:
    'En runde, der lige er offentliggjort, står i listen, når siden er bygget igen om et par minutter.',
  needsScript:
    'Skranken kræver JavaScript, fordi du logger ind med en adgangsnøgle. Slå det til for denne side.',
  noPasskeys:
    'Denne browser kan ikke bruge adgangsnøgler her. Åbn skranken på dens https-adresse i en browser fra de sidste fire år.',
  signedInAs: 'Logget ind som',
  signOut: 'Log ud',
  busy: 'Et øjeblik …',
  late: 'Det tager længere end normalt. Vent venligst: Du får at vide, hvad der kom ud af det, også hvis der intet svar kommer.',
  silentTitle: 'Der kom intet svar',
  silent:
    'Vi ved ikke, om det blev gjort. Hent siden igen og se efter, før du gør det en gang til.',
  cancelledTitle: 'Adgangsnøglen blev ikke brugt',
  cancelled: 'Intet er ændret. Prøv igen, når du har din enhed ved hånden.',
  roles: { clerk: 'Sagsbehandler', teller: 'Optæller' },
  rolesTold: {
    clerk: 'En sagsbehandler må alt ved skranken.',
    teller: 'En optæller taster papirstemmer og passer stemmeboksen.',
  },
  signIn: {
    heading: 'Log ind',
    lede: 'Du logger ind med en adgangsnøgle: fingeraftryk, ansigt, PIN eller sikkerhedsnøgle. Der er ingen adgangskode.',
    ledHere:
      'Du er ikke logget ind, eller din session er slut. Log ind, så kommer du tilbage til rummet.',
    button: 'Log ind med adgangsnøgle',
    help: 'Ingen adgangsnøgle endnu? En sagsbehandler i kommunen giver dig en invitation.',
  },
  join: {
    heading: 'Din plads ved skranken',
    lede: 'Du laver en adgangsnøgle på denne enhed. Med den logger du ind fra nu af.',
    setUp:
      'Dette link sætter skranken op. Den første, der bruger det, bliver den første sagsbehandler.',
    invitedAs: 'Du er inviteret som: {role}.',
    label: 'Dit navn',
    hint: 'Som dine kolleger siger det. Det bliver ikke offentliggjort.',
    button: 'Lav min adgangsnøgle',
    incomplete: 'Linket er ikke helt. Kopier det hele, til sidste bogstav, og åbn det igen.',
    nameMissing: 'Skriv først dit navn.',
  },
  today: deskToday,
  tasks: {
    'read-submissions': 'Læs, hvad der er sendt ind: {count} forslag venter.',
    'publish-approved': 'Offentliggør det godkendte: {count} forslag er ikke på siden.',
    'draw-lot': 'Træk lod om stemmelighed offentligt, og skriv den ind før {at}.',
    'make-codes': 'Lav stemmekoder, og udskriv dem før {at}.',
    'more-codes':
      'Der er {count} koder, og {most} må stemme. Når afstemningen er åben, kan ingen kode lægges til.',
    'voting-late':
      'Afstemningen skulle have været åben siden {at}. Rummet Valgdag siger, hvad der mangler.',
    'voting-opens': 'Afstemningen åbner af sig selv {at}.',
    'voting-open': 'Afstemningen er åben til {at}.',
    'voting-paused': 'Afstemningen er på pause. Den slutter {at}, medmindre du forlænger den.',
    'voting-closing': 'Afstemningen sluttede {at}. Den lukker af sig selv om få minutter.',
    'enter-paper': 'Tast papirstemmerne, og forsegl så stemmekasserne.',
    'take-in-halls': 'Tag salenes kasser ind, eller opgiv dem. Før det forsegles intet.',
    'carry-box': 'Gem den forseglede kasse fra denne sal som en fil, og bær den til kontoret.',
    seal: 'Stemmekasserne forsegles af sig selv om få minutter. Hvis ikke, så se nedenfor.',
    certify:
      'Kasserne er forseglet, og resultatet venter på dig. Se på det i rummet Optælling, og godkend det.',
    complaints: 'Der kan klages over resultatet indtil {at}.',
    purge: 'Koder, stemmer og kontaktoplysninger ryddes af sig selv en dag efter {at}.',
    'phase-begins': '{phase}: begynder {at}.',
    'phase-ends': '{phase}: slutter {at}.',
  },
  urgency: { now: 'Nu', soon: 'Snart', known: 'Godt at vide' },
  people: deskPeople,
  log: {
    heading: 'Log',
    lede: 'Alt, hvad der er gjort ved skranken. Hver linje nævner den før, så ingen kan fjernes ubemærket.',
    which: 'Log for',
    council: 'Kommunen',
    show: 'Vis',
    empty: 'Der er intet i denne log endnu.',
    whole: '{n} linjer, og hver nævner den før. Den sidste er {head}.',
    broken: 'Linje {n} nævner ikke den før. Sig det til den, der passer softwaren.',
    at: 'Hvornår',
    who: 'Hvem',
    what: 'Hvad',
    about: 'Om',
    gone: '{name}, ikke længere ved skranken',
    notDone: 'Ikke gjort: “{what}”',
    tried: 'Forsøgt: “{what}”',
    fault: 'ingen ved, om det blev gjort',
    untold: 'ikke gjort',
  },
  actions: deskActions,
  me: {
    heading: 'Mine adgangsnøgler',
    lede: 'En ekstra nøgle på en anden enhed eller en sikkerhedsnøgle redder dig, hvis du mister den første.',
    made: 'Lavet {at}, sidst brugt {used}',
    remove: 'Tag væk',
    removeNamed: 'Tag adgangsnøglen fra {at} væk',
    removeAsk:
      'Vil du tage denne adgangsnøgle væk? Ingen kan logge ind med den mere, og dine andre sessioner ophører.',
    removed: 'Adgangsnøglen er taget væk.',
    add: 'Tilføj en adgangsnøgle mere',
    added: 'Adgangsnøglen er tilføjet.',
    sessions: 'Hvor jeg er logget ind',
    session: 'Siden {at}',
  },
}
