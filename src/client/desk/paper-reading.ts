/**
 * A reading in the room Paper: from the fields of a form, and back into words.
 *
 * Talks to the page. Invariant: what is typed stays in its fields until it was entered.
 * Decided in docs/decisions/0026.
 */
import { proposalOf } from '../../domain/choice.ts'
import type { InvalidReason, SheetReading } from '../../domain/paper-sheet.ts'
import { printTypedSheet, readTypedSheet, writingOf } from '../../domain/typed-sheet.ts'
import { fieldOf, type Ballot } from './paper-desk.ts'
import type { Room } from './room.ts'

/** What was typed; or the sentence that says why it is nothing. */
export function readReading(
  room: Room,
  form: HTMLFormElement,
  ballot: Ballot,
): SheetReading | { readonly fault: string } {
  const reason = reasonField(form).value
  // The list of the page holds these reasons and none besides.
  if (reason !== '') return { invalid: reason as InvalidReason }
  const text = fieldOf(form, 'choices').value.trim()
  if (text === '') return { fault: room.say('choicesMissing') }
  const read = readTypedSheet(text, ballot)
  if (!('wrong' in read)) return read
  return { fault: room.say('choicesWrong', { part: read.wrong, how: howToType(room, ballot) }) }
}

/** Puts a reading into the fields, to be changed; or nothing. */
export function writeReading(
  form: HTMLFormElement,
  ballot: Ballot,
  reading: SheetReading | undefined,
): void {
  const isBallot = reading !== undefined && 'choices' in reading
  fieldOf(form, 'choices').value = isBallot ? printTypedSheet(reading.choices, ballot) : ''
  reasonField(form).value = reading !== undefined && 'invalid' in reading ? reading.invalid : ''
}

/** A reading in words: numbers and titles, or why it is no ballot. */
export function tellReading(room: Room, reading: SheetReading, ballot: Ballot): string {
  if ('invalid' in reading)
    return room.say('invalidSheet', { reason: room.say(`reason.${reading.invalid}`) })
  if (reading.choices.length === 0) return room.say('nothingChosen')
  const titles = new Map<string, string>(ballot.proposals.map(({ id, title }) => [id, title]))
  return reading.choices
    .map((each) => `${printTypedSheet([each], ballot)} ${titles.get(proposalOf(each)) ?? ''}`)
    .join(' · ')
}

/** How the ballots of this box are typed. */
export function howToType(room: Room, { form }: Ballot): string {
  return room.say(`how.${writingOf(form)}`)
}

function reasonField(form: HTMLFormElement): HTMLSelectElement {
  return form.querySelector('select') ?? document.createElement('select')
}
