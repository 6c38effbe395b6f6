/**
 * Danish, refusals of the desk: what a clerk or a teller is told when something is not done.
 *
 * Pure. Invariant: what happened and what to do next; no blame, no command of a terminal.
 * Decided in docs/decisions/0008 and 0022.
 */
import { says } from '../refusal-text.ts'
import { boxStates, notReplaced } from './box-states.ts'

export const deskRefusals = {
  'action-unknown': says(
    'Denne side er forældet',
    () => 'Skranken er fornyet, siden du åbnede siden. Hent den igen.',
  ),
  'signed-out': says(
    'Du er ikke logget ind',
    () => 'Din tid er udløbet. Log ind igen med din adgangsnøgle; intet er ændret.',
  ),
  'role-not-enough': says(
    'Kun en sagsbehandler kan gøre dette',
    () => 'Du er logget ind som optæller. Bed en sagsbehandler om at gøre det.',
  ),
  'passkey-again': says(
    'Din adgangsnøgle skal bruges igen',
    () => 'Brug din adgangsnøgle en gang til for at gå videre. Intet er ændret endnu.',
  ),
  'passkey-unknown': says(
    'Denne adgangsnøgle er ukendt her',
    () =>
      'Nøglen er aldrig tilføjet her, eller dens ejer er fjernet. Bed en sagsbehandler om en invitation.',
  ),
  'passkey-not-accepted': says(
    'Adgangsnøglen kunne ikke kontrolleres',
    () =>
      'Din enhed skal spørge om fingeraftryk, ansigt eller PIN. Prøv igen, eller brug en anden nøgle.',
  ),
  'passkey-taken': says(
    'Denne adgangsnøgle er allerede i brug',
    () => 'Nøglen tilhører allerede en person ved denne skranke. Lav en anden.',
  ),
  'challenge-over': says('Det tog for lang tid', () => 'Der er gået fem minutter. Begynd forfra.'),
  'invitation-unknown': says(
    'Denne invitation virker ikke',
    () =>
      'Den er brugt, trukket tilbage eller ældre end 72 timer. Se, om hele linket er med, eller bed om en ny.',
  ),
  'set-up-used': says(
    'Opsætningen er allerede sket',
    () =>
      'Dette link virker én gang, og det er brugt. Bed en sagsbehandler om en invitation, eller skift SETUP_SECRET i værtens indstillinger.',
  ),
  'last-clerk': says(
    'Der skal være én sagsbehandler',
    () => 'Dette er den eneste sagsbehandler. Inviter en anden først.',
  ),
  'last-passkey': says(
    'Der skal være én adgangsnøgle',
    () => 'Uden en nøgle kan ingen logge ind. Tilføj først en anden, og tag så denne væk.',
  ),
  'person-unknown': says(
    'Personen findes ikke',
    () => 'Måske har nogen lige fjernet personen. Hent siden igen.',
  ),
  'not-there': says(
    'Det er der ikke længere',
    () => 'Måske har nogen lige afsluttet det. Hent siden igen.',
  ),
  'desk-changed': says(
    'En anden kom først',
    () => 'Dette er lige ændret, måske af en kollega. Intet er overskrevet: hent siden igen.',
  ),
  'voting-over': says(
    'Afstemningens datoer er forbi',
    ({ closesAt }, format) =>
      `Afstemningen skulle slutte ${format.instant(closesAt ?? '')}. Flyt først rundens datoer.`,
  ),
}

