/**
 * Brings the board up to date: writes every checkpoint of a round that is due and not there yet.
 *
 * Talks to the ballot box, the chain and the publisher. Invariant: a checkpoint is in the store before it
 * is published, so whoever comes after a crash publishes the same bytes; nobody writes another one under
 * its number. Decided in docs/decisions/0012.
 */
import { parseRecord } from '../domain/ballot-record.ts'
import {
  boardHead,
  checkpointPath,
  isCheckpointDue,
  makeCheckpoint,
  placeOf,
  printCheckpoint,
  type Checkpoint,
  type CheckpointKind,
} from '../domain/checkpoint.ts'
import { headId, LOG_HEAD } from '../domain/desk-log.ts'
import { toBase64url } from '../domain/encoding.ts'
import { BoardDiffers, PublishFailed } from '../domain/fault.ts'
import { poolsOf, type Round } from '../domain/round.ts'
import { checkHome } from './check-home.ts'
import { findRecord } from './desk/find-record.ts'
import { hallBoxes, hallFates, hallWords } from './hall-fates.ts'
import type { BoxMeta, Ports } from './ports.ts'
import type { ChainState } from './ports-chain.ts'
import { publishFiles } from './publish-files.ts'

const LEASE_SECONDS = 120

/**
 * Whether paper may have come into the boxes since the closing checkpoint: only who seals says that it is all
 * in, so that its ballots stand on the board together and not batch by batch.
 */
type Paper = 'paper-is-in' | undefined

/** `busy`: somebody else is writing. Throws PublishFailed, and BoardDiffers where the board was changed. */
export async function updateBoard(
  ports: Ports,
  round: Round,
  paper?: Paper,
): Promise<'current' | 'busy'> {
  if ((await nextStep(ports, round, paper)) === undefined) return 'current'
  checkHome(ports, round.id, await ports.box.meta(round.id))
  const holder = toBase64url(ports.random.bytes(12))
  const now = ports.clock.now()
  const until = now + LEASE_SECONDS * 1000
  if (!(await ports.chain.lease(round.id, holder, { now, until }))) return 'busy'
  try {
    for (;;) {
      const step = await nextStep(ports, round, paper)
      if (step === undefined) return 'current'
      if (step.kind === 'staged') await publishStaged(ports, round, step.n)
      else await stage(ports, round, { ...step, kind: step.kind })
    }
  } finally {
    await ports.chain.release(round.id, holder)
  }
}

/** The same, where a board that cannot be written now must not hold up anything else. */
export async function followBoard(ports: Ports, round: Round, paper?: Paper): Promise<void> {
  try {
    await updateBoard(ports, round, paper)
  } catch (fault) {
    if (!(fault instanceof PublishFailed) && !(fault instanceof BoardDiffers)) throw fault
    ports.log.fault('board-behind', fault, { round: round.id })
  }
}

/** Whether a closing checkpoint on the board tells every ballot that is in the boxes now. */
export async function isClosedOnBoard(ports: Ports, round: Round): Promise<boolean> {
  if (!(await isOnBoard(ports, round, 'closing'))) return false
  return !(await hasGrown(ports, round.id, await ports.chain.state(round.id)))
}

/** Whether the newest checkpoint of the board is of this kind. */
export async function isOnBoard(
  { chain }: Ports,
  round: Round,
  kind: CheckpointKind,
): Promise<boolean> {
  const state = await chain.state(round.id)
  return state?.kind === kind && state.confirmed
}

type Step = {
  readonly kind: CheckpointKind | 'staged'
  readonly n: number
  readonly meta: BoxMeta
  readonly last: ChainState | undefined
}

/** What is to be done next; undefined where the board is up to date. */
async function nextStep(ports: Ports, { id }: Round, paper: Paper): Promise<Step | undefined> {
  const [meta, last] = await Promise.all([ports.box.meta(id), ports.chain.state(id)])
  if (meta === undefined) return undefined
  if (last?.confirmed === false) return { kind: 'staged', n: last.n, meta, last }
  const n = (last?.n ?? 0) + 1
  switch (meta.state) {
    case 'open':
    case 'paused':
      return (await isDue(ports, { id, meta, last }))
        ? { kind: 'voting', n, meta, last }
        : undefined
    case 'closed':
      if (isOver(last) && !(paper && (await hasGrown(ports, id, last)))) return undefined
      return { kind: 'closing', n, meta, last }
    case 'sealed':
      if (last?.kind === 'final') return undefined
      return { kind: isOver(last) ? 'final' : 'closing', n, meta, last }
    case 'draft':
    case 'published':
    case 'purged':
      return undefined
  }
}

