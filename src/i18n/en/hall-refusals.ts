/**
 * English, refusals about the boxes of halls: what a clerk is told when one cannot be taken in, counted or sealed.
 *
 * Pure. Invariant: what happened and what to do; nothing of the outcome. Decided in docs/decisions/0008 and 0032.
 */
import { says } from '../refusal-text.ts'

export const hallRefusals = {
  'hall-unknown': says(
    'No such hall',
    ({ hall }) =>
      `This round names no hall “${hall}”. Look whether you chose the right round, and the right file.`,
  ),
  'hall-not-here': says(
    'This is not the laptop of a hall',
    () => 'The file of a hall is made on the hall’s own laptop. Open the desk there.',
  ),
  'hall-counts-elsewhere': says(
    'Counted at the office',
    () =>
      'This is the laptop of a hall. Its box is counted at the office, with all others. Save its file here and carry it there.',
  ),
  'halls-out': says(
    'Boxes of halls are still out',
    ({ halls }) =>
      `Nothing was sealed. These are still out: ${halls}. Take their files in, or give their boxes up with a reason.`,
  ),
  'hall-settled': says(
    'That hall is settled already',
    () =>
      'Another file of this hall was taken in before, or its box was given up. Show the round again; nothing was changed.',
  ),
  'hall-file-unreadable': says(
    'That is not the file of a hall',
    () =>
      'The file holds something else, or a part of it is missing. Save it again on the hall’s laptop, and take that one.',
  ),
  'hall-file-other-round': says(
    'A file of another round',
    ({ round }) => `This file is of the round “${round}”. Choose that round, or another file.`,
  ),
  'hall-file-changed': says(
    'The file was changed on its way',
    () =>
      'The file was changed on its way, or it is not of this hall’s laptop. Save it on that laptop again, and carry it yourself. Nothing was taken in.',
  ),
  'hall-file-other-box': says(
    'Not made on the right laptop',
    () =>
      'This file was not made on the laptop that was prepared for this hall, or before it was sealed. Look which laptop it came from.',
  ),
  'hall-file-rehearsal': says(
    'Not the box of this vote',
    () =>
      'This box is of a rehearsal, or of an earlier start of this hall. The opening record names another key or another hour. Nothing was taken in. Look for the file of the laptop that was prepared last.',
  ),
  'hall-codes-twice': says(
    'Codes of two boxes',
    ({ count, halls }) =>
      `${count} used codes were made for two boxes${halls ? `, the other one of: ${halls}` : ''}. Somebody could have voted twice, so nothing was taken in or sealed. Find out which hall registered codes that are not its own, and give its box up. As long as a box is out, that can be one taken in before.`,
  ),
  'hall-other-ballot': says(
    'Another ballot on this laptop',
    () =>
      'The content on this laptop is not what it was prepared with. Copy the council’s content to it again, and start it with the new file.',
  ),
  'hall-prepare-again': says(
    'Prepare the laptops again',
    ({ halls }) =>
      `Voting was not opened. The ballot was changed since these laptops were prepared: ${halls}. Prepare them again in the room Count, or their votes cannot be counted.`,
  ),
  'hall-begun': says(
    'Voting has begun',
    () =>
      'A laptop is prepared afresh only before voting begins: the votes from its last start would be lost. Save its file without starting afresh.',
  ),
}
