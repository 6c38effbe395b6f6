/**
 * The room Count: from the sealed boxes to a certified result, and the sheet to read out.
 *
 * Talks to the desk. Invariant: what is published was shown before, and the passkey is asked for again.
 * Decided in docs/decisions/0022.
 */
import type { CountTable } from '../../domain/count-table.ts'
import { parseRoundId, type RoundId } from '../../domain/id.ts'
import type { PublishedSideBySide } from '../../domain/other-rule.ts'
import type { ReconciliationRow } from '../../domain/reconciliation.ts'
import { fillHalls, HALL_STEPS, type HallsTold } from './halls.ts'
import { list, marked, put, show, startRoom, type Room } from './room.ts'
import { chosenTitle, confirmFor } from './round-choice.ts'

type Count = HallsTold & {
  readonly title: string
  /** Whose boxes they are: `other` where another store was opened for the round, `none` where it is over. */
  readonly home: 'here' | 'other' | 'none'
  readonly rows?: readonly ReconciliationRow[]
  readonly boxes?: readonly CountTable[]
  readonly published?: { readonly snapshot: number; readonly status: string }
}

type Publication = {
  readonly snapshot: number
  readonly digest: string
  readonly files: readonly string[]
}

type Others = {
  readonly boxes: readonly {
    readonly pool: string
    readonly others?: readonly (Omit<PublishedSideBySide, 'rule'> & { readonly rule: string })[]
  }[]
}

let shown:
  { readonly round: RoundId; readonly count: Count; readonly publication?: Publication } | undefined

startRoom(async (room) => {
  for (const form of room.root.querySelectorAll<HTMLFormElement>('form[data-step]'))
    room.on(form, 'submit', () => takeStep(room, form.dataset['step'] ?? ''))
  for (const button of marked(room.root, 'act', 'print'))
    room.on(button, 'click', async () => window.print())
  await showCount(room)
})

const STEPS: Readonly<Record<string, (room: Room) => Promise<void>>> = {
  show: showCount,
  seal: (room) =>
    take(room, { ask: 'sealAsk', done: 'sealed' }, (round) => room.ask('seal-boxes', { round })),
  others: showOthers,
  certify: certify,
  correct: correct,
}

async function takeStep(room: Room, name: string): Promise<void> {
  const step = HALL_STEPS[name]
  if (step === undefined) return STEPS[name]?.(room)
  const done = shown && (await step(room, shown.round))
  if (done === undefined) return
  await showCount(room)
  room.done(done)
}

async function showCount(room: Room): Promise<void> {
  const round = parseRoundId(room.root.querySelector('select')?.value ?? '')
  if (round === undefined) return
  const count = await room.ask<Count>('show-count', { round })
  show(room.root, { told: count !== undefined })
  if (count === undefined) return
  const isCertifiable = count.boxes !== undefined && count.state === 'sealed'
  const publication = isCertifiable
    ? await room.ask<Publication>('show-publication', { round })
    : undefined
  shown = { round, count, ...(publication && { publication }) }
  fillStand(room, count, publication)
  fillHalls(room, count)
  fillRows(room, count)
  fillBoxes(room, count)
}

function fillStand(room: Room, count: Count, publication: Publication | undefined): void {
  const { state, home, agreed, rows, boxes, published } = count
  const status = published === undefined ? '' : room.say(`status.${published.status}`)
  put(room.root, {
    stands: room.say('stands', {
      ...{ title: chosenTitle(room), state: room.say(`state.${state}`) },
    }),
    elsewhere: room.say(`home.${home}`),
    published: room.say('published', { n: published?.snapshot ?? 0, status }),
    'certify-shown': room.say('certifyShown', {
      n: publication?.snapshot ?? 0,
      files: publication?.files.length ?? 0,
    }),
  })
  show(room.root, {
    ...{ here: home === 'here', elsewhere: home !== 'here' },
    'not-sealed': home === 'here' && ['draft', 'open', 'paused', 'closed'].includes(state),
    rows: rows !== undefined,
    agree: agreed === true,
    differ: agreed === false,
    boxes: boxes !== undefined,
    published: published !== undefined,
    certify: publication !== undefined,
    correct: agreed === true && state === 'published',
  })
}

function fillRows(room: Room, { rows = [] }: Count): void {
  list(room.root, 'rows', {
    items: rows,
    fill: (line, { row, holds, values }) =>
      put(line, {
        row: room.say(`row.${row}`),
        numbers: [...new Set(Object.values(values).map((value) => tellValue(room, value)))].join(
          ' / ',
        ),
        agrees: room.say(holds ? 'yes' : 'no'),
      }),
  })
}

