/**
 * The form for a person who came on paper or by phone: entered by a clerk, with a private link to hand over.
 *
 * Talks to the desk. Invariant: what was typed stays until it has arrived; the link is shown once, here.
 * Decided in docs/decisions/0029.
 */
import { parseRoundId } from '../../domain/id.ts'
import { toBase64url } from '../../domain/encoding.ts'
import { LANGUAGES } from '../../domain/council.ts'
import { NUMBER_MARKS, parseTypedMoney, printMoney } from '../../domain/money.ts'
import '../character-count.ts'
import '../copy-link.ts'
import { clearErrors } from '../error-summary.ts'
import '../picture-field.ts'
import { pictureIn } from './picture-input.ts'
import { marked, show, startRoom, type Room } from './room.ts'

startRoom(async (room) => {
  const form = room.root.querySelector<HTMLFormElement>('form[data-enter]')
  if (form === null) return
  room.on(form, 'submit', () => enter(room, form))
  for (const button of marked(room.root, 'act', 'another'))
    room.on(button, 'click', async () => {
      form.reset()
      show(room.root, { entering: true, entered: false })
    })
})

async function enter(room: Room, form: HTMLFormElement): Promise<void> {
  clearErrors(room.root)
  const round = parseRoundId(form.dataset['enter'] ?? '')
  const picture = await pictureIn(form, undefined)
  if (picture === 'wrong') return room.tell(room.say('wordsTitle'), room.say('altMissing'))
  if (round === undefined) return
  const submission = typedIn(room, form)
  const asked = { round, submission, ...(picture && { picture }) }
  const key = keyOf(JSON.stringify(asked))
  const told = await room.ask<{ key: string }>('enter-submission', { ...asked, key })
  if (told === undefined) return
  sent = undefined
  handOver(
    room,
    `${room.root.querySelector('[data-private]')?.getAttribute('data-private')}${told.key}`,
  )
}

/** What was sent and has not arrived yet, as far as is known here. */
let sent: { readonly text: string; readonly key: string } | undefined

/** The same for the same text, so that what is sent again because its answer was lost is there once. */
function keyOf(text: string): string {
  if (sent?.text !== text)
    sent = { text, key: toBase64url(crypto.getRandomValues(new Uint8Array(16))) }
  return sent.key
}

/** The fields as the desk reads them: what is empty is not there, and the cost stands in digits. */
function typedIn({ root }: Room, form: HTMLFormElement): Record<string, unknown> {
  const language = LANGUAGES.find((each) => each === root.dataset['language']) ?? 'en'
  const typed = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [],
  )
  const { cost = '', nameConsent, pictureAlt: _, ...fields } = Object.fromEntries(typed)
  const money = parseTypedMoney(cost, NUMBER_MARKS[language])
  return {
    ...{ ...fields, language, nameConsent: nameConsent !== undefined },
    cost: money.ok ? printMoney(money.value) : cost,
  }
}

function handOver(room: Room, address: string): void {
  const template = room.root.querySelector<HTMLTemplateElement>('template[data-link]')
  const place = room.root.querySelector('[data-links]')
  if (template === null || place === null) return
  const copy = document.importNode(template.content, true)
  for (const link of copy.querySelectorAll('a')) link.href = address
  place.replaceChildren(copy)
  show(room.root, { entering: false, entered: true })
  room.root.querySelector<HTMLElement>('[data-if="entered"] h2')?.focus()
}
