/**
 * German, rules: how each rule finds the winners, in two sentences, and what a council can add to it.
 *
 * Pure. Invariant: every rule and every completion has its words. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

const SHARED =
  'Alle, die abstimmen, bekommen einen gleichen Anteil am Geld; ein Vorschlag wird verwirklicht, wenn die, die ihn gewählt haben, ihn zusammen bezahlen können'

export const rules = {
  names: {
    greedy: 'die meisten Stimmen zuerst',
    'greedy-no-skip': 'die meisten Stimmen zuerst',
    'greedy-per-cost': 'die meisten Stimmen fürs Geld',
    'greedy-threshold': 'die meisten Stimmen zuerst',
    'greedy-exclusive': 'die meisten Stimmen zuerst',
    equalshares: 'gleiche Anteile',
    phragmen: 'die Methode von Phragmén',
    'top-per-theme': 'Favoriten nach Thema',
  },
  turns: {
    greedy:
      'Die Vorschläge mit den meisten Stimmen bekommen das Geld, von oben nach unten, solange es reicht. Was mehr kostet, als noch da ist, wird übersprungen.',
    'greedy-no-skip':
      'Die Vorschläge mit den meisten Stimmen bekommen das Geld, von oben nach unten. Der erste, der mehr kostet, als noch da ist, beendet die Auszählung.',
    'greedy-per-cost':
      'Die Vorschläge mit den meisten Stimmen im Verhältnis zu ihren Kosten bekommen das Geld, von oben nach unten: Bei gleich vielen Stimmen geht der günstigere vor. Was mehr kostet, als noch da ist, wird übersprungen.',
    'greedy-threshold':
      'Von den Vorschlägen mit genug Stimmen bekommen die mit den meisten das Geld, von oben nach unten, solange es reicht. Was mehr kostet, als noch da ist, wird übersprungen.',
    'greedy-exclusive':
      'Die Vorschläge mit den meisten Stimmen bekommen das Geld, von oben nach unten, solange es reicht. Wo von mehreren nur einer gewinnen kann, ist es der, der zuerst kommt.',
  },
  shares: {
    votes: {
      none: `${SHARED}. Der mit den meisten Zahlenden kommt zuerst, und so geht es weiter, bis nichts mehr bezahlt werden kann.`,
      greedy: `${SHARED}, der mit den meisten Zahlenden zuerst. Was übrig bleibt, wird nach Stimmen verteilt, von oben nach unten.`,
      add1: `${SHARED}, der mit den meisten Zahlenden zuerst. Solange noch etwas hineinpasst, werden alle Anteile ein wenig erhöht, und es wird neu gezählt.`,
      add1u: `${SHARED}, der mit den meisten Zahlenden zuerst. Solange noch etwas hineinpasst, werden alle Anteile ein wenig erhöht; was am Ende übrig bleibt, wird nach Stimmen verteilt.`,
    },
    cardinality: {
      none: `${SHARED}. Der, der die Einzelnen am wenigsten kostet, kommt zuerst, und so geht es weiter, bis nichts mehr bezahlt werden kann.`,
      greedy: `${SHARED}, der für die Einzelnen günstigste zuerst. Was übrig bleibt, wird nach Stimmen verteilt, von oben nach unten.`,
      add1: `${SHARED}, der für die Einzelnen günstigste zuerst. Solange noch etwas hineinpasst, werden alle Anteile ein wenig erhöht, und es wird neu gezählt.`,
      add1u: `${SHARED}, der für die Einzelnen günstigste zuerst. Solange noch etwas hineinpasst, werden alle Anteile ein wenig erhöht; was am Ende übrig bleibt, wird nach Stimmen verteilt.`,
    },
  },
  phragmen:
    'Alle Geldbeutel füllen sich gleich schnell; sobald die, die einen Vorschlag gewählt haben, ihn zusammen bezahlen können, wird er verwirklicht, und ihre Beutel sind leer. Die Auszählung endet, wenn der nächste mehr kostet, als vom Budget noch da ist.',
  topPerTheme: (count: number) =>
    count === 1
      ? 'In jedem Thema gewinnt der Vorschlag mit den meisten Stimmen.'
      : `In jedem Thema gewinnen die ${count} Vorschläge mit den meisten Stimmen.`,
  withinBudget: 'Sie bekommen das Geld, die meisten Stimmen zuerst, solange es reicht.',
  anyBudget: 'Die Liste achtet nicht auf das Geld: Sie zeigt, was die Leute am liebsten wollen.',
  minVotes: (count: number, shown: string) =>
    `Ein Vorschlag braucht mindestens ${count === 1 ? 'eine Stimme' : `${shown} Stimmen`}.`,
  start: {
    exact: 'Die Anteile sind genau, bis auf den Bruchteil eines Cents.',
    floor: 'Die Anteile werden auf ganze Beträge abgerundet.',
  },
  increment: (money: string) => stop(`In jedem Schritt wird jeder Anteil um ${money} erhöht`),
  raised: (money: string) => stop(`Am Ende war jeder Anteil um ${money} erhöht`),
  unfinished:
    'Die Suche nach einem höheren Anteil wurde an ihrer Grenze beendet; das letzte Ergebnis gilt.',
  partFunding: 'Der erste, der nicht mehr hineinpasst, bekommt den Rest, und die Auszählung endet.',
  withoutVotes: 'Bleibt Geld übrig, können auch Vorschläge es bekommen, die niemand gewählt hat.',
  exclusive: (titles: string) => `Nur einer von diesen kann gewinnen: ${titles}.`,
  capMoney: (name: string, most: string) => stop(`${name}: zusammen höchstens ${most}`),
  capNumber: (name: string, most: number) =>
    `${name}: höchstens ${most} ${most === 1 ? 'Vorschlag' : 'Vorschläge'}.`,
  areaShare: (area: string, money: string) =>
    stop(`Wer in ${area} abstimmt, teilt sich mit den anderen dort ${money}`),
  compared: {
    satisfaction:
      'Am Ende wird das Ergebnis mit dem verglichen, das die meisten Stimmen zuerst bedient. Dieses gilt, wenn dabei mehr Menschen mehr von dem bekommen, was sie gewählt haben.',
    exclusion:
      'Am Ende wird das Ergebnis mit dem verglichen, das die meisten Stimmen zuerst bedient. Dieses gilt, wenn dabei mehr Menschen wenigstens etwas bekommen.',
  },
  effective:
    'Wirksame Stimmen sind Stimmen, soweit sie zahlen können: Wer den ganzen Preis zahlt, zählt als eine, wer nur noch den Rest geben kann, zählt als ein Teil davon. Beträge sind hier gerundet; gezählt wird genau.',
  pointed: 'Die Stimmzettel vergeben hier Punkte, und wo von Stimmen die Rede ist, zählen Punkte.',
}
