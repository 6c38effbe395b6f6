/**
 * The boxes of halls, in the room Count: at the office to take in or to give up, on a hall's laptop to carry away.
 *
 * Talks to the desk and the page. Invariant: what cannot be undone says so first, and the sealed box goes to the
 * disk and to no other place. Decided in docs/decisions/0032.
 */
import type { RoundId } from '../../domain/id.ts'
import { saveFile } from '../save-file.ts'
import { list, part, put, show, type Room } from './room.ts'
import { confirmFor } from './round-choice.ts'

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
  readonly head?: string
  readonly reason?: string
  /** Taken in, and one of its used codes is in another box, too. */
  readonly twice?: true
}

/** What a box holds, as it is held against the note that the hall's people signed. */
type BoxFacts = { readonly ballots: number; readonly head: string; readonly sealedAt: number }

type LookedAt = BoxFacts & {
  readonly name: string
  readonly opensAt: number
  readonly areas: readonly {
    /** None where everyone votes in one box. */
    readonly area?: string
    readonly recorded: number
    readonly invalid?: number
  }[]
}

/** The file whose facts are shown: that one is taken in, whatever is chosen since. */
let looked: { readonly text: string; readonly facts: LookedAt } | undefined

/** Shows what became of each hall, and what can be done now. */
export function fillHalls(room: Room, { state, agreed, hall, halls = [] }: HallsTold): void {
  const out = halls.filter((each) => each.ballots === undefined && each.reason === undefined)
  looked = undefined
  put(room.root, { 'hall-here': room.say('hall.here', { hall: hall ?? '' }) })
  list(room.root, 'halls', {
    items: halls,
    fill: (row, each) => put(row, { name: each.name, fate: tellFate(room, each) }),
  })
  // Those that are out come first. While one is, a box that was taken in with codes of another can make room for it.
  const isTaken = (each: HallTold) => each.ballots !== undefined
  const givable = [
    ...out,
    ...halls.filter((each) => each.twice === true || (out.length > 0 && isTaken(each))),
  ]
  for (const select of room.root.querySelectorAll<HTMLSelectElement>('select[data-halls]'))
    select.replaceChildren(
      ...(select.dataset['halls'] === 'givable' ? givable : halls).map(
        ({ id, name }) => new Option(name, id),
      ),
    )
  show(room.root, {
    // What waits for a hall cannot be sealed.
    closed: state === 'closed' && out.length === 0,
    halls: halls.length > 0,
    'hall-here': hall !== undefined,
    'hall-save': hall !== undefined && agreed === true && state === 'sealed',
    'hall-out': state === 'closed' && out.length > 0,
    'hall-givable': state === 'closed' && givable.length > 0,
    'hall-looked': false,
    'hall-line': false,
    'hall-afresh': state === 'draft',
    'hall-prepare': ['draft', 'open', 'paused'].includes(state) && halls.length > 0,
  })
}

function tellFate(room: Room, { ballots, head = '', reason, twice }: HallTold): string {
  if (ballots !== undefined) {
    const taken = room.say('hall.in', { ballots: room.format.number(ballots), head })
    return twice === true ? `${taken} ${room.say('hall.twice')}` : taken
  }
  return reason === undefined ? room.say('hall.out') : room.say('hall.givenUp', { reason })
}

/** Steps by the names of their forms; each answers what is told when it is done, or nothing. */
export const HALL_STEPS: Readonly<
  Record<string, (room: Room, round: RoundId) => Promise<string | undefined>>
> = {
  'hall-prepare': prepare,
  'hall-save': save,
  'hall-look': look,
  'hall-take-in': takeIn,
  'hall-give-up': giveUp,
}

async function prepare(room: Room, round: RoundId): Promise<string | undefined> {
  const hall = chosen(room, 'hall-to-prepare')
  if (hall === undefined) return undefined
  const box = part<HTMLInputElement>(room, '#hall-afresh')
  const afresh = box.checked
  if (afresh && !confirmFor(room, room.say('hall.afreshAsk', { hall: nameOf(room, hall) })))
    return undefined
  const told = await room.ask<{ setting: string }>('prepare-hall', { round, hall, afresh })
  if (told === undefined) return undefined
  box.checked = false
  const file = `${round}.${hall}.hall`
  saveFile(file, `${told.setting}\n`, 'text/plain')
  put(room.root, { 'hall-line': `npm run hall -- ${file} --content council` })
  show(room.root, { 'hall-line': true })
  room.done(room.say('hall.prepared', { file }))
  return undefined
}

async function save(room: Room, round: RoundId): Promise<string | undefined> {
  type Saved = BoxFacts & { readonly hall: string; readonly file: string }
  const told = await room.ask<Saved>('save-hall-file', { round })
  if (told === undefined) return undefined
  const file = `${round}.${told.hall}.box`
  saveFile(file, told.file, 'application/json')
  return room.say('hall.saved', { file, ...tellFacts(room, told) })
}

/** As the note has it. */
function tellFacts({ format }: Room, { ballots, head, sealedAt }: BoxFacts) {
  return { ballots: format.number(ballots), head, sealed: format.instant(sealedAt) }
}

/** Shows what is in the file, before anything is taken in. */
async function look(room: Room, round: RoundId): Promise<string | undefined> {
  const [file] = part<HTMLInputElement>(room, '#hall-file').files ?? []
  looked = undefined
  show(room.root, { 'hall-looked': false })
  if (file === undefined) return room.say('hall.fileMissing')
  const text = await file.text()
  const facts = await room.ask<LookedAt>('look-at-box', { round, file: text })
  if (facts === undefined) return undefined
  looked = { text, facts }
  list(room.root, 'hall-facts', { items: rowsOf(room, facts), fill: put })
  show(room.root, { 'hall-looked': true })
  room.done('')
  return undefined
}

function rowsOf(room: Room, facts: LookedAt) {
  const { ballots, head, sealed } = tellFacts(room, facts)
  const row = (name: string, value: string) => ({ name: room.say(`hall.${name}`), value })
  const { number, instant } = room.format
  const areas = facts.areas.flatMap(({ area, recorded, invalid = 0 }) => [
    ...(area === undefined ? [] : [{ name: area, value: number(recorded) }]),
    ...(invalid === 0 ? [] : [row('invalid', number(invalid))]),
  ])
  return [
    row('hall', facts.name),
    row('ballots', ballots),
    ...areas,
    row('head', head),
    row('opened', instant(facts.opensAt)),
    row('sealed', sealed),
  ]
}

async function takeIn(room: Room, round: RoundId): Promise<string | undefined> {
  if (looked === undefined) return undefined
  const { text, facts } = looked
  const told = { hall: facts.name, ballots: room.format.number(facts.ballots) }
  if (!confirmFor(room, room.say('hall.takeInAsk', told))) return undefined
  const taken = await room.ask<{ hall: string }>('take-in-hall', { round, file: text })
  return taken && room.say('hall.takenIn', { hall: facts.name })
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
  if (!confirmFor(room, room.say('hall.giveUpAsk', { hall: name }))) return undefined
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
