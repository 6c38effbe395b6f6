/**
 * Danish, templates of rounds: what they are called, and the texts that a new round begins with.
 *
 * Pure. Invariant: what a template says is true of any council that keeps its choices. Decided in docs/decisions/0008 and 0028.
 */
const STORY = `Der er penge, som borgerne bestemmer over. Den, der bor her, ved bedst, hvad der mangler.

## Sådan går det til

Først kommer idéerne. Kommunen ser på, hvad de koster, og om de er tilladt. Så stemmer alle.

## Hvem må stemme

Alle, der bor her, får et brev med en kode. Du behøver ingen e-mailadresse. Er der ikke kommet et brev, så ring til kontoret.`

const READY = `Forslagene er klar. En dag mødes vi i hallen og bestemmer sammen.

## Sådan går det til

Læs forslagene på forhånd, og spørg dem, der står bag. På dagen stemmer du i hallen, på en skærm eller på papir.

## Hvem må stemme

Alle, der bor her, får et brev med en kode. Tag det med. Er der ikke kommet et brev, så ring til kontoret.`

export const roundTemplates = {
  names: {
    'one-budget': 'Idéer, så en afstemning, et budget',
    areas: 'Områder med egne penge',
    'one-day': 'En afstemning om færdige forslag i en hal, på en dag',
  },
  told: {
    'one-budget':
      'Fjorten uger fra folderen til afstemningen. Man fylder en kurv; flest stemmer først.',
    areas: 'Hvert område har sin egen stemmekasse. Man krydser af, hvad man vil; lige andele.',
    'one-day': 'Fire uger til at læse, så en dag i hallen, på skærm og på papir.',
  },
  texts: {
    summary:
      'Borgerne bestemmer, hvad en del af pengene skal bruges til. Læs forslagene, og send din stemmeseddel.',
    voters: 'Alle over 16, der bor her',
    themes: {
      play: 'Leg og bevægelse',
      green: 'Grønne steder',
      ways: 'Stier og bænke',
      together: 'Samvær',
    },
    areas: { north: 'Nord', south: 'Syd' },
    conditions: [
      'Det, der kommer ud af det, er for alle.',
      'Det er tilladt, og den, der ejer jorden, er indforstået.',
    ],
    notes: {
      submission: 'Her på siden, eller på papir på kontoret.',
      voting: 'Den sidste dag er der hjælp i hallen.',
    },
    event: {
      title: 'Dagen i hallen',
      place: 'Hallen',
      note: 'Der er hjælpere og skærme. Tag dit brev med.',
    },
  },
  stories: { 'one-budget': STORY, areas: STORY, 'one-day': READY },
}