/** Digests by their beginning, as people compare them. */
function tellValue(room: Room, value: number | string): string {
  return typeof value === 'number' ? room.format.number(value) : value.slice(0, 16)
}

const boxName = (room: Room, { area }: CountTable) => area ?? room.say('everyone')

function fillBoxes(room: Room, { title, boxes = [] }: Count): void {
  const { format } = room
  put(room.root, { 'round-title': title })
  list(room.root, 'others', { items: [], fill: () => undefined })
  list(room.root, 'boxes', {
    items: boxes,
    fill: (part, box) => {
      const name = boxName(room, box)
      put(part, { box: name, sums: tellSums(room, box) })
      part.querySelector('.scrolls')?.setAttribute('aria-label', name)
      list(part, 'lines', {
        items: box.lines,
        fill: (row, { title: proposal, votes, cost, outcome }) =>
          put(row, {
            ...{ proposal, votes: format.number(votes), cost: format.money(cost) },
            outcome: room.say(OUTCOMES[outcome] ?? 'notFunded'),
          }),
      })
    },
  })
  list(room.root, 'read-out', {
    items: boxes,
    fill: (part, box) => {
      put(part, { box: boxName(room, box) })
      list(part, 'winners', {
        items: box.lines.filter(({ outcome }) => outcome in OUTCOMES).toReversed(),
        fill: (row, { title: proposal, votes, cost }) => {
          const told = { title: proposal, votes: format.number(votes), cost: format.money(cost) }
          row.textContent = room.say('line', told)
        },
      })
    },
  })
}

/** All others get nothing. */
const OUTCOMES: Readonly<Record<string, string>> = {
  funded: 'funded',
  'part-funded': 'partFunded',
}

function tellSums(room: Room, { recorded, blank, cost, budget }: CountTable): string {
  const { format } = room
  return room.say('sums', {
    ...{ recorded: format.number(recorded), blank: format.number(blank) },
    ...{ cost: format.money(cost), budget: format.money(budget) },
  })
}

async function showOthers(room: Room): Promise<void> {
  if (shown === undefined) return
  const { round, count } = shown
  const told = await room.ask<Others>('show-other-rules', { round })
  if (told === undefined) return
  const titles = new Map(
    (count.boxes ?? []).flatMap(({ lines }) => lines.map((line) => [line.proposal, line.title])),
  )
  const named = (ids: PublishedSideBySide['selected']) =>
    ids.length === 0 ? room.say('nothing') : room.format.list(ids.map((id) => titles.get(id) ?? id))
  const lines = told.boxes.flatMap(({ pool, others }) => {
    const box = count.boxes?.find((each) => each.pool === pool)
    if (others === undefined) return [room.say('tooFew', { box: box ? boxName(room, box) : pool })]
    return others.map(({ rule, cost, onlyThere, onlyHere }) =>
      room.say('other', {
        ...{ rule: room.say(`rule.${rule.split('/')[0] ?? rule}`), cost: room.format.money(cost) },
        ...{ there: named(onlyThere), here: named(onlyHere) },
      }),
    )
  })
  list(room.root, 'others', { items: lines, fill: (row, line) => (row.textContent = line) })
}

async function certify(room: Room): Promise<void> {
  const digest = shown?.publication?.digest
  if (digest === undefined) return
  await take(room, { ask: 'certifyAsk', done: 'certified' }, (round) =>
    room.ask('certify-result', { round, digest }),
  )
}

async function correct(room: Room): Promise<void> {
  const field = room.root.querySelector<HTMLInputElement>('#correct-reason')
  const reason = field?.value.trim() ?? ''
  field?.setAttribute('aria-invalid', String(reason === ''))
  if (shown === undefined || reason === '') {
    room.done(room.say('reasonMissing'))
    return field?.focus()
  }
  const { round } = shown
  const planned = await room.ask<Publication>('show-publication', { round, reason })
  if (planned === undefined) return
  const { snapshot: n, digest, files } = planned
  await take(room, { ask: 'correctAsk', done: 'wasCorrected', n, files: files.length }, () =>
    room.ask('correct-result', { round, reason, digest }),
  )
}

type Words = {
  readonly ask: string
  readonly done: string
  readonly n?: number
  readonly files?: number
}

/** Asks first, does it, looks again, and tells what was done. */
async function take(
  room: Room,
  { ask, done, ...values }: Words,
  act: (round: RoundId) => Promise<object | undefined>,
): Promise<void> {
  if (shown === undefined || !confirmFor(room, room.say(ask, values))) return
  if ((await act(shown.round)) === undefined) return
  await showCount(room)
  room.done(room.say(done))
}
