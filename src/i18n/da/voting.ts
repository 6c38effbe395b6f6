/**
 * Danish, voting: the vote page, the check before sending, and the receipt.
 *
 * Pure. Invariant: nothing here calls a ballot recorded, except the receipt page.
 * Decided in docs/decisions/0008.
 */
import { signed } from '../signed.ts'

export const vote = {
  title: 'Stem',
  description: (round: string) => `Stem i ${round} med koden fra dit brev.`,
  heading: 'Hvad skal der ske?',
  ledeKnapsack: (money: string) =>
    `Sæt kryds ved det, du vil have, for ${money} i alt. Intet bliver sendt, før du har set det igennem.`,
  ledeApproval:
    'Sæt kryds ved det, du vil have, uanset prisen. Intet bliver sendt, før du har set det igennem.',
  ledeApprovalMost: (most: number) =>
    `Sæt kryds ved ${most === 1 ? 'ét forslag' : `op til ${most} forslag`}. Intet bliver sendt, før du har set det igennem.`,
  ledeChooseOne: 'Sæt kryds ved ét forslag. Intet bliver sendt, før du har set det igennem.',
  ledeRanking:
    'Sæt det, du vil have, i rækkefølge, det bedste først. Intet bliver sendt, før du har set det igennem.',
  ledeRankingMost: (most: number) =>
    `${most === 1 ? 'Vælg ét forslag' : `Sæt op til ${most} forslag i rækkefølge, det bedste først`}. Intet bliver sendt, før du har set det igennem.`,
  ledePoints: (most: number) =>
    `Du har ${most === 1 ? 'ét point at give' : `${most} point at fordele, gerne flere til samme forslag`}. Intet bliver sendt, før du har set det igennem.`,
  ledeScore: (least: number, most: number) =>
    `Giv hvert forslag fra ${signed(least)} til ${most} point. Et forslag, du springer over, får ingen. Intet bliver sendt, før du har set det igennem.`,
  ledeForAgainst:
    'Sig, hvad du er for, og hvad du er imod. Det, du ikke tager stilling til, tæller ikke med. Intet bliver sendt, før du har set det igennem.',
  atMost: (most: number) => `Vælg højst ${most === 1 ? 'ét' : most} forslag.`,
  atMostPoints: (most: number) =>
    `Du kan give point til højst ${most === 1 ? 'ét' : most} forslag.`,
  pointsEach: (most: number) => `Et forslag kan højst få ${most === 1 ? 'ét' : most} point.`,
  atLeast: (least: number) => `Vælg mindst ${least} forslag.`,
  atLeastOrBlank: (least: number) => `Vælg mindst ${least} forslag, eller stem blankt.`,
  notBlank: 'Du kan ikke stemme blankt.',
  pointsLine: 'Dine point',
  orderEmpty: 'Intet valgt endnu. Vælg det bedste forslag først.',
  noneOfThem: 'Ingen af dem',
  rankLabel: 'Nummer',
  noRank: 'Ikke valgt',
  pointsLabel: 'Point',
  noPoints: 'Ingen',
  open: 'Ikke taget stilling',
  order: 'Din rækkefølge',
  codeLabel: 'Din stemmekode',
  codeHint: '16 bogstaver og tal fra dit brev. Mellemrum og små bogstaver gør ikke noget.',
  legend: 'Forslagene',
  more: 'Læs mere',
  moreAbout: (title: string) => `Læs mere om ${title}`,
  ownPage: 'Forslagets egen side, i en ny fane',
  check: 'Se min stemmeseddel igennem',
  opensAt: (at: string) => `Afstemningen åbner ${at}. Indtil da tages der ikke imod stemmesedler.`,
  closedAt: (at: string) =>
    `Afstemningen sluttede ${at}. Der tages ikke længere imod stemmesedler.`,
  clock: 'Går uret i denne enhed forkert?',
  regardless: 'Stem alligevel',
  areaHeading: 'Hvilket område gælder dit brev for?',
  areaLede: 'Hvert område har sine egne penge og sin egen stemmeseddel. Området står på dit brev.',
  areaMoney: (money: string) => `${money} at dele`,
  budgetLine: 'Dine valg som del af pengene',
}

