/**
 * The beginning of a round: from a template, or as a copy of another one.
 *
 * Talks to the page and the desk. Invariant: nothing is kept or published by it; it answers a draft for the form.
 * Decided in docs/decisions/0028.
 */
import { parseRoundId, type RoundId } from '../../domain/id.ts'
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

/** What was asked for: a draft, and the round that it is a copy of; undefined where something is missing, which is told. */
export async function beginRound(
  room: Room,
): Promise<{ readonly draft: Draft; readonly from?: RoundId } | undefined> {
  const [title, start, year] = ['title', 'start', 'year'].map((name) =>
    part<HTMLInputElement>(room, `#new-${name}`).value.trim(),
  )
  const chosen = beginning(room).value
  const from = parseRoundId(chosen.replace('copy:', ''))
  const isCopy = chosen.startsWith('copy:') && from !== undefined
  const when = isCopy ? year : start
  if (!title || !when) {
    room.tell(room.say('begin'), room.say(isCopy ? 'beginCopyMissing' : 'beginMissing'))
    return undefined
  }
  if (!isCopy) {
    const draft = templated(room, chosen, { title, start: when })
    return draft && { draft }
  }
  const shown = await room.ask<Draft>('show-round', { round: from })
  if (shown === undefined) return undefined
  const fields = copyRound(shown.fields, { title, year: Number(when) })
  return { draft: { fields, body: shown.body }, from }
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
