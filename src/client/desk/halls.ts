/**
 * The boxes of halls, in the room Count: at the office to take in or to give up, on a hall's laptop to carry away.
 *
 * Talks to the desk and the page. Invariant: what cannot be undone says so first, and the sealed box goes to the
 * disk and to no other place. Decided in docs/decisions/0032.
 */
import type { RoundId } from '../../domain/id.ts'
import { saveFile } from '../save-file.ts'
import { list, part, put, show, type Room } from './room.ts'

/** What `show-count` tells of halls. */
export type HallsTold = {
  readonly state: string
  readonly agreed?: boolean
  /** On the laptop of a hall. */
  readonly hall?: string
  readonly halls?: readonly HallTold[]
}

type HallTold = {
  readonly id: string
  readonly name: string
  readonly ballots?: number
  readonly reason?: string
}

/** Shows what became of each hall, and what can be done now. */
export function fillHalls(room: Room, { state, agreed, hall, halls = [] }: HallsTold): void {
  const out = halls.filter((each) => each.ballots === undefined && each.reason === undefined)
  put(room.root, { 'hall-here': room.say('hall.here', { hall: hall ?? '' }) })
  list(room.root, 'halls', {
    items: halls,
    fill: (row, each) => put(row, { name: each.name, fate: tellFate(room, each) }),
  })
  for (const select of room.root.querySelectorAll<HTMLSelectElement>('select[data-halls]'))
    select.replaceChildren(
      ...(select.dataset['halls'] === 'out' ? out : halls).map(
        ({ id, name }) => new Option(name, id),
      ),
    )
  show(room.root, {
    // What waits for a hall cannot be sealed.
    closed: state === 'closed' && out.length === 0,
    halls: halls.length > 0,
    'hall-here': hall !== undefined,
    'hall-save': hall !== undefined && agreed === true && state === 'sealed',
    'hall-settle': state === 'closed' && out.length > 0,
    'hall-prepare': ['draft', 'open', 'paused'].includes(state) && halls.length > 0,
  })
}

function tellFate(room: Room, { ballots, reason }: HallTold): string {
  if (ballots !== undefined) return room.say('hall.in', { ballots: room.format.number(ballots) })
  return reason === undefined ? room.say('hall.out') : room.say('hall.givenUp', { reason })
}

/** Steps by the names of their forms; each answers what is told when it is done, or nothing. */
export const HALL_STEPS: Readonly<
  Record<string, (room: Room, round: RoundId) => Promise<string | undefined>>
> = {
  'hall-prepare': prepare,
  'hall-save': save,
  'hall-take-in': takeIn,
  'hall-give-up': giveUp,
}

async function prepare(room: Room, round: RoundId): Promise<string | undefined> {
  const hall = chosen(room, 'hall-to-prepare')
  if (hall === undefined) return undefined
  const told = await room.ask<{ setting: string }>('prepare-hall', { round, hall })
  if (told === undefined) return undefined
  const file = `${round}.${hall}.hall`
  saveFile(file, `${told.setting}\n`, 'text/plain')
  return room.say('hall.prepared', { file })
}

async function save(room: Room, round: RoundId): Promise<string | undefined> {
  const told = await room.ask<{ hall: string; file: string }>('save-hall-file', { round })
  if (told === undefined) return undefined
  const file = `${round}.${told.hall}.box`
  saveFile(file, told.file, 'application/json')
  return room.say('hall.saved', { file })
}

async function takeIn(room: Room, round: RoundId): Promise<string | undefined> {
  const [file] = part<HTMLInputElement>(room, '#hall-file').files ?? []
  if (file === undefined) return room.say('hall.fileMissing')
  if (!window.confirm(room.say('hall.takeInAsk'))) return undefined
  const told = await room.ask<{ hall: string }>('take-in-hall', { round, file: await file.text() })
  return told && room.say('hall.takenIn', { hall: nameOf(room, told.hall) })
}

async function giveUp(room: Room, round: RoundId): Promise<string | undefined> {
  const field = part<HTMLInputElement>(room, '#hall-reason')
  const [hall, reason] = [chosen(room, 'hall-lost'), field.value.trim()]
  field.setAttribute('aria-invalid', String(reason === ''))
  if (reason === '') {
    field.focus()
    return room.say('reasonMissing')
  }
  if (hall === undefined) return undefined
  const name = nameOf(room, hall)
  if (!window.confirm(room.say('hall.giveUpAsk', { hall: name }))) return undefined
  const told = await room.ask('give-up-hall', { round, hall, reason })
  return told && room.say('hall.gaveUp', { hall: name })
}

/** The hall that is chosen in a list; undefined where the list is empty. */
function chosen(room: Room, list: string): string | undefined {
  return part<HTMLSelectElement>(room, `#${list}`).value || undefined
}

/** As the list of halls names it. */
function nameOf({ root }: Room, hall: string): string {
  const options = [...root.querySelectorAll<HTMLOptionElement>('select[data-halls] option')]
  return options.find(({ value }) => value === hall)?.text ?? hall
}
