/**
 * The room Today: what needs doing in each round, and whether all parts answer.
 *
 * Talks to the desk. Invariant: shows what the desk told, and decides nothing. Decided in docs/decisions/0022.
 */
import type { DeskTask } from '../../domain/desk-task.ts'
import { list, put, show, startRoom, type Room } from './room.ts'

type ToldRound = {
  readonly title: string
  readonly state: string
  readonly tasks: readonly DeskTask[]
  readonly checkpoint?: { readonly n: number; readonly at: number; readonly isPublic: boolean }
  readonly fingerprint: string
  readonly isKey: boolean
  readonly isOver: boolean
}

type Publishing = {
  readonly answers: boolean
  readonly isKeyed?: boolean
  readonly endsAt?: number
  readonly isSoon?: boolean
}

type Today = { readonly rounds: readonly ToldRound[]; readonly publishing: Publishing }

startRoom(async (room, me) => {
  // Tellers have a room of their own.
  if (me.role !== 'clerk') return location.assign(`${room.home}me/`)
  const today = await room.ask<Today>('show-today', {})
  if (today === undefined) return
  show(room.root, {
    ...{ 'no-rounds': today.rounds.length === 0 },
    ...{ publishing: today.publishing.answers, 'not-publishing': !today.publishing.answers },
  })
  tellKey(room, today.publishing)
  list(room.root, 'rounds', {
    items: today.rounds,
    fill: (row, round) => fillRound(room, row, round),
  })
})

/** The key to the git host: nobody can publish after its end. */
function tellKey(room: Room, { isKeyed = false, endsAt, isSoon = false }: Publishing): void {
  const at = endsAt === undefined ? '' : room.format.fullDay(endsAt)
  put(room.root, {
    'key-ends': at === '' ? room.say('keyUnknown') : room.say('keyEnds', { at }),
    'key-soon': room.say('keySoon', { at }),
  })
  show(room.root, { 'key-ends': isKeyed && !isSoon, 'key-soon': isSoon })
}

function fillRound(room: Room, row: HTMLElement, round: ToldRound): void {
  const { title, fingerprint, isKey, isOver, tasks, state } = round
  put(row, {
    title,
    stands: room.say('stands', { state: room.say(`state.${state}`) }),
    checkpoint: tellCheckpoint(room, round),
    key: room.say(isKey ? 'keyRight' : 'keyWrong', { fingerprint }),
  })
  show(row, { nothing: tasks.length === 0, stands: !isOver })
  list(row, 'tasks', {
    items: tasks,
    fill: (line, task) => {
      line.dataset['when'] = task.when
      put(line, { when: room.say(`when.${task.when}`), task: tellTask(room, task) })
    },
  })
}

function tellTask(room: Room, { code, at, count = 0, phase }: DeskTask): string {
  return room.say(`task.${code}`, {
    at: at === undefined ? '' : room.format.instant(at),
    count: room.format.number(count),
    phase: phase === undefined ? '' : room.say(`phase.${phase}`),
  })
}

function tellCheckpoint(room: Room, { checkpoint }: ToldRound): string {
  if (checkpoint === undefined) return room.say('checkpointNone')
  const { n, at, isPublic } = checkpoint
  const name = isPublic ? 'checkpointPublic' : 'checkpointWaits'
  return room.say(name, { n, at: room.format.instant(at) })
}
