/**
 * Dutch, reasons: why a proposal was funded or not, in sentences that stand one behind the other.
 *
 * Pure. Invariant: every kind of reason has its sentences, under every rule. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const reasons = {
  ahead: {
    votes: 'De meeste stemmen.',
    points: 'De meeste punten.',
    votesForCost: 'De meeste stemmen voor het geld.',
    pointsForCost: 'De meeste punten voor het geld.',
  },
  free: 'Dit kost niets.',
  unasked: 'Niemand koos dit, maar er was nog geld.',
  fromRest: 'Dit kreeg geld uit de rest, die naar stemmen is verdeeld.',
  leftAfter: (after: string) => `Daarna was er nog ${stop(after)}`,
  fitted: (before: string, after: string) =>
    `Paste in de ${before} die er nog was. Er bleef ${after} over.`,
  last: (before: string) => `Nam precies de ${before} die er nog was.`,
  partFunded: (before: string, missing: string) =>
    `Dit kreeg de laatste ${before} en komt nog ${missing} tekort.`,
  nothingLeft: 'Er was niets meer over.',
  missing: (before: string, missing: string) => `Er was nog maar ${before}: ${missing} te weinig.`,
  tooDear: (budget: string) => stop(`Dit kost meer dan het hele budget van ${budget}`),
  endedHere: 'Hier stopte de telling.',
  afterStop: (title: string | undefined) =>
    title === undefined
      ? 'De telling was al gestopt.'
      : `De telling was al gestopt: er was niet genoeg geld voor ${title}.`,
  afterPart: (title: string) => `${title} had het laatste geld gekregen.`,
  noVotes: 'Niemand koos dit.',
  evenAgainst: 'Er was evenveel tegen als voor.',
  moreAgainst: 'Er was meer tegen dan voor.',
  threshold: (got: string, needed: string) => `${got}; er waren er minstens ${needed} nodig.`,
  excluded: (title: string) =>
    `Alleen dit voorstel of ${title} kon geld krijgen, en ${title} kwam eerst.`,
  noTheme: 'de groep zonder thema',
  capMoney: (name: string, most: string, missing: string) =>
    `${name} kon samen ten hoogste ${most} krijgen; wat daarvan over was, was ${missing} te weinig.`,
  capNumber: (name: string, most: number) =>
    most === 1
      ? `In ${name} kon maar één voorstel geld krijgen, en die plaats was vergeven.`
      : `In ${name} konden maar ${most} voorstellen geld krijgen, en die plaatsen waren vergeven.`,
  cap: 'Het thema of gebied had al zo veel gekregen als het mag krijgen.',
  chose: (count: number, shown: string) =>
    count === 1 ? 'Eén persoon koos dit.' : `${shown} mensen kozen dit.`,
  paidAll: (count: number, shown: string, price: string) =>
    stop(
      count === 1
        ? `Eén persoon koos dit en betaalde ${price}`
        : `Alle ${shown} mensen die dit kozen, betaalden elk ${price}`,
    ),
  paid: (count: number, shown: string, price: string) =>
    count === 1 ? `1 van hen betaalde ${price}` : `${shown} van hen betaalden elk ${price}`,
  paidPoints: (count: number, shown: string, price: string) =>
    `${shown} ${count === 1 ? 'persoon betaalde' : 'mensen betaalden'} ${price} per punt`,
  gaveRest: (count: number, shown: string) =>
    count === 1 ? `${shown} gaf het laatste geld` : `${shown} gaven hun laatste geld`,
  hadNothing: (count: number, shown: string) =>
    `${shown} ${count === 1 ? 'had' : 'hadden'} niets meer`,
  effective: (votes: string) =>
    votes === '1'
      ? 'Dat telde als één effectieve stem.'
      : `Dat telde als ${votes} effectieve stemmen.`,
  cheapest: 'Geen ander voorstel was per persoon goedkoper.',
  short: (count: number, shown: string, have: string, missing: string) =>
    count === 1
      ? `De ene persoon die dit koos, had nog ${have}; er ontbrak ${stop(missing)}`
      : `De ${shown} mensen die dit kozen, hadden samen nog ${have}; er ontbrak ${stop(missing)}`,
  shortOfAll: (count: number, shown: string, missing: string) =>
    count === 1
      ? `De ene persoon die dit koos, had niets meer; er ontbrak ${stop(missing)}`
      : `De ${shown} mensen die dit kozen, hadden niets meer; er ontbrak ${stop(missing)}`,
  shortUntold:
    'De mensen die dit kozen, hadden samen niet genoeg over. Hoeveel wordt niet gezegd, omdat hier zo weinig stembiljetten zijn uitgebracht.',
  shortPoints: (have: string, missing: string) =>
    `De mensen die dit punten gaven, hadden samen nog ${have}; er ontbrak ${stop(missing)}`,
  restShort: (before: string) =>
    `Toen de rest naar stemmen werd verdeeld, was er voor dit voorstel nog maar ${before} over. Ook dat was niet genoeg.`,
  restGone: 'Toen de rest naar stemmen werd verdeeld, was er voor dit voorstel niets meer over.',
  purse: (purse: string) =>
    `Gekocht toen iedereen ${purse} had gekregen: de mensen die dit kozen, hadden toen samen genoeg.`,
  next: (purse: string) => `Dit was aan de beurt toen iedereen ${purse} had gekregen.`,
  place: (place: number, theme: string) => `Nummer ${place} in ${theme}.`,
  costOf: {
    vote: (cost: string) => `Eén stem per ${cost}`,
    point: (cost: string) => `Eén punt per ${cost}`,
  },
}