/** The ballot in a sentence, for the page of a round. */
export const ballotKinds = {
  chooseOne: 'Ét forslag.',
  ranking: 'Så mange forslag, du vil, i din rækkefølge, det bedste først.',
  rankingMost: (most: number) =>
    most === 1 ? 'Ét forslag.' : `Op til ${most} forslag i din rækkefølge, det bedste først.`,
  points: (most: number) =>
    most === 1
      ? 'Ét point til det forslag, du synes bedst om.'
      : `${most} point, fordelt som du vil.`,
  score: (least: number, most: number) =>
    `Fra ${signed(least)} til ${most} point til hvert forslag.`,
  forAgainst: 'For eller imod, ved hvert forslag.',
}

export const check = {
  title: 'Se din stemmeseddel igennem',
  description: 'Se din stemmeseddel igennem, før den lægges i kassen.',
  // With a soft hyphen, for a narrow phone.
  heading: 'Er det her din stemme\u00adseddel?',
  lede: 'Når den ligger i kassen, kan den ikke ændres.',
  chosen: 'Du har valgt',
  blank: 'Du har ikke valgt noget. Din stemmeseddel tælles som blank.',
  total: 'I alt',
  left: 'Ikke brugt',
  cast: 'Læg min stemmeseddel i kassen',
  castBlank: 'Aflever en blank stemmeseddel',
  change: 'Ret mine valg',
  unconfirmedTitle: 'Vi ved endnu ikke, om din stemmeseddel kom frem',
  unconfirmed:
    'Dine valg er låst, så den ikke kan tælles to gange. Send den igen: Den tælles én gang.',
  again: 'Send den igen',
  afreshHint:
    'Er det ikke din stemmeseddel? Begynd forfra. Den, der venter her, bliver så glemt; er den kommet frem, tæller den stadig.',
  afresh: 'Begynd forfra',
  empty: 'Her er ingen stemmeseddel at se igennem. Vælg først dine forslag.',
  toVote: 'Gå til stemmesedlen',
}

export const receipt = {
  title: 'Din kvittering',
  description: 'Kvitteringen for din stemmeseddel.',
  heading: 'Din stemmeseddel ligger i kassen',
  lede: 'Du har stemt, og din kode er brugt. Hvad du valgte, holdes adskilt fra den.',
  label: 'Din kvittering',
  purpose:
    'Den viser, at din stemmeseddel er modtaget. Den viser ikke, hvad du valgte. Gem den, til resultatet er endeligt.',
  print: 'Udskriv',
  save: 'Gem som fil',
  fileName: 'kvittering',
  proof: 'Bevis, hvis min stemmeseddel bliver væk',
  proofText:
    'Det er kommunens underskrift på din kvittering. Manglede en stemmeseddel i optællingen, ville kvittering og underskrift tilsammen bevise det.',
  signature: 'Underskrift',
  board: 'Nyeste indførsel på den offentlige tavle',
  back: 'Tilbage til runden',
  emptyHeading: 'Her er ingen kvittering',
  empty:
    'En kvittering vises én gang, lige efter at du har stemt. Den er ikke gemt noget sted på denne side.',
  checking: 'Tjekker kommunens underskrift …',
  signed: 'Underskriften er kommunens.',
  forgedHeading: 'Kommunen har ikke skrevet under på denne kvittering',
  forged:
    'Den hører ikke til denne afstemning, eller dens adresse er ændret. Kom den fra os, så sig det til os.',
  uncheckedHeading: 'En kvittering, der ikke er tjekket endnu',
  unchecked:
    'Vi kunne ikke tjekke underskriften her og kan derfor ikke sige, om kvitteringen er ægte. Gem den, og åbn dens adresse igen senere eller i en anden browser.',
}
