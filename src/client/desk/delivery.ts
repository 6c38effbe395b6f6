/**
 * The room Delivery: what became of a round's projects, told in one form.
 *
 * Talks to the page and, by entries.ts, to the desk. Invariant: every field that is not right is told at once.
 * Decided in docs/decisions/0018 and 0031.
 */
import { readMoney, typedMoney } from '../../domain/money.ts'
import { noonOf, parseLocalTime } from '../../domain/time.ts'
import '../character-count.ts'
import '../picture-field.ts'
import { startEntries } from './entries.ts'
import { amountIn, faultsOf, isPastDay, isWritten, sayMoney, today } from './entry-form.ts'
import type { Entry, ReadForm } from './entry-room.ts'
import { pictureIn } from './picture-input.ts'
import { languageOf, part, show, type Room } from './room.ts'

type Update = Entry & {
  readonly text: string
  readonly spent?: number | string
  readonly done?: boolean
  readonly picture?: { readonly file: string; readonly alt: string }
}

startEntries({
  name: 'delivery',
  actions: { show: 'show-delivery', post: 'post-update', takeBack: 'take-back-update' },
  fill: fillForm,
  dress: (room, _, before: Update | undefined) =>
    show(room.root, { 'has-picture': before?.picture !== undefined }),
  read: readForm,
  tell: tellUpdate,
  follows: () => '',
})

function fieldsOf(room: Room) {
  return {
    date: part<HTMLInputElement>(room, '#delivery-date'),
    text: part<HTMLTextAreaElement>(room, '#delivery-text'),
    spent: part<HTMLInputElement>(room, '#delivery-spent'),
    done: part<HTMLInputElement>(room, '#delivery-done'),
    alt: part<HTMLInputElement>(room, '#pictureAlt'),
    form: part<HTMLFormElement>(room, '[data-step="post"]'),
  }
}

function fillForm(room: Room, update: Update | undefined): void {
  const { date, text, spent, done, alt, form } = fieldsOf(room)
  form.reset()
  for (const place of form.querySelectorAll('[data-preview], [role="status"]'))
    place.replaceChildren()
  date.max = today(room)
  date.value = update?.date ?? today(room)
  text.value = update?.text ?? ''
  spent.value =
    update?.spent === undefined
      ? ''
      : typedMoney(readMoney(String(update.spent)), languageOf(room.root))
  done.checked = update?.done === true
  alt.value = update?.picture?.alt ?? ''
}

async function readForm(room: Room, before: Update | undefined): Promise<ReadForm> {
  const { date, text, spent, done, alt, form } = fieldsOf(room)
  const amount = amountIn(room, spent)
  const picture = await pictureIn(form, before?.picture)
  const isForgotten =
    picture === undefined && before?.picture === undefined && alt.value.trim() !== ''
  const faults = faultsOf(room, [
    { id: date.id, isRight: isPastDay(room, date), words: 'dateMissing' },
    { id: text.id, isRight: isWritten(text), words: 'textMissing' },
    { id: spent.id, isRight: amount !== 'wrong', words: 'amountWrong' },
    { id: 'picture', isRight: !isForgotten, words: 'pictureMissing' },
    { id: alt.id, isRight: picture !== 'wrong', words: 'altMissing' },
  ])
  if (faults.length > 0 || picture === 'wrong') return { faults }
  const entry: Update = {
    ...{ date: date.value, text: text.value },
    ...(amount !== undefined && { spent: amount }),
    ...(done.checked && { done: true }),
    ...(picture && 'file' in picture && { picture }),
  }
  return { entry, ...(picture && 'bytes' in picture && { picture }) }
}

/** As residents will read it: the day, that it is finished, the text, the picture and the money. */
function tellUpdate(room: Room, { date, text, spent, done, picture }: Update): readonly string[] {
  const { timeZone = 'UTC' } = room.root.dataset
  const day = parseLocalTime(date)
  return [
    day === undefined ? date : room.format.fullDay(noonOf(day, timeZone)),
    ...(done === true ? [room.say('isDone')] : []),
    text,
    ...(picture ? [room.say('pictureTold', { alt: picture.alt })] : []),
    ...(spent === undefined ? [] : [sayMoney(room, 'spentSoFar', spent)]),
  ]
}