export const clerkRefusals = {
  'round-unknown': says(
    'Runden findes ikke',
    ({ round }) => `Kommunens indhold har ingen runde med navnet ${round}.`,
  ),
  'round-without-vote': says(
    'Denne runde har ingen afstemning',
    () => 'Giv først runden en afstemningsperiode med datoer.',
  ),
  'area-unknown': says(
    'Hvilket område?',
    ({ areas }) => `Vælg en af disse stemmekasser: ${areas}.`,
  ),
  'lot-not-drawn': says(
    'Der er ikke trukket lod',
    () => 'Træk først lod om stemmelighed, offentligt, og skriv rækkefølgen ind.',
  ),
  'lot-drawn': says(
    'Der er allerede trukket lod',
    () => 'Lodtrækningen låser stemmesedlen. Fjern lodtrækningen, ret forslagene, og træk igen.',
  ),
  'lot-incomplete': says(
    'Rækkefølgen er ikke hel',
    () =>
      'Giv hvert forslag på stemmesedlen én plads. Offentliggør forslagene først, hvis der mangler nogen.',
  ),
  'ballot-impossible': says(
    'Ingen kunne udfylde denne stemmeseddel',
    ({ pool, minLength, proposals }) =>
      `En stemme i “${pool}” kræver mindst ${minLength} forslag. Af de ${proposals} dér kan så mange ikke vælges sammen. Ret stemmesedlen eller forslagene.`,
  ),
  'no-codes': says('Der er ingen stemmekoder', () => 'Lav først stemmekoder, og udskriv dem.'),
  'codes-changed': says(
    'Koderne er ændret',
    () => 'Nogen har lige lavet koder eller åbnet afstemningen. Se efter, og prøv igen.',
  ),
  'codes-frozen': says(
    'Der kan ikke tilføjes koder nu',
    () => 'Afstemningen er åbnet, så antallet af koder ligger fast. Brug et brev fra reserven.',
  ),
  'state-wrong': says(
    'Det kan ikke gøres nu',
    ({ state }) => `Runden er ${boxStates[String(state)] ?? 'et andet sted i forløbet'}.`,
  ),
  'end-not-later': says(
    'Det nye sluttidspunkt er ikke senere',
    ({ to }) => `${to} er ikke efter det fastsatte sluttidspunkt, eller runden er ikke åben.`,
  ),
  'before-end': says(
    'Afstemningen er ikke slut',
    ({ earliest }, format) =>
      `Afstemningen lukker aldrig før det annoncerede sluttidspunkt. Det tidligste er ${format.instant(earliest ?? '')}.`,
  ),
  'reason-missing': says('Skriv hvorfor', () => 'Skriv en linje, som alle kan læse.'),
  'board-behind': says(
    'Den offentlige tavle er bagud',
    () =>
      'Det sidste kontrolpunkt er ikke offentligt endnu. Der prøves hvert femte minut: vent, og prøv igen.',
  ),
  'not-reconciled': says(
    'Tallene stemmer ikke',
    ({ rows }) => `Intet er offentliggjort, fordi disse tal er forskellige: ${rows}.`,
  ),
  'no-final-result': says(
    'Der er intet endeligt resultat endnu',
    () => 'Godkend først resultatet i rummet Optælling.',
  ),
  'before-complaints': says(
    'Klagefristen er ikke udløbet',
    ({ earliest }, format) =>
      `Der kan klages over resultatet indtil ${format.instant(earliest ?? '')}. Intet ryddes før det.`,
  ),
  'serial-not-live': says(
    'Dette brev kan ikke erstattes',
    ({ serial, state }) => `Brev ${serial} ${notReplaced[String(state)] ?? ''}. Intet er ændret.`,
  ),
  'no-reserve': says(
    'Det er ikke et ubrugt reservebrev',
    ({ serial }) => `Brev ${serial} er ikke et ubrugt brev fra reserven i samme stemmekasse.`,
  ),
  'ballot-differs': says(
    'Forslagene er ændret',
    () => 'Forslagene er ikke dem, der blev stemt om. Hent dem tilbage først, og tæl så.',
  ),
  'submission-unknown': says(
    'Det indsendte forslag findes ikke',
    () => 'Det er måske ryddet. Hent siden igen.',
  ),
  'submission-changed': says(
    'En anden har rettet det imens',
    () =>
      'En kollega har rettet forslaget, siden du åbnede det. Intet er overskrevet: Læs, hvad her står nu, og send dit igen.',
  ),
  'edition-invalid': says(
    'Sådan kan det ikke offentliggøres',
    ({ title }) =>
      `${title === undefined ? '' : `“${title}”: `}Et af felterne passer ikke til rundens grænser. Se på pris, tema og område.`,
  ),
  'picture-missing': says(
    'Billedet er der ikke mere',
    () =>
      'Billedet til dette forslag er væk. Vælg det igen, hvor du retter forslaget, eller tag det væk dér.',
  ),
  'merge-circular': says(
    'De kan ikke lægges sammen sådan',
    () => 'Et af dem har allerede fået andre lagt ind i sig. Lad det være det, der går videre.',
  ),
  'submission-not-waiting': says(
    'Det er allerede afgjort',
    () => 'En kollega har lige behandlet forslaget.',
  ),
  'id-taken': says(
    'Navnet er optaget',
    ({ path }) => `${path} er allerede offentliggjort med en anden tekst.`,
  ),
  'changed-meanwhile': says(
    'Det er ændret i mellemtiden',
    ({ path }) =>
      `Nogen har ændret ${path}, siden du åbnede den. Intet er offentliggjort. Åbn den igen, og gentag din ændring.`,
  ),
  'not-delivered': says(
    'Intet at fortælle om dette forslag',
    () =>
      'Kun projekter, der får penge i det offentliggjorte resultat, kan få nyheder. Vis runden igen.',
  ),
  'entry-invalid': says(
    'Der er en fejl i det',
    () =>
      'Se på dagen, teksterne og beløbet igen, og send det en gang til. Intet blev offentliggjort.',
  ),
  'cost-frozen': says(
    'Prisen er nu en del af afstemningen',
    () =>
      'Afstemningen er åbnet, så folk stemmer ud fra den pris, de læser. Lad beløbet stå tomt, og skriv i begrundelsen, hvad I fandt.',
  ),
  'round-invalid': says('Runden er ikke komplet', ({ count }) =>
    count === 1
      ? 'Et felt er ikke rigtigt endnu. Intet er offentliggjort. Se på det markerede felt.'
      : `${count} felter er ikke rigtige endnu. Intet er offentliggjort. Se på de markerede felter.`,
  ),
  'round-frozen': says(
    'Det er en del af afstemningen nu',
    () =>
      'Afstemningen er åbnet, så penge, stemmeseddel, regel, stemmer på papir og forslag ligger fast: folk stemmer ud fra det, de har læst. Tekster, navne på områder, arrangementer og senere datoer kan stadig ændres.',
  ),
  'voting-frozen': says(
    'Datoerne for afstemningen ligger fast',
    () =>
      'Afstemningen er åbnet med disse datoer, og de er offentlige. Den kan kun slutte senere, og det gør du i rummet Valgdag. Alle andre datoer kan stadig ændres.',
  ),
}