async function hasGrown(
  { box }: Ports,
  id: Round['id'],
  last: ChainState | undefined,
): Promise<boolean> {
  return sum((await box.counts(id)).recorded) > (last?.recorded ?? 0)
}

function isOver(last: ChainState | undefined): boolean {
  return last?.kind === 'closing' || last?.kind === 'final'
}

/** The clock is asked first: it costs nothing. */
async function isDue(
  { box, clock }: Ports,
  { id, meta, last }: Pick<Step, 'meta' | 'last'> & Pick<Round, 'id'>,
): Promise<boolean> {
  const before = last ?? { at: meta.opensAt, recorded: 0 }
  if (!isCheckpointDue({ ...before, recorded: 0 }, Infinity, clock.now())) return false
  return isCheckpointDue(before, sum((await box.counts(id)).recorded), clock.now())
}

/** False from `stage` means that somebody else staged it: the next look at the chain tells. */
async function stage(
  ports: Ports,
  round: Round,
  { kind, n, meta, last }: Step & { readonly kind: CheckpointKind },
): Promise<void> {
  const before = await readBefore(ports, round, { n, head: meta.head })
  const pools = poolsOf(round)
  const { boxed, counts, events, firstSeen } = await ports.chain.survey(round.id, pools)
  const checkpoint = makeCheckpoint({
    ...{ n, round: round.id, kind, before, pools, counts },
    receipts: boxed.map(({ receipt }) => receipt),
    leaves: boxed.map(({ leaf }) => leaf),
    ...(kind === 'final' ? await readSealed(ports, round) : {}),
    events: events.slice(last?.events ?? 0),
    logs: await readLogHeads(ports, round),
  })
  const places = boxed.map(({ pool, receipt }) => placeOf(pool, receipt))
  await ports.chain.stage(round.id, {
    ...{ n, kind, at: ports.clock.now(), recorded: sum(counts.recorded), events: events.length },
    text: printCheckpoint(checkpoint),
    places: places.filter((place) => !firstSeen.has(place)),
  })
}

/** Whoever keeps a checkpoint can see later that no entry of the desk's logs was taken out or changed. */
async function readLogHeads(
  ports: Ports,
  { id }: Round,
): Promise<Pick<Checkpoint, 'log' | 'councilLog'>> {
  const [own, council] = await Promise.all([
    findRecord(ports, LOG_HEAD, headId({ round: id })),
    findRecord(ports, LOG_HEAD, headId({})),
  ])
  return {
    ...(own === undefined ? {} : { log: own.value }),
    ...(council === undefined ? {} : { councilLog: council.value }),
  }
}

/** The checkpoint that the next one stands on. Throws where the board holds another than receipts name. */
async function readBefore(
  { publisher, hall }: Ports,
  round: Round,
  { n, head }: { readonly n: number; readonly head: string },
): Promise<string> {
  const commit = await publisher.head('board')
  const text = commit && (await publisher.read(commit, checkpointPath(round.id, n - 1, hall?.id)))
  if (text !== undefined && boardHead(round.id, n - 1, text) === head) return text
  throw new BoardDiffers(`checkpoint ${n - 1} on the board is not the one that receipts name`)
}

/**
 * What only the final checkpoint tells. The ballots of halls are among all others there, so that no list says
 * which of few came from where; the final checkpoint of a hall names none.
 */
async function readSealed(ports: Ports, round: Round) {
  if (ports.hall !== undefined) return {}
  const fates = await hallFates(ports, round)
  const taken = await hallBoxes(ports, round)
  const boxes = poolsOf(round).map((pool) => ports.box.ballots(round.id, pool))
  const inHalls = taken.flatMap(({ file }) => file.ballots)
  const records = [...(await Promise.all(boxes)).flat(), ...inHalls]
  return {
    commitments: records.map(({ record }) => parseRecord(record).commitment),
    halls: hallWords(fates, taken),
  }
}

async function publishStaged(ports: Ports, { id }: Round, n: number): Promise<void> {
  const text = (await ports.chain.text(id, n)) ?? ''
  const published = await publishFiles(ports, {
    branch: 'board',
    message: `Checkpoint ${n}: ${id}`,
    files: [{ path: checkpointPath(id, n, ports.hall?.id), text }],
  })
  if (published.outcome === 'differs')
    throw new BoardDiffers(`another checkpoint ${n} stands on the board`)
  await ports.chain.confirm(id, n, boardHead(id, n, text))
  ports.log.event('checkpoint-written', { round: id, n })
}

function sum(numbers: ReadonlyMap<string, number>): number {
  return [...numbers.values()].reduce((total, number) => total + number, 0)
}
