/**
 * Danish, reasons: why a proposal was funded or not, in sentences that stand one behind the other.
 *
 * Pure. Invariant: every kind of reason has its sentences, under every rule. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const reasons = {
  ahead: {
    votes: 'Flest stemmer.',
    points: 'Flest point.',
    votesForCost: 'Flest stemmer for pengene.',
    pointsForCost: 'Flest point for pengene.',
  },
  free: 'Det koster ikke noget.',
  unasked: 'Ingen valgte det, men der var penge tilbage.',
  fromRest: 'Det fik sine penge af resten, som blev delt ud efter stemmer.',
  leftAfter: (after: string) => `Der var ${after} tilbage bagefter.`,
  fitted: (before: string, after: string) =>
    `Der var råd: ${before} var tilbage før, ${after} efter.`,
  last: (before: string) => `Tog præcis de ${before}, der var tilbage.`,
  partFunded: (before: string, missing: string) =>
    `Det fik de sidste ${before} og mangler ${missing} af sin pris.`,
  nothingLeft: 'Der var ikke flere penge.',
  missing: (before: string, missing: string) =>
    `Der var kun ${before} tilbage: ${missing} for lidt.`,
  tooDear: (budget: string) => stop(`Det koster mere end hele puljen på ${budget}`),
  endedHere: 'Her stoppede optællingen.',
  afterStop: (title: string | undefined) =>
    title === undefined
      ? 'Optællingen var stoppet, før det blev dets tur.'
      : `Optællingen var stoppet, før det blev dets tur: Der var ikke råd til ${title}.`,
  afterPart: (title: string) => `${title} havde fået de sidste penge.`,
  noVotes: 'Ingen valgte det.',
  evenAgainst: 'Der var lige så meget imod det som for det.',
  moreAgainst: 'Der var mere imod det end for det.',
  threshold: (got: string, needed: string) => `${got}; der skulle mindst ${needed} til.`,
  excluded: (title: string) =>
    `Kun dette forslag eller ${title} kunne få penge, og ${title} kom først.`,
  noTheme: 'gruppen uden tema',
  capMoney: (name: string, most: string, missing: string) =>
    `${name} kunne højst få ${most} tilsammen; det, der var tilbage af beløbet, var ${missing} for lidt.`,
  capNumber: (name: string, most: number) =>
    most === 1
      ? `Kun ét forslag i ${name} kunne få penge, og den plads var taget.`
      : `Kun ${most} forslag i ${name} kunne få penge, og de pladser var taget.`,
  cap: 'Dets tema eller område havde allerede fået så meget, som det måtte få.',
  chose: (count: number, shown: string) =>
    count === 1 ? 'Én valgte det.' : `${shown} valgte det.`,
  paidAll: (count: number, shown: string, price: string) =>
    count === 1
      ? stop(`Én valgte det og betalte ${price}`)
      : `Alle ${shown}, der valgte det, betalte ${price} hver.`,
  paid: (count: number, shown: string, price: string) =>
    count === 1 ? `1 af dem betalte ${price}` : `${shown} af dem betalte ${price} hver`,
  paidPoints: (_: number, shown: string, price: string) =>
    `${shown} betalte ${price} for hvert af deres point`,
  gaveRest: (count: number, shown: string) =>
    `${shown} gav ${count === 1 ? 'sine' : 'deres'} sidste penge`,
  hadNothing: (_: number, shown: string) => `${shown} havde ikke mere`,
  effective: (votes: string) =>
    votes === '1'
      ? 'Det talte som én effektiv stemme.'
      : `Det talte som ${votes} effektive stemmer.`,
  cheapest: 'Intet andet forslag var billigere for hver enkelt.',
  short: (count: number, shown: string, have: string, missing: string) =>
    count === 1
      ? `Den ene, der valgte det, havde ${have} tilbage; der manglede ${stop(missing)}`
      : `De ${shown}, der valgte det, havde ${have} tilbage tilsammen; der manglede ${stop(missing)}`,
  shortOfAll: (count: number, shown: string, missing: string) =>
    count === 1
      ? `Den ene, der valgte det, havde ikke mere; der manglede ${stop(missing)}`
      : `De ${shown}, der valgte det, havde ikke mere; der manglede ${stop(missing)}`,
  shortUntold:
    'De, der valgte det, havde ikke nok tilbage tilsammen. Hvor meget siges ikke, fordi der er afgivet så få stemmesedler her.',
  shortPoints: (have: string, missing: string) =>
    `De, der gav det point, havde ${have} tilbage tilsammen; der manglede ${stop(missing)}`,
  restShort: (before: string) =>
    `Da resten blev delt ud efter stemmer, var der kun ${before} tilbage til det. Det var heller ikke nok.`,
  restGone: 'Da resten blev delt ud efter stemmer, var der ikke mere til det.',
  purse: (purse: string) =>
    `Købt, da alle havde fået ${purse}: Så havde de, der valgte det, nok tilsammen.`,
  next: (purse: string) => stop(`Det blev dets tur, da alle havde fået ${purse}`),
  place: (place: number, theme: string) => `Nummer ${place} i ${theme}.`,
  costOf: {
    vote: (cost: string) => `Én stemme for hver ${cost}`,
    point: (cost: string) => `Ét point for hver ${cost}`,
  },
}
