/**
 * German, templates of rounds: what they are called, and the texts that a new round begins with.
 *
 * Pure. Invariant: what a template says is true of any council that keeps its choices. Decided in docs/decisions/0008 and 0028.
 */
const STORY = `Es gibt Geld, über das alle entscheiden, die hier wohnen. Sie wissen am besten, was fehlt.

## So geht es

Zuerst kommen die Ideen. Die Gemeinde sieht nach, was sie kosten und ob sie erlaubt sind. Dann stimmen alle ab.

## Wer abstimmen darf

Wer hier wohnt, bekommt einen Brief mit einem Code. Sie brauchen keine E-Mail-Adresse. Ist kein Brief gekommen, rufen Sie im Büro an.`

const READY = `Die Vorschläge sind fertig. An einem Tag treffen wir uns in der Halle und entscheiden zusammen.

## So geht es

Lesen Sie die Vorschläge vorher, und fragen Sie die, die dahinterstehen. Am Tag selbst stimmen Sie in der Halle ab, am Bildschirm oder auf Papier.

## Wer abstimmen darf

Wer hier wohnt, bekommt einen Brief mit einem Code. Bringen Sie ihn mit. Ist kein Brief gekommen, rufen Sie im Büro an.`

export const roundTemplates = {
  names: {
    'one-budget': 'Ideen, dann eine Abstimmung, ein Budget',
    areas: 'Gebiete mit eigenem Geld',
    'one-day': 'Eine Abstimmung über fertige Vorschläge in einer Halle, an einem Tag',
  },
  told: {
    'one-budget':
      'Vierzehn Wochen vom Faltblatt bis zur Abstimmung. Man füllt einen Korb; die meisten Stimmen zuerst.',
    areas: 'Jedes Gebiet hat eine eigene Urne. Man kreuzt an, was man will; gleiche Anteile.',
    'one-day': 'Vier Wochen zum Lesen, dann ein Tag in der Halle, am Bildschirm und auf Papier.',
  },
  texts: {
    summary:
      'Alle, die hier wohnen, entscheiden, was mit einem Teil des Geldes geschieht. Lesen Sie die Vorschläge, und senden Sie Ihren Stimmzettel.',
    voters: 'Alle über 16, die hier wohnen',
    themes: {
      play: 'Spiel und Bewegung',
      green: 'Grüne Orte',
      ways: 'Wege und Bänke',
      together: 'Gemeinschaft',
    },
    areas: { north: 'Nord', south: 'Süd' },
    conditions: [
      'Was daraus wird, ist für alle.',
      'Es ist erlaubt, und wem der Boden gehört, ist einverstanden.',
    ],
    notes: {
      submission: 'Auf dieser Website, oder auf Papier im Büro.',
      voting: 'Am letzten Tag gibt es Hilfe in der Halle.',
    },
    event: {
      title: 'Der Tag in der Halle',
      place: 'Die Halle',
      note: 'Es gibt Hilfe und Bildschirme. Bringen Sie Ihren Brief mit.',
    },
  },
  stories: { 'one-budget': STORY, areas: STORY, 'one-day': READY },
}
