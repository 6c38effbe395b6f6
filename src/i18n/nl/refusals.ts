/**
 * Dutch, refusals and faults: what a reader is told when something is not possible.
 *
 * Pure. Invariant: what happened, the number that matters, what to do; no blame, no jargon.
 * Decided in docs/decisions/0008.
 */
import { says } from '../refusal-text.ts'
import { ballotRefusals } from './ballot.ts'

const ASK = 'Blijft het zo, dan helpt de gemeente u verder; het adres vindt u op deze pagina.'

export const refusals = {
  ...ballotRefusals,
  'round-not-found': says(
    'Deze ronde bestaat niet',
    () => 'Er is geen ronde op dit adres. Begin opnieuw bij de voorpagina.',
  ),
  'round-not-accepting': says(
    'U kunt nu geen voorstel indienen',
    ({ opensAt, closesAt }, format) => {
      if (closesAt) return `Voorstellen konden worden ingediend tot ${format.until(closesAt)}.`
      if (opensAt) return `Voorstellen kunnen worden ingediend vanaf ${format.begins(opensAt)}.`
      return 'In deze ronde worden geen voorstellen aangenomen.'
    },
  ),
  'round-not-voting': says('U kunt nu niet stemmen', ({ state, opensAt, closesAt }, format) => {
    if (state === 'soon')
      return 'Het stemmen begint over een paar minuten en uw code blijft geldig. Verstuur uw stembiljet straks nog een keer.'
    if (state === 'before' && opensAt) return `Stemmen kan vanaf ${format.begins(opensAt)}.`
    if (state === 'settling' && closesAt)
      return `Stemmen kon tot ${format.until(closesAt)}. Hebt u uw stembiljet vóór die tijd verstuurd en geen antwoord gekregen? Verstuur het dan over tien minuten opnieuw: dan is zeker of het is vastgelegd.`
    if (state === 'after' && closesAt)
      return `Stemmen kon tot ${format.until(closesAt)}. Dit stembiljet telt niet mee.`
    return 'In deze ronde kan nu niet worden gestemd. Dit stembiljet telt niet mee.'
  }),
  'voting-paused': says(
    'De stemming is gepauzeerd',
    ({ reason }) =>
      `De gemeente heeft de stemming voor korte tijd gepauzeerd${reason ? `: “${reason}”` : '.'} Laat deze pagina open en verstuur uw stem opnieuw zodra de stemming verdergaat. Ook een stem die twee keer is verstuurd, telt één keer.`,
  ),
  'token-unknown': says(
    'Wij kennen deze code niet',
    () =>
      'Deze stemcode geldt niet voor deze stemming. Vergelijk de code met uw brief en kijk of de brief bij deze ronde hoort. Staat er “Reserve” op, vraag het dan de gemeente: die geldt alleen ter vervanging van een verloren brief.',
  ),
  'kiosk-closed': says(
    'Dit apparaat is nu geen kiosk',
    () =>
      'De kiosk is gesloten, of de tijd is om. Er is niets in de stembus gedaan. Roep een helper: die kan hem weer openen.',
  ),
  'token-revoked': says(
    'Deze code is vervangen',
    () =>
      'Deze stemcode is ingetrokken omdat er een nieuwe brief is gestuurd. Gebruik de code uit de nieuwste brief.',
  ),
  'token-used': says('Met deze code is al gestemd', ({ sameNonce }) =>
    sameNonce
      ? 'Uw stembiljet zit al in de bus, met de keuzes die u het eerst verstuurde. Die kunnen niet meer veranderen.'
      : 'Met deze stemcode is al gestemd. Was u dat niet, meld het dan bij de gemeente.',
  ),
  'token-other-area': says(
    'Deze code hoort bij een ander gebied',
    () =>
      'Uw stemcode hoort bij een ander gebied. Ga terug, kies het gebied dat op uw brief staat en stem daar.',
  ),
  'area-missing': says('Welk gebied?', () => 'Kies eerst het gebied dat op uw brief staat.'),
  'ballot-changed': says(
    'De lijst met voorstellen is verbeterd',
    () =>
      'De voorstellen zijn verbeterd terwijl u koos. Laad de pagina opnieuw en kijk uw keuzes na.',
  ),
  'nonce-taken': says(
    'Hier is al een stembiljet verstuurd',
    () =>
      'Vanaf deze pagina is al een stembiljet verstuurd, met een andere code. Was het niet van u, begin dan opnieuw bij het stembiljet.',
  ),
  reload: says(
    'Deze pagina is verouderd',
    () => 'De site is vernieuwd terwijl u koos. Er is niets vastgelegd. Laad de pagina opnieuw.',
  ),
  'not-confirmed': says(
    'Wij weten nog niet of het is aangekomen',
    () =>
      'Verstuur hetzelfde nog een keer: het telt één keer, ook als het de eerste keer al aankwam.',
  ),
  'ballot-invalid': says(
    'Het stembiljet kon niet worden gelezen',
    () => `Wat aankwam was geen volledig stembiljet. Ga terug en kies opnieuw. ${ASK}`,
  ),
  'proposal-not-on-ballot': says(
    'Hoort niet bij deze stemming',
    () =>
      'Op een van de gekozen voorstellen kan hier niet worden gestemd. Laad de pagina opnieuw en kijk uw keuzes na.',
  ),
  'proposal-repeated': says(
    'Eén voorstel kwam twee keer',
    () => 'Eén voorstel was twee keer gekozen. Ga terug en kies elk voorstel één keer.',
  ),
  'submission-invalid': says('Kijk uw voorstel nog even na', (details) => {
    const count = Object.keys(details).length
    return count === 1
      ? 'Kijk nog even naar één veld. Wat u schreef staat er nog.'
      : `Kijk nog even naar ${count} velden. Wat u schreef staat er nog.`
  }),
  'submission-not-found': says(
    'Wij kunnen dit voorstel niet vinden',
    () =>
      'Bij deze link hoort geen voorstel. Kijk of de hele link is gekopieerd, tot en met de laatste letter.',
  ),
  'submission-decided': says(
    'Hierover is al beslist',
    () =>
      'Het voorstel is intussen behandeld en kan hier niet meer veranderen. Vraag het de gemeente als er iets niet klopt.',
  ),
  'inbox-full': says(
    'Er wachten veel voorstellen',
    () =>
      'Er wachten zo veel voorstellen op lezing dat er vandaag geen bij kunnen. Bewaar uw tekst en probeer het morgen opnieuw.',
  ),
  'body-invalid': says(
    'Wat u stuurde kon niet worden gelezen',
    () => `Ga terug, laad de pagina opnieuw en verstuur het nog een keer. ${ASK}`,
  ),
  'body-too-large': says(
    'Dat is te veel tekst',
    () =>
      'Wat u stuurde is langer dan wij kunnen aannemen. Maak de tekst korter en verstuur hem opnieuw.',
  ),
  'origin-not-allowed': says(
    'Verstuur het vanaf deze site',
    () =>
      'Het formulier moet vanaf de eigen pagina van de gemeente komen. Open de pagina opnieuw en verstuur het daar.',
  ),
  'wrong-address': says(
    'Dit is een oude kopie van de site',
    ({ address }) =>
      `Stemmen en voorstellen worden alleen aangenomen op ${address}. Hier is niets vastgelegd.`,
  ),
  'too-many-requests': says(
    'Even wachten',
    () =>
      'Er kwamen te veel pogingen vanaf uw verbinding. Wacht een minuut en probeer het opnieuw; uw keuzes staan er nog.',
  ),
}

export const faults = {
  unavailable: says(
    'Dit werkt nu even niet',
    () =>
      `Onze opslag antwoordde niet. Wij weten niet of wat u stuurde is aangekomen. Probeer het over een paar minuten opnieuw. ${ASK}`,
  ),
  /** The git host. */
  unpublished: says(
    'Dit werkt nu even niet',
    () =>
      `De plek waar we publiceren antwoordde niet. Wij weten niet of wat u stuurde is aangekomen. Probeer het over een paar minuten opnieuw. ${ASK}`,
  ),
  unexpected: says(
    'Er ging hier iets mis',
    () => `Dat ligt aan ons, niet aan u. Probeer het over een paar minuten opnieuw. ${ASK}`,
  ),
}
