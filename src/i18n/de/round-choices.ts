/**
 * German, the choices of a round: their names, what they lead to, and what is wrong with a field.
 *
 * Pure. Invariant: a consequence is true whoever votes. Decided in docs/decisions/0008 and 0028.
 */
export const roundChoices = {
  options: {
    'ballot.type': {
      '': 'Keine Abstimmung',
      approval: 'Kreuze: alles, was man will',
      knapsack: 'Korb: was ins Budget passt',
      'choose-1': 'Ein Vorschlag',
      ranking: 'Eine Reihenfolge, das Beste zuerst',
      points: 'Punkte zum Verteilen',
      score: 'Eine Note für jeden Vorschlag',
      'for-against': 'Dafür oder dagegen',
    },
    'ballot.scoring': {
      '': 'Nach der Höchstzahl auf einem Zettel',
      'place-points': 'Nach der Höchstzahl auf einem Zettel',
      borda: 'Nach der Zahl der Vorschläge',
    },
    'rule.method': {
      greedy: 'Die meisten Stimmen zuerst; was nicht passt, wird übersprungen',
      'greedy-no-skip': 'Die meisten Stimmen zuerst, bis einer nicht passt',
      'greedy-per-cost': 'Die meisten Stimmen fürs Geld',
      'greedy-threshold': 'Die meisten Stimmen zuerst, mit einer Schwelle',
      equalshares: 'Gleiche Anteile',
      phragmen: 'Die Methode von Phragmén',
      'top-per-theme': 'Favoriten nach Thema',
    },
    'rule.utility': {
      '': 'Der mit den meisten Stimmen',
      votes: 'Der mit den meisten Stimmen',
      cardinality: 'Der, der jede Person am wenigsten kostet',
    },
    'rule.completion': {
      '': 'Es wird nicht ausgegeben',
      none: 'Es wird nicht ausgegeben',
      greedy: 'Es wird nach Stimmen vergeben',
      add1: 'Die Anteile steigen, bis nichts mehr passt',
      add1u: 'Die Anteile steigen, der Rest geht nach Stimmen',
    },
    'rule.comparison': {
      '': 'Nein',
      satisfaction: 'Ja: wer mehr bekommt',
      exclusion: 'Ja: wer etwas bekommt',
    },
    'rule.caps.theme': { '': 'alle Themen' },
    'rule.caps.area': { '': 'alle Gebiete' },
    'publication.result': {
      '': 'Nichts, bevor das Ergebnis festgestellt ist',
      certified: 'Nichts, bevor das Ergebnis festgestellt ist',
      provisional: 'Sofort Summen, danach das festgestellte Ergebnis',
    },
  },
  kinds: {
    approval: 'Man kreuzt an, was man will, was es auch kostet.',
    knapsack: 'Man füllt einen Korb, bis das Geld ausgegeben ist, und sieht, was die Dinge kosten.',
    'choose-1': 'Leicht auszufüllen. Wer mehrere gut findet, muss einen wählen.',
    ranking: 'Man ordnet Vorschläge. Das sagt mehr und dauert länger.',
    points: 'Man verteilt Punkte, auch mehrere für einen Vorschlag.',
    score: 'Man gibt jedem Vorschlag eine eigene Note.',
    'for-against': 'Man kann auch gegen einen Vorschlag stimmen.',
  },
  consequences: {
    'one-takes-all':
      'Mit dieser Regel kann ein Vorschlag alles bekommen, denn keine Grenze für seine Kosten liegt unter dem Geld.',
    'one-takes-all-if-paid':
      'Ein Vorschlag darf alles kosten. Er gewinnt nur, wo alle, die ihn wollen, genug Anteile haben, oder Geld übrig ist.',
    'at-least':
      'Mindestens {count} Vorschläge passen ins Budget, denn keiner darf mehr kosten als die Grenze.',
    'money-ignored':
      'Die Liste achtet nicht auf Geld: Es können mehr gewinnen, als Sie bezahlen können.',
    'majority-decides': 'Eine Mehrheit, die gleich stimmt, kann über das ganze Geld entscheiden.',
    'shares-for-groups':
      'Eine Gruppe entscheidet über ihren Teil des Geldes, auch wenn sie keine Mehrheit ist.',
    'count-stops':
      'Ein teurer Vorschlag mit vielen Stimmen kann die Zählung beenden, während noch Geld da ist.',
    'money-left': 'Ein Teil des Geldes bleibt meist übrig.',
    'no-blank':
      'Wer keinen der Vorschläge will, kann nicht abstimmen und zählt nicht zur Beteiligung.',
    'needs-many': 'Wer weniger als {count} Vorschläge gut findet, kann nicht nur das sagen.',
    'hard-ballot':
      'Dieser Zettel ist schwerer auszufüllen, vor allem auf Papier. Rechnen Sie mit mehr Hilfe und mehr ungültigen Zetteln.',
    'no-vote': 'In dieser Runde stimmt niemand ab: Die Gemeinde entscheidet.',
    floor:
      'Die Zettel werden einzeln veröffentlicht, wo eine Urne {floor} oder mehr hat. Dann können alle nachzählen.',
    'box-too-small':
      'In {name} dürfen nur {count} abstimmen. Das sind weniger als {floor}, deshalb bleiben die Zettel geheim, und nur Summen sind zu sehen.',
    'whole-round': 'dieser Runde',
    'turnout-unknown':
      'Die Beteiligung lässt sich nicht als Anteil sagen, denn niemand hat geschrieben, wie viele abstimmen dürfen.',
    'voting-days': 'Tage zum Abstimmen: {count}.',
    'short-vote': 'Weniger als eine Woche: Wer dann weg oder krank ist, hat keine Stimme.',
    'screen-only':
      'Kein Papier und kein Treffen während der Abstimmung: Wer kein Gerät hat oder bedienen kann, bleibt draußen.',
    'sealed-by-hand':
      'Nach dem Schluss wird das Papier eingegeben, und die Sachbearbeitung versiegelt die Urnen von Hand.',
    'short-submission': 'Weniger als zwei Wochen für Ideen: Vereine und Schulen brauchen länger.',
    freezes: 'Von {at} an stehen Geld, Stimmzettel, Regel, Papier und Vorschläge fest.',
    complaints:
      'Das Ergebnis kann {count} Tage lang angefochten werden. Dann werden Codes und Zettel für immer gelöscht.',
  },
  faults: {
    missing: 'Das fehlt.',
    'too-long': 'Schreiben Sie höchstens {limit} Zeichen.',
    'too-short': 'Schreiben Sie mindestens {limit} Zeichen.',
    'not-a-number': 'Schreiben Sie eine ganze Zahl.',
    'out-of-range': 'Diese Zahl ist zu niedrig oder zu hoch. Die Grenze ist {limit}.',
    'no-amount': 'Schreiben Sie einen Betrag, zum Beispiel 15000.',
    'no-date': 'Wählen Sie einen Tag, und wenn Sie wollen eine Uhrzeit.',
    'no-id': 'Der Name braucht Buchstaben oder Ziffern, denn die Adresse entsteht aus ihm.',
    'not-a-choice': 'Wählen Sie eines.',
    'not-known':
      'Die Datei hat hier ein Feld, das niemand kennt: {at}. Nehmen Sie es aus der Datei.',
    wrong: 'Das ist nicht zu lesen. Schreiben Sie es noch einmal.',
    gap: 'Diese Uhrzeit gibt es nicht: Die Uhr wird vorgestellt. Wählen Sie eine andere.',
    overlap: 'Diese Uhrzeit gibt es zweimal: Die Uhr wird zurückgestellt. Wählen Sie eine andere.',
    'not-after': 'Das Ende muss nach dem Beginn kommen.',
    'some-budgets': 'Geben Sie jedem Gebiet Geld oder keinem.',
    'budget-twice': 'Leer lassen, denn jedes Gebiet hat eigenes Geld.',
    'over-budget': 'Das ist mehr, als Geld da ist.',
    twice: 'Zwei davon heißen gleich. Ändern Sie einen Namen.',
    'phase-order': 'Die Schritte müssen der Reihe nach stehen.',
    'voting-twice': 'Eine Runde stimmt einmal ab. Entfernen Sie einen der beiden.',
    'ballot-or-voting':
      'Ein Stimmzettel braucht den Schritt Abstimmung, und der Schritt Abstimmung einen Stimmzettel.',
    'ballot-limits':
      'Diese Grenzen widersprechen sich. „Mindestens“ darf nicht mehr sein als „höchstens“.',
    'proposal-theme': 'Der Vorschlag „{name}“ hat ein Thema, das hier fehlt.',
    'proposal-area': 'Der Vorschlag „{name}“ hat hier kein Gebiet.',
    'proposal-cost': 'Der Vorschlag „{name}“ hält diese Grenze nicht ein.',
    'lot-lacks':
      '„{name}“ hat keinen Platz in der gelosten Reihenfolge. Nehmen Sie die Reihenfolge im Raum Wahltag heraus, und tragen Sie dort die neue ein.',
    'lot-unknown':
      'Die geloste Reihenfolge nennt „{name}“, und das steht nicht auf dem Stimmzettel. Nehmen Sie die Reihenfolge im Raum Wahltag heraus, und tragen Sie dort die neue ein.',
    'group-unknown':
      'Eine Gruppe nennt „{name}“, und das ist kein Vorschlag dieser Runde. Berichtigen Sie die Gruppe in der Datei.',
  },
}
