/**
 * The room Paper: the batches of a round, and what to do next with each.
 *
 * Talks to the desk. Invariant: which batch is open stands in the address, so that a reload leads back to it; all
 * that was done lies in the store. Decided in docs/decisions/0025 and 0026.
 */
import { parseRoundId, type RoundId } from '../../domain/id.ts'
import type { PaperBatch } from '../../domain/paper-batch.ts'
import { clearSigns, fieldOf, formOf, leadTo, sign, type Opened, type Paper } from './paper-desk.ts'
import { fillLooks, startLooks } from './paper-looks.ts'
import { fillStubs, startStubs } from './paper-stubs.ts'
import { fillTyping, startTyping } from './paper-typing.ts'
import { list, marked, put, show, startRoom, type Room } from './room.ts'

let opened: Opened | undefined
/** The name of the batch that is to be open. */
let wanted: string | undefined

startRoom(async (room) => {
  const desk = deskOf(room)
  startStubs(desk)
  startTyping(desk)
  startLooks(desk)
  const [round, batch] = location.hash.slice(1).split('/')
  const field = roundField(room)
  if ([...(field?.options ?? [])].some(({ value }) => value === round)) {
    if (field) field.value = round ?? ''
    wanted = batch
  }
  room.on(formOf(room, 'show'), 'submit', () => open(room, undefined))
  room.on(formOf(room, 'begin'), 'submit', () => begin(room))
  await load(room)
})

function deskOf(room: Room) {
  return { room, opened: () => opened, reload: () => load(room) }
}

function roundField({ root }: Room): HTMLSelectElement | null {
  return root.querySelector('#paper-round')
}

async function open(room: Room, batch: string | undefined): Promise<void> {
  wanted = batch
  clearSigns(room)
  room.done('')
  await load(room)
}

async function load(room: Room): Promise<void> {
  const round = parseRoundId(roundField(room)?.value ?? '')
  if (round === undefined) return
  const paper = await room.ask<Paper>('show-paper', { round })
  if (paper === undefined) return
  opened = findOpened(round, paper)
  history.replaceState(null, '', `#${opened ? `${round}/${opened.batch.batch}` : round}`)
  fillBatches(room, round, paper)
  await fillBatch(room)
}

function findOpened(round: RoundId, paper: Paper): Opened | undefined {
  const batch = paper.batches.find((each) => each.batch === wanted)
  const ballot = paper.ballots.find(({ pool }) => pool === batch?.pool)
  return batch && ballot && { round, paper, batch, ballot }
}

function fillBatches(room: Room, round: RoundId, paper: Paper): void {
  const { isUsed, state, batches, ballots } = paper
  const takesPaper = ['open', 'paused', 'closed'].includes(state)
  show(room.root, {
    ...{ told: true, unused: !isUsed, used: isUsed || batches.length > 0 },
    ...{ batches: batches.length > 0, 'no-batches': batches.length === 0 },
    ...{ begin: isUsed && takesPaper, 'several-boxes': ballots.length > 1 },
  })
  for (const link of marked(room.root, 'act', 'print'))
    link.setAttribute('href', `${room.home}paper/${round}/`)
  list(room.root, 'boxes', {
    items: ballots,
    fill(option, { pool, area }) {
      option.textContent = area ?? room.say('everyone')
      option.setAttribute('value', pool)
    },
  })
  list(room.root, 'batches', {
    items: batches,
    fill(row, { batch, pool, state: at, sheets }) {
      const isReady = at === 'collecting' && state === 'closed'
      put(row, {
        ...{ batch, box: boxName(room, paper, pool), sheets: room.format.number(sheets) },
        next: room.say(`next.${isReady ? 'ready' : at}`),
      })
      for (const button of marked(row, 'act', 'open')) {
        button.setAttribute('aria-label', room.say('openNamed', { batch }))
        room.on(button, 'click', () => open(room, batch))
      }
    },
  })
}

function boxName(room: Room, { ballots }: Paper, pool: string): string {
  return ballots.find((each) => each.pool === pool)?.area ?? room.say('everyone')
}

const PARTS: Readonly<Record<PaperBatch['state'], (room: Room, at: Opened) => Promise<void>>> = {
  collecting: async (room, at) => {
    fillStubs(deskOf(room), at)
    leadTo(fieldOf(formOf(room, 'hold'), 'code'))
  },
  separated: (room, at) => fillTyping(deskOf(room), at),
  compared: (room, at) => fillLooks(deskOf(room), at),
  boxed: async () => {},
}

async function fillBatch(room: Room): Promise<void> {
  const state = opened?.batch.state
  show(room.root, {
    batch: opened !== undefined,
    ...Object.fromEntries(Object.keys(PARTS).map((name) => [name, name === state])),
  })
  if (opened === undefined) return
  const { batch, paper } = opened
  const box = boxName(room, paper, batch.pool)
  put(room.root, { working: room.say('working', { batch: batch.batch, box }) })
  await PARTS[batch.state](room, opened)
}

async function begin(room: Room): Promise<void> {
  const round = parseRoundId(roundField(room)?.value ?? '')
  const field = fieldOf(formOf(room, 'begin'), 'batch')
  const batch = field.value.trim()
  if (round === undefined) return
  if (!/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/.test(batch)) {
    sign(room, 'begin', 'refused', room.say('nameWrong'))
    return field.focus()
  }
  const box = formOf(room, 'begin').querySelector('select')
  const isSeveral = (box?.options.length ?? 0) > 1
  const area = isSeveral ? { area: box?.value ?? '' } : {}
  const said = await room.ask('begin-batch', { round, batch, ...area })
  if (said === undefined) return
  field.value = ''
  await open(room, batch)
  room.done(room.say('begun', { batch }))
}
