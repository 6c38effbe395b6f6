/**
 * The reference of a random history: the vote as protocol.md tells it, and nothing else.
 *
 * Pure. Invariant: nothing here is imported from the adapters or the use cases; what the stores must answer
 * is decided by a second reading of the protocol, small enough to be held beside it.
 */
import {
  CLOSES,
  type CheckpointWord,
  type Command,
  type Kind,
  type Moment,
  type PaperCommand,
  type PoolName,
} from './histories-commands.ts'
import { castOn } from './histories-reference-cast.ts'
import { changeRound, closeAsSeen, extend, purge, sealAsSeen } from './histories-reference-clerk.ts'
import { activate, reissue, stageCodes } from './histories-reference-codes.ts'
import * as paper from './histories-reference-paper.ts'
import { confirm, giveBack, lease, stageCheckpoint } from './histories-reference-chain.ts'
import { readFrom } from './histories-reference-reading.ts'

export type RoundWord = 'draft' | 'open' | 'paused' | 'closed' | 'sealed' | 'published' | 'purged'

export type MarkWord = 'draft' | 'live' | 'reserve' | 'used' | 'revoked' | 'held'

export type ReferenceMark = {
  readonly word: MarkWord
  readonly pool: PoolName
  readonly kind: Kind
  /** Nonce and choices of the ballot that used it; of paper, when its batch was boxed. */
  readonly vote?: string
  /** The pile that a held mark waits with. */
  readonly pile?: string
}

/** A batch of paper; `sheets` are counted when it is separated. */
export type ReferencePile = {
  readonly pool: PoolName
  readonly state: 'collecting' | 'separated' | 'compared' | 'boxed'
  readonly sheets: number
  readonly revision: number
}

export type ReferenceBatch = {
  readonly pool: PoolName
  readonly kind: Kind
  readonly codes: readonly string[]
  readonly isReady: boolean
}

/** The newest checkpoint: when it was staged, and how much it tells. */
export type ReferenceChain = {
  readonly n: number
  readonly kind: CheckpointWord
  readonly at: number
  readonly recorded: number
  readonly events: number
  readonly isConfirmed: boolean
}

type Table<T> = Readonly<Record<string, T>>

export type Reference = {
  readonly state: RoundWord
  readonly closesAt: number
  readonly head: string
  readonly marks: Table<ReferenceMark>
  readonly batches: Table<ReferenceBatch>
  readonly piles: Table<ReferencePile>
  /** `<pile>/<sheet>:<seat>` -> who typed what. */
  readonly sheets: Table<string>
  /** `<pool>:<nonce>` -> record. */
  readonly box: Table<string>
  /** Counters by name. */
  readonly counts: Table<number>
  readonly events: readonly string[]
  readonly chain: ReferenceChain | undefined
  /** The text of each checkpoint by its number. */
  readonly texts: Table<string>
  /** `<pool>:<nonce>` -> the checkpoint that first held it. */
  readonly places: Table<number>
  readonly lease: { readonly holder: string; readonly endsAt: number } | undefined
  readonly result: string | undefined
}

export const EMPTY: Reference = {
  ...{ state: 'draft', closesAt: 0, head: '', events: [] },
  ...{ marks: {}, batches: {}, piles: {}, sheets: {}, box: {}, counts: {}, places: {}, texts: {} },
  ...{ chain: undefined, lease: undefined, result: undefined },
}

/** What is true after a command, and what is answered. */
export type Step = readonly [after: Reference, answer: string]

/** Obeys one command. */
export function obey(before: Reference, command: Command, moment: Moment): Step {
  switch (command.do) {
    case 'cast':
      return castOn(before, command, moment)
    case 'stage codes':
      return stageCodes(before, command)
    case 'activate codes':
      return activate(before, command)
    case 'open':
      return open(before, command.marks)
    case 'begin a pile':
    case 'hold':
    case 'release':
    case 'release a pile':
    case 'separate':
    case 'type a sheet':
    case 'settle a sheet':
    case 'freeze':
    case 'box':
      return obeyPaper(before, command, moment)
    case 'seal as seen':
      return sealAsSeen(before)
    case 'reissue':
      return reissue(before, command)
    case 'extend':
      return extend(before, command.to, moment)
    case 'close as seen':
      return closeAsSeen(before, command.closesAt)
    case 'lease':
      return lease(before, command.holder, moment)
    case 'give back the lease':
      return giveBack(before, command.holder)
    case 'stage a checkpoint':
      return stageCheckpoint(before, command, moment)
    case 'confirm a checkpoint':
      return confirm(before, command.n)
    case 'ask whether recorded':
    case 'read a box':
    case 'read the ledger':
    case 'survey':
      return [before, readFrom(before, command)]
    case 'pin the result':
      return pin(before, command.digest)
    case 'purge':
      return purge(before)
    case 'clock':
      return [before, 'set']
    default:
      return changeRound(before, command.do, moment)
  }
}

function obeyPaper(before: Reference, command: PaperCommand, moment: Moment): Step {
  switch (command.do) {
    case 'begin a pile':
      return paper.begin(before, command)
    case 'hold':
      return paper.hold(before, { ...command, do: command.do })
    case 'release':
      return paper.release(before, { ...command, do: command.do })
    case 'release a pile':
      return paper.releaseAll(before, command)
    case 'separate':
      return paper.separate(before, command)
    case 'type a sheet':
      return paper.type(before, command)
    case 'settle a sheet':
      return paper.settle(before, command)
    case 'freeze':
      return paper.freeze(before, command)
    case 'box':
      return paper.box(before, command, moment)
  }
}

/** COUNT: the digest of the result is stored once; a second one is answered with the first. */
function pin(before: Reference, digest: string): Step {
  const result = before.result ?? digest
  return [{ ...before, result }, result]
}

/** OPEN: once, and with as many codes as the opening record was made from. */
function open(before: Reference, marks: number): Step {
  const ready = Object.values(before.marks).filter(({ word }) => word !== 'draft').length
  if (before.state !== 'draft' || ready !== marks) return [before, 'no']
  return [{ ...before, state: 'open', closesAt: CLOSES, head: '0:opening' }, 'yes']
}
