/**
 * The room of the log: what was done at the desk, newest first.
 *
 * Talks to the desk. Invariant: a log that is broken says so above its entries. Decided in docs/decisions/0022.
 */
import type { LogFacts } from '../../domain/desk-log.ts'
import { parseRoundId } from '../../domain/id.ts'
import { list, put, show, startRoom, type Room } from './room.ts'

type Entry = {
  readonly at: string
  readonly person: string
  readonly name?: string
  readonly isGone: boolean
  /** The name of the person whom it was done to. */
  readonly whom?: string
  readonly action: string
  readonly facts: LogFacts
}

type Told = {
  readonly n: number
  readonly head: string
  readonly broken?: number
  readonly entries: readonly Entry[]
}

startRoom(async (room) => {
  for (const form of room.root.querySelectorAll('form'))
    room.on(form, 'submit', () => showLog(room))
  await showLog(room)
})

async function showLog(room: Room): Promise<void> {
  const chosen = room.root.querySelector<HTMLSelectElement>('#log-round')?.value ?? ''
  const round = parseRoundId(chosen)
  const log = await room.ask<Told>('show-log', round === undefined ? {} : { round })
  if (log === undefined) return
  const isBroken = log.broken !== undefined
  show(room.root, {
    ...{ empty: log.n === 0 && !isBroken, whole: log.n > 0 && !isBroken, broken: isBroken },
    entries: log.entries.length > 0,
  })
  put(room.root, {
    whole: room.say('whole', { n: log.n, head: log.head }),
    broken: room.say('broken', { n: log.broken ?? 0 }),
  })
  list(room.root, 'entries', {
    items: withOutcomes(log.entries),
    fill: (row, { at, person, name = person, isGone, action, facts, whom, came }) => {
      const what = room.say(`action.${action}`)
      put(row, {
        at: room.format.instant(at),
        who: isGone ? room.say('gone', { name }) : name,
        what: came === 'done' ? what : room.say(came, { what }),
        about: tellFacts(room, { ...facts, person: whom ?? facts.person }),
      })
    },
  })
}

/** What came of each entry: a step is in the log before it is taken, and once more where it was refused. */
function withOutcomes(entries: readonly Entry[]) {
  const refused: string[] = []
  return entries.map((entry) => {
    const step = `${entry.person} ${entry.action}`
    if (entry.facts.refused !== undefined) refused.push(step)
    const at = entry.facts.refused === undefined ? refused.lastIndexOf(step) : -1
    if (at >= 0) refused.splice(at, 1)
    const came = entry.facts.refused !== undefined ? 'notDone' : at >= 0 ? 'tried' : 'done'
    return { ...entry, came }
  })
}

function tellFacts(room: Room, { role, refused, ...facts }: LogFacts): string {
  const why = refused && room.say(`refused.${refused}`)
  const all = [role && room.say(`role.${role}`), ...Object.values(facts), why]
  return all.filter((fact) => fact !== undefined).join(', ')
}
