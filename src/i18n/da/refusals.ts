/**
 * Danish, refusals and faults: what a reader is told when something is not possible.
 *
 * Pure. Invariant: what happened, the number that matters, what to do; no blame, no jargon.
 * Decided in docs/decisions/0008.
 */
import { says } from '../refusal-text.ts'
import { ballotRefusals } from './ballot.ts'

const ASK = 'Bliver det ved, kan kommunen hjælpe dig; du finder kontakten her på siden.'

export const refusals = {
  ...ballotRefusals,
  'round-not-found': says(
    'Den runde findes ikke',
    () => 'Der er ingen runde på denne adresse. Begynd igen fra forsiden.',
  ),
  'round-not-accepting': says(
    'Der kan ikke sendes forslag ind nu',
    ({ opensAt, closesAt }, format) => {
      if (closesAt) return `Der kunne sendes forslag ind til ${format.until(closesAt)}.`
      if (opensAt) return `Der kan sendes forslag ind fra ${format.begins(opensAt)}.`
      return 'Denne runde tager ikke imod forslag.'
    },
  ),
  'round-not-voting': says('Du kan ikke stemme nu', ({ state, opensAt, closesAt }, format) => {
    if (state === 'soon')
      return 'Afstemningen åbner om få minutter, og din kode gælder stadig. Send stemmesedlen igen lidt senere.'
    if (state === 'before' && opensAt) return `Afstemningen åbner ${format.begins(opensAt)}.`
    if (state === 'settling' && closesAt)
      return `Afstemningen sluttede ${format.until(closesAt)}. Hvis du sendte din stemmeseddel før det og ikke fik svar, så send den igen om ti minutter: Så er det sikkert, om den er talt med.`
    if (state === 'after' && closesAt)
      return `Afstemningen sluttede ${format.until(closesAt)}. Denne stemmeseddel er ikke talt med.`
    return 'Der er ingen afstemning åben i denne runde. Stemmesedlen er ikke talt med.'
  }),
  'voting-paused': says(
    'Afstemningen er på pause',
    ({ reason }) =>
      `Kommunen har sat afstemningen på pause en kort stund${reason ? `: “${reason}”` : '.'} Lad siden stå åben, og send din stemme igen, når afstemningen går videre. Også en stemme, der er sendt to gange, tælles én gang.`,
  ),
  'token-unknown': says(
    'Vi kender ikke koden',
    () =>
      'Stemmekoden gælder ikke i denne afstemning. Sammenlign den med dit brev, og se, om brevet hører til denne runde. Står der “Reserve” på det, så spørg kommunen: Det gælder kun som erstatning for et brev, der er blevet væk.',
  ),
  'kiosk-closed': says(
    'Denne enhed er ikke en stemmeboks nu',
    () =>
      'Den er lukket, eller dens tid er gået. Intet er lagt i stemmekassen. Hent en hjælper, som kan åbne den igen.',
  ),
  'token-revoked': says(
    'Koden er udskiftet',
    () => 'Stemmekoden er lukket, fordi der er sendt et nyt brev. Brug koden i det nyeste brev.',
  ),
  'token-used': says('Koden har allerede stemt', ({ sameNonce }) =>
    sameNonce
      ? 'Din stemmeseddel ligger allerede i kassen med de valg, du sendte først. De kan ikke ændres.'
      : 'Der er allerede stemt med denne stemmekode. Var det ikke dig, så sig det til kommunen.',
  ),
  'token-other-area': says(
    'Koden hører til et andet område',
    () =>
      'Din stemmekode hører til et andet område. Gå tilbage, vælg det område, der står på dit brev, og stem der.',
  ),
  'area-missing': says('Hvilket område?', () => 'Vælg først det område, der står på dit brev.'),
  'ballot-changed': says(
    'Listen over forslag er rettet',
    () => 'Forslagene blev rettet, mens du valgte. Hent siden igen, og se dine valg efter.',
  ),
  'nonce-taken': says(
    'Der er allerede sendt en stemmeseddel herfra',
    () =>
      'Der er allerede sendt en stemmeseddel fra denne side med en anden kode. Var det ikke din, så begynd forfra ved stemmesedlen.',
  ),
  reload: says(
    'Siden er forældet',
    () => 'Siden blev fornyet, mens du valgte. Intet er gemt. Hent siden igen.',
  ),
  'not-confirmed': says(
    'Vi ved endnu ikke, om den kom frem',
    () => 'Send det samme igen: Det tælles én gang, også hvis det kom frem første gang.',
  ),
  'ballot-invalid': says(
    'Stemmesedlen kunne ikke læses',
    () => `Det, der kom frem, var ikke en hel stemmeseddel. Gå tilbage, og vælg igen. ${ASK}`,
  ),
  'proposal-not-on-ballot': says(
    'Ikke med i afstemningen',
    () =>
      'Et af de valgte forslag kan man ikke stemme på her. Hent siden igen, og se dine valg efter.',
  ),
  'proposal-repeated': says(
    'Et forslag stod der to gange',
    () => 'Et forslag blev valgt to gange. Gå tilbage, og vælg hvert forslag én gang.',
  ),
  'submission-invalid': says('Der er noget i forslaget, du skal se på igen', (details) => {
    const count = Object.keys(details).length
    return count === 1
      ? 'Et felt skal ses efter. Det, du skrev, står der endnu.'
      : `${count} felter skal ses efter. Det, du skrev, står der endnu.`
  }),
  'submission-not-found': says(
    'Vi kan ikke finde forslaget',
    () =>
      'Intet forslag hører til dette link. Se efter, om hele linket er kopieret, til sidste bogstav.',
  ),
  'submission-decided': says(
    'Det er allerede afgjort',
    () =>
      'Forslaget er blevet behandlet i mellemtiden og kan ikke ændres her mere. Spørg kommunen, hvis noget er galt.',
  ),
  'inbox-full': says(
    'Mange forslag venter',
    () =>
      'Der venter så mange forslag på at blive læst, at der ikke er plads til flere i dag. Gem din tekst, og prøv igen i morgen.',
  ),
  'body-invalid': says(
    'Det, du sendte, kunne ikke læses',
    () => `Gå tilbage, hent siden igen, og send det en gang til. ${ASK}`,
  ),
  'body-too-large': says(
    'Det er for meget tekst',
    () =>
      'Det, du sendte, er længere, end vi kan tage imod. Gør teksten kortere, og send den igen.',
  ),
  'origin-not-allowed': says(
    'Send det her fra siden',
    () => 'Formularen skal sendes fra kommunens egen side. Åbn siden igen, og send den derfra.',
  ),
  'wrong-address': says(
    'Det er en gammel kopi af siden',
    ({ address }) => `Stemmer og forslag tages kun imod på ${address}. Her er intet gemt.`,
  ),
  'too-many-requests': says(
    'Et øjebliks pause',
    () =>
      'Der kom for mange forsøg fra din forbindelse. Vent et minut, og prøv igen; dine valg står der endnu.',
  ),
}

export const faults = {
  unavailable: says(
    'Det virker ikke lige nu',
    () =>
      `Vores lager svarede ikke. Vi ved ikke, om det, du sendte, kom frem. Prøv igen om et par minutter. ${ASK}`,
  ),
  /** The git host. */
  unpublished: says(
    'Det virker ikke lige nu',
    () =>
      `Stedet, hvor vi offentliggør, svarede ikke. Vi ved ikke, om det, du sendte, kom frem. Prøv igen om et par minutter. ${ASK}`,
  ),
  unexpected: says(
    'Noget gik galt hos os',
    () => `Det er vores fejl, ikke din. Prøv igen om et par minutter. ${ASK}`,
  ),
}
