/**
 * English, the boxes of halls in the desk's Count. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0032.
 */
export const deskHalls = {
  heading: 'Boxes of halls',
  help: 'Each of these halls has a ballot box of its own, on a laptop without internet. Nothing is sealed or counted before every box is in, or given up.',
  out: 'Still out.',
  in: 'Taken in: {ballots} ballots. Last link of its record: {head}.',
  twice:
    'A code that was used in it was used or made for another box, too. Find out why, or give it up: until then nothing can be sealed.',
  givenUp: 'Given up: {reason}',
  takeIn: 'Take a box in',
  file: 'The file that the hall’s laptop saved',
  fileMissing: 'Choose the file first.',
  takeInButton: 'Take the box in',
  takeInAsk:
    'Take in the box of {hall}, with {ballots} ballots? Do it only if the note says the same. No other file of that hall can be taken in after it.',
  takenIn: 'The box is taken in: {hall}.',
  giveUp: 'Give a box up',
  giveUpHelp:
    'For a laptop that is lost or broken, or a box with codes of another one. Save the box from the laptop if there is any way.',
  hall: 'Hall',
  giveUpButton: 'Give the box up',
  giveUpAsk:
    'Give up the box of {hall}? The votes in it will not be counted. Everyone reads the reason. This cannot be undone.',
  gaveUp: 'The box is given up: {hall}.',
  prepare: 'Prepare the laptop of a hall',
  prepareHelp:
    'This makes a small file that turns a laptop into the box of that hall. Carry it by hand to that laptop alone, and delete every copy.',
  prepareButton: 'Save the file for the laptop',
  prepared: 'Saved as {file}. Carry it to the laptop.',
  here: 'This is the laptop of hall “{hall}”. Its votes are counted at the office, with all others.',
  save: 'Carry the box to the office',
  saveHelp:
    'The box is sealed, so nobody can read a vote in the file. Keep the laptop as it is until the result is final.',
  saveButton: 'Save the box as a file',
  saved:
    'Saved as {file}. Write on a note: {ballots} ballots, last link {head}, sealed {sealed}. All who were there sign it. Carry both to the office now.',
  lookButton: 'Look at the box',
  lookHelp:
    'Hold this against the note that the people of the hall signed. If anything differs, take nothing in, and ask them.',
  ballots: 'Ballots',
  invalid: 'Paper sheets that are no ballot',
  head: 'Last link of its record',
  opened: 'Voting from',
  sealed: 'Sealed',
  afresh: 'Start afresh: no box of an earlier file is taken in',
  afreshHint:
    'For after a rehearsal. The laptop then needs the new file, and new codes. Once voting has begun this cannot be done any more.',
  afreshAsk:
    'Prepare {hall} afresh? Codes that were printed on its laptop before do not work any more.',
  line: 'Put the file into the folder of Common Chest on the laptop, and the council’s content beside it as “council”. Then type this line there, once:',
}
