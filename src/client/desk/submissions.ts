/**
 * The room of submissions: reads what waits in a round, decides on each, and publishes what was chosen.
 *
 * Talks to the desk. Invariant: nothing is published or rejected before its consequence was said.
 * Decided in docs/decisions/0022.
 */
import { parseRoundId, type RoundId } from '../../domain/id.ts'
import '../picture-field.ts'
import { fillSubmission, type Told, type Waiting } from './submission-row.ts'
import { list, marked, put, show, startRoom, type Room } from './room.ts'

startRoom(async (room) => {
  const choose = room.root.querySelector<HTMLElement>('[data-step="show"]')
  if (choose) room.on(choose, 'submit', () => showSubmissions(room))
  for (const button of marked(room.root, 'act', 'publish'))
    room.on(button, 'click', () => publish(room))
  for (const button of marked(room.root, 'act', 'merge'))
    room.on(button, 'click', () => merge(room))
  await showSubmissions(room)
})

function roundOf({ root }: Room): RoundId | undefined {
  return parseRoundId(root.querySelector<HTMLSelectElement>('#submissions-round')?.value ?? '')
}

async function showSubmissions(room: Room): Promise<void> {
  const round = roundOf(room)
  if (round === undefined) return show(room.root, { none: true, 'no-others': true, some: false })
  const told = await room.ask<Told>('show-submissions', { round })
  if (told === undefined) return
  const waiting = told.submissions.filter(isWaiting)
  const others = told.submissions.filter((each) => !isWaiting(each))
  show(room.root, {
    ...{ none: waiting.length === 0, some: waiting.length > 0, 'no-others': others.length === 0 },
  })
  const again = async (said: string) => {
    await showSubmissions(room)
    room.done(said)
  }
  list(room.root, 'waiting', {
    items: waiting,
    fill: (row, item) => fillSubmission(room, row, { item, told, round, again }),
  })
  list(room.root, 'others', {
    items: others,
    fill: (row, { edition, sent, state }) =>
      put(row, { title: (edition ?? sent).title, state: room.say(`state.${state}`) }),
  })
}

/** What was approved and not published, because a run broke off, is published again. */
function isWaiting({ state }: Waiting): boolean {
  return state === 'waiting' || state === 'approved'
}

type Chosen = { readonly id: string; readonly seen: string; readonly title: string }

function asRead({ id, seen }: Chosen) {
  return { id, seen }
}

function chosenIn({ root }: Room): readonly Chosen[] {
  return [...root.querySelectorAll<HTMLInputElement>('[name="chosen"]:checked')].map((box) => ({
    id: box.value,
    seen: box.dataset['seen'] ?? '',
    title: box.closest('li')?.querySelector('h3')?.textContent ?? '',
  }))
}

/** The chosen ones, where there are so many; else says how many are missing. */
function need(room: Room, count: number): readonly [Chosen, ...Chosen[]] | undefined {
  const [first, ...others] = chosenIn(room)
  if (first !== undefined && others.length >= count - 1) return [first, ...others]
  room.tell(room.say('chooseTitle'), room.say('choose', { count }))
  return undefined
}

async function publish(room: Room): Promise<void> {
  const [round, chosen] = [roundOf(room), need(room, 1)]
  if (round === undefined || chosen === undefined) return
  const count = chosen.length
  const titles = chosen.map(({ title }) => `– ${title}`).join('\n')
  if (!window.confirm(`${room.say('publishAsk', { count })}\n\n${titles}`)) return
  if (!(await room.ask('publish-submissions', { round, chosen: chosen.map(asRead) }))) return
  await showSubmissions(room)
  room.done(room.say('published', { count }))
}

async function merge(room: Room): Promise<void> {
  const [round, chosen] = [roundOf(room), need(room, 2)]
  if (round === undefined || chosen === undefined) return
  const [into, ...others] = chosen
  const { title } = into
  if (!window.confirm(room.say('mergeAsk', { count: chosen.length, title }))) return
  const asked = { round, into: asRead(into), others: others.map(asRead) }
  if (!(await room.ask('merge-submissions', asked))) return
  await showSubmissions(room)
  room.done(room.say('merged', { title }))
}
