/**
 * Dutch, templates of rounds: what they are called, and the texts that a new round begins with.
 *
 * Pure. Invariant: what a template says is true of any council that keeps its choices. Decided in docs/decisions/0008 and 0028.
 */
const STORY = `Er is geld waarover inwoners beslissen. Wie hier woont, weet het best wat er ontbreekt.

## Hoe het gaat

Eerst komen de ideeën binnen. De gemeente bekijkt wat ze kosten en of ze mogen. Daarna stemt iedereen.

## Wie mag stemmen

Iedereen die hier woont, krijgt een brief met een code. U hebt geen e-mailadres nodig. Is er geen brief gekomen, bel dan het kantoor.`

const READY = `De voorstellen zijn klaar. Op één dag komen we in de zaal bij elkaar en beslissen we samen.

## Hoe het gaat

Lees de voorstellen van tevoren, en vraag de makers wat u wilt weten. Op de dag zelf stemt u in de zaal, op een scherm of op papier.

## Wie mag stemmen

Iedereen die hier woont, krijgt een brief met een code. Neem hem mee. Is er geen brief gekomen, bel dan het kantoor.`

export const roundTemplates = {
  names: {
    'one-budget': 'Ideeën, dan een stemming, één budget',
    areas: 'Gebieden met eigen geld',
    'one-day': 'Een stemming over kant-en-klare voorstellen in een zaal, op één dag',
  },
  told: {
    'one-budget':
      'Veertien weken van folder tot stemming. Mensen vullen een mandje; meeste stemmen eerst.',
    areas: 'Elk gebied heeft een eigen stembus. Mensen kruisen aan wat zij willen; gelijke delen.',
    'one-day': 'Vier weken om te lezen, dan één dag in de zaal, op scherm en op papier.',
  },
  texts: {
    summary:
      'Inwoners beslissen wat er met een deel van het geld gebeurt. Lees de voorstellen, en stuur uw stembiljet.',
    voters: 'Iedereen boven de 16 die hier woont',
    themes: {
      play: 'Spelen en bewegen',
      green: 'Groene plekken',
      ways: 'Paden en banken',
      together: 'Samen zijn',
    },
    areas: { north: 'Noord', south: 'Zuid' },
    conditions: [
      'Wat ervan komt, is voor iedereen.',
      'Het mag, en de eigenaar van de grond is het ermee eens.',
    ],
    notes: {
      submission: 'Op deze site, of op papier bij het kantoor.',
      voting: 'Op de laatste dag is er hulp in de zaal.',
    },
    event: {
      title: 'De dag in de zaal',
      place: 'De zaal',
      note: 'Er zijn helpers en schermen. Neem uw brief mee.',
    },
  },
  stories: { 'one-budget': STORY, areas: STORY, 'one-day': READY },
}
