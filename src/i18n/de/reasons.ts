/**
 * German, reasons: why a proposal was funded or not, in sentences that stand one behind the other.
 *
 * Pure. Invariant: every kind of reason has its sentences, under every rule. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const reasons = {
  ahead: {
    votes: 'Die meisten Stimmen.',
    points: 'Die meisten Punkte.',
    votesForCost: 'Die meisten Stimmen fürs Geld.',
    pointsForCost: 'Die meisten Punkte fürs Geld.',
  },
  free: 'Er kostet nichts.',
  unasked: 'Niemand hat ihn gewählt, aber es war noch Geld da.',
  fromRest: 'Er bekam sein Geld aus dem Rest, der nach Stimmen verteilt wurde.',
  leftAfter: (after: string) => `Danach waren noch ${after} da.`,
  fitted: (before: string, after: string) =>
    `Passte in die ${before}, die noch da waren. ${after} blieben übrig.`,
  last: (before: string) => `Nahm genau die ${before}, die noch da waren.`,
  partFunded: (before: string, missing: string) =>
    `Er bekam die letzten ${before}; ${missing} fehlen ihm noch.`,
  nothingLeft: 'Es war nichts mehr da.',
  missing: (before: string, missing: string) => `Nur noch ${before} waren da: ${missing} zu wenig.`,
  tooDear: (budget: string) => stop(`Er kostet mehr als das ganze Budget von ${budget}`),
  endedHere: 'Hier endete die Auszählung.',
  afterStop: (title: string | undefined) =>
    title === undefined
      ? 'Die Auszählung war schon zu Ende.'
      : `Die Auszählung war schon zu Ende: Für „${title}“ reichte das Geld nicht.`,
  afterPart: (title: string) => `„${title}“ hatte das letzte Geld bekommen.`,
  noVotes: 'Niemand hat ihn gewählt.',
  evenAgainst: 'Es sprach ebenso viel gegen ihn wie für ihn.',
  moreAgainst: 'Es sprach mehr gegen ihn als für ihn.',
  threshold: (got: string, needed: string) => `${got}; nötig waren mindestens ${needed}.`,
  excluded: (title: string) =>
    `Nur er oder „${title}“ konnte Geld bekommen, und „${title}“ lag vorn.`,
  noTheme: 'Ohne Thema',
  capMoney: (name: string, most: string, missing: string) =>
    stop(
      `„${name}“ konnte zusammen höchstens ${most} bekommen, und für diesen Vorschlag fehlten davon ${missing}`,
    ),
  capNumber: (name: string, most: number) =>
    most === 1
      ? `Bei „${name}“ konnte nur ein Vorschlag Geld bekommen, und der Platz war vergeben.`
      : `Bei „${name}“ konnten nur ${most} Vorschläge Geld bekommen, und die Plätze waren vergeben.`,
  cap: 'Sein Thema oder Gebiet hatte schon so viel, wie es haben darf.',
  chose: (count: number, shown: string) =>
    count === 1 ? 'Eine Person hat ihn gewählt.' : `${shown} haben ihn gewählt.`,
  paidAll: (count: number, shown: string, price: string) =>
    stop(
      count === 1
        ? `Eine Person hat ihn gewählt und zahlte ${price}`
        : `Alle ${shown}, die ihn gewählt haben, zahlten je ${price}`,
    ),
  paid: (count: number, shown: string, price: string) =>
    count === 1 ? `1 von ihnen zahlte ${price}` : `${shown} von ihnen zahlten je ${price}`,
  paidPoints: (count: number, shown: string, price: string) =>
    `${shown} ${count === 1 ? 'zahlte' : 'zahlten'} ${price} je Punkt`,
  gaveRest: (count: number, shown: string) =>
    count === 1 ? `${shown} gab das letzte Geld` : `${shown} gaben ihr letztes Geld`,
  hadNothing: (count: number, shown: string) =>
    `${shown} ${count === 1 ? 'hatte' : 'hatten'} nichts mehr`,
  effective: (votes: string) =>
    votes === '1'
      ? 'Das zählte wie eine wirksame Stimme.'
      : `Das zählte wie ${votes} wirksame Stimmen.`,
  cheapest: 'Kein anderer Vorschlag war für die Einzelnen günstiger.',
  short: (count: number, shown: string, have: string, missing: string) =>
    count === 1
      ? `Die eine Person, die ihn gewählt hat, hatte noch ${have}; es fehlten ${stop(missing)}`
      : `Die ${shown}, die ihn gewählt haben, hatten zusammen noch ${have}; es fehlten ${stop(missing)}`,
  shortOfAll: (count: number, shown: string, missing: string) =>
    count === 1
      ? `Die eine Person, die ihn gewählt hat, hatte nichts mehr; es fehlten ${stop(missing)}`
      : `Die ${shown}, die ihn gewählt haben, hatten nichts mehr; es fehlten ${stop(missing)}`,
  shortUntold:
    'Alle, die ihn gewählt haben, hatten zusammen nicht genug übrig. Wie viel, wird nicht gesagt, weil hier so wenige Stimmzettel abgegeben wurden.',
  shortPoints: (have: string, missing: string) =>
    `Alle, die ihm Punkte gaben, hatten zusammen noch ${have}; es fehlten ${stop(missing)}`,
  restShort: (before: string) =>
    `Als der Rest nach Stimmen verteilt wurde, waren für ihn nur noch ${before} da. Auch das reichte nicht.`,
  restGone: 'Als der Rest nach Stimmen verteilt wurde, war für ihn nichts mehr da.',
  purse: (purse: string) =>
    `Gekauft, als alle ${purse} bekommen hatten: Da hatten die, die ihn gewählt haben, zusammen genug.`,
  next: (purse: string) => `Er war an der Reihe, als alle ${purse} bekommen hatten.`,
  place: (place: number, theme: string) => `Platz ${place} bei „${theme}“.`,
  costOf: {
    vote: (cost: string) => `Eine Stimme auf je ${cost}`,
    point: (cost: string) => `Ein Punkt auf je ${cost}`,
  },
}
