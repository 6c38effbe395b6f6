/**
 * English, templates of rounds: what they are called, and the texts that a new round begins with.
 *
 * Pure. Invariant: what a template says is true of any council that keeps its choices. Decided in docs/decisions/0008 and 0028.
 */
const STORY = `There is money that residents decide about. Who lives here knows best what is missing.

## How it goes

Ideas come in first. The council checks what they cost and whether they are allowed. Then everyone votes.

## Who may vote

Everyone who lives here gets a letter with a code. You need no e-mail address. If no letter has come, ring the office.`

const READY = `The proposals are ready. On one day we meet in the hall and decide together.

## How it goes

Read the proposals beforehand, and ask those who made them. On the day itself you vote in the hall, on a screen or on paper.

## Who may vote

Everyone who lives here gets a letter with a code. Bring it with you. If no letter has come, ring the office.`

export const roundTemplates = {
  names: {
    'one-budget': 'Ideas, then a vote, one budget',
    areas: 'Areas with their own money',
    'one-day': 'A vote on ready proposals in a hall, on one day',
  },
  told: {
    'one-budget':
      'Fourteen weeks from the leaflet to the vote. People fill a basket; most votes first.',
    areas: 'Each area has a ballot box of its own. People tick what they like; equal shares.',
    'one-day': 'Four weeks to read, then one day in the hall, on screens and on paper.',
  },
  texts: {
    summary:
      'Residents decide what to do with part of the money. Read the proposals, and send your ballot.',
    voters: 'Everyone over 16 who lives here',
    themes: {
      play: 'Play and movement',
      green: 'Green places',
      ways: 'Paths and benches',
      together: 'Company',
    },
    areas: { north: 'North', south: 'South' },
    conditions: [
      'What comes of it is for everyone.',
      'It is allowed, and the owner of the ground agrees.',
    ],
    notes: {
      submission: 'On this site, or on paper at the office.',
      voting: 'On the last day there is help in the hall.',
    },
    event: {
      title: 'The day in the hall',
      place: 'The hall',
      note: 'Helpers and screens are there. Bring your letter.',
    },
  },
  stories: { 'one-budget': STORY, areas: STORY, 'one-day': READY },
}
