/**
 * The beginning of a round: from a template, or as a copy of another one.
 *
 * Talks to the page and the desk. Invariant: nothing is kept or published by it; it answers a draft for the form.
 * Decided in docs/decisions/0028.
 */
import type { RoundId } from '../../domain/id.ts'
import { copyRound } from '../../domain/round-copy.ts'
import { fillTemplate, TEMPLATES, type TemplateTexts } from '../../domain/round-template.ts'
import type { Draft } from './round-form.ts'
import { part, put, show, type Room } from './room.ts'

/** Offers a copy of each round beside the templates. */
export function offerCopies(
  room: Room,
  rounds: readonly { readonly id: RoundId; readonly title: string }[],
): void {
  const select = beginning(room)
  for (const option of [...select.options]) if (option.value.startsWith('copy:')) option.remove()
  for (const { id, title } of rounds)
    select.append(new Option(room.say('copyOf', { title }), `copy:${id}`))
  select.onchange = () => showBeginning(room)
  showBeginning(room)
}

/** A template asks for a first day, a copy for a year. */
function showBeginning(room: Room): void {
  const isCopy = beginning(room).value.startsWith('copy:')
  show(room.root, { template: !isCopy, copy: isCopy })
  const id = beginning(room).value
  put(room.root, { 'template-told': isCopy ? '' : room.say(`template.${id}`) })
}

/** The draft that was asked for; undefined where something is missing, which is told then. */
export async function beginRound(room: Room): Promise<Draft | undefined> {
  const [title, start, year] = ['title', 'start', 'year'].map((name) =>
    part<HTMLInputElement>(room, `#new-${name}`).value.trim(),
  )
  const from = beginning(room).value
  const when = from.startsWith('copy:') ? year : start
  if (!title || !when) {
    room.tell(room.say('begin'), room.say('beginMissing'))
    return undefined
  }
  return from.startsWith('copy:')
    ? copied(room, from.slice(5), { title, year: Number(when) })
    : templated(room, from, { title, start: when })
}

async function copied(
  room: Room,
  id: string,
  given: { title: string; year: number },
): Promise<Draft | undefined> {
  const shown = await room.ask<Draft>('show-round', { round: id })
  return shown && { fields: copyRound(shown.fields, given), body: shown.body }
}

function templated(
  room: Room,
  id: string,
  given: { title: string; start: string },
): Draft | undefined {
  const template = TEMPLATES.find((each) => each === id)
  const all: Record<string, TemplateTexts> = JSON.parse(
    part(room, '[data-begin]').dataset['templates'] ?? '{}',
  )
  const texts = all[id]
  return template && texts && fillTemplate(template, { ...given, texts })
}

function beginning(room: Room): HTMLSelectElement {
  return part<HTMLSelectElement>(room, '#round-begin')
}
