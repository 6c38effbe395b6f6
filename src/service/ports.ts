/**
 * Ports: everything that a use case needs of the outside world, and nothing else.
 *
 * Types only; src/adapters makes them real. Invariant: the one step of a vote that must not be split,
 * check and write, is a single call (BallotBox.cast). Decided in docs/decisions/0002.
 */
import type { BoxEvent } from '../domain/box-event.ts'
import type { BoxState, Transition } from '../domain/box-state.ts'
import type { CheckpointCounts } from '../domain/checkpoint.ts'
import type { Council } from '../domain/council.ts'
import type { Pool, RoundId } from '../domain/id.ts'
import type { LedgerWord } from '../domain/ledger.ts'
import type { Mark, MarkKind } from '../domain/mark.ts'
import type { Proposal } from '../domain/proposal.ts'
import type { Round } from '../domain/round.ts'
import type { Instant } from '../domain/time.ts'
import type { Archive } from './ports-archive.ts'
import type { ChainStore } from './ports-chain.ts'
import type { DeskStore, Passkeys } from './ports-desk.ts'
import type { PreparedHall } from './ports-hall.ts'
import type { Inbox } from './ports-inbox.ts'
import type { Keys } from './ports-keys.ts'
import type { Log } from './ports-log.ts'
import type { PaperStore } from './ports-paper.ts'
import type { StorePlan } from './ports-plan.ts'
import type { PictureStore } from './ports-pictures.ts'
import type { Publisher } from './ports-publisher.ts'

export type * from './ports-publisher.ts'

export type Ports = {
  readonly clock: Clock
  readonly random: Random
  readonly keys: Keys
  readonly content: ContentSource
  readonly box: BallotBox
  readonly chain: ChainStore
  readonly paper: PaperStore
  readonly archive: Archive
  readonly inbox: Inbox
  readonly pictures: PictureStore
  readonly limiter: Limiter
  readonly desk: DeskStore
  readonly passkeys: Passkeys
  /** What makes the first clerk; undefined where the council has set none. */
  readonly setupSecret: string | undefined
  /** The hall whose box this software keeps, apart from the council's; undefined everywhere else. */
  readonly hall?: PreparedHall | undefined
  readonly publisher: Publisher
  /** Undefined where nobody counts, or no key to look was set. */
  readonly storePlan: StorePlan | undefined
  readonly pages: Pages
  readonly log: Log
}

/** What one store keeps. */
export type Store = Pick<
  Ports,
  'archive' | 'box' | 'chain' | 'desk' | 'inbox' | 'limiter' | 'paper' | 'pictures'
>

/** Milliseconds since 1970, UTC. */
export type Clock = { now(): Instant }

/** Bytes from the platform's cryptographic generator. */
export type Random = { bytes(count: number): Uint8Array }

export type ContentSource = {
  council(): Promise<Council>
  /** A round with its proposals; undefined where there is none by this id. */
  round(id: string): Promise<RoundContent | undefined>
  roundIds(): Promise<readonly RoundId[]>
  /** A Markdown file from its YAML fields and its text. */
  print(fields: Readonly<Record<string, unknown>>, body: string): string
  /** The YAML fields of a Markdown file as they stand there, and its text. Throws where it cannot be read. */
  fields(
    path: string,
    text: string,
  ): { readonly fields: Readonly<Record<string, unknown>>; readonly body: string }
  /**
   * The file with these fields changed, undefined takes one out, and with another body where one is given. What is not
   * changed keeps its bytes and its comments. Throws where the file cannot be read.
   */
  edit(path: string, text: string, fields: Readonly<Record<string, unknown>>, body?: string): string
  /** A title as an id: small letters a-z, digits and dashes; empty where nothing of it is left. */
  slug(title: string): string
}

/** `digest` is the ballot digest of what this deploy would put to the vote. */
export type RoundContent = {
  readonly round: Round
  readonly proposals: readonly Proposal[]
  readonly digest: string
}

/** The built pages of the site, which functions fill where there is no script. */
export type Pages = {
  /** The council's own address, without a slash at its end: `https://budget.example.org`. */
  readonly siteUrl: string
  /** The HTML of a page by its address (`/en/problem/`); undefined where there is none. */
  read(address: string): Promise<string | undefined>
}

/** What the ballot box knows of a round, pinned when voting opens. */
export type BoxMeta = {
  readonly state: BoxState
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly digest: string
  readonly schema: number
  readonly fingerprint: string
  /** Head of the board's chain, `n:first 8 letters`. */
  readonly head: string
}

export type CastRequest = {
  readonly round: RoundId
  readonly pool: Pool
  /** `k`. */
  readonly mark: string
  readonly receipt: string
  readonly retry: string
  readonly use: string
  readonly record: string
  /** The digest that voter and deploy agree on; empty where they do not. */
  readonly digest: string
  readonly schema: number
  readonly fingerprint: string
  readonly channel: Channel
  readonly now: Instant
}

/** `kiosk` is for the desk alone to say: whoever casts from outside is `online`. */
export type Channel = 'online' | 'kiosk'

/** `recorded` is also the answer to a retry. `first-choices-stand`: this nonce has cast other choices. */
export type CastOutcome =
  | { readonly outcome: 'recorded'; readonly head: string }
  | {
      readonly outcome:
        | 'token-unknown'
        | 'token-revoked'
        | 'token-used'
        | 'first-choices-stand'
        | 'token-other-area'
        | 'reload'
        | 'voting-paused'
        | 'round-not-voting'
        | 'ballot-changed'
        | 'nonce-taken'
        | 'other-key'
    }

export type MarkBatch = {
  readonly round: RoundId
  readonly pool: Pool
  readonly kind: MarkKind
  readonly batch: string
  readonly marks: readonly { readonly mark: string; readonly serial: string }[]
}

/** Numbers of marks by pool and kind, and of ballots and invalid sheets by channel and pool. */
export type BoxCounts = CheckpointCounts

export type TransitionGiven = {
  /** What everyone can read about it on the board. */
  readonly event?: BoxEvent | undefined
  /** The end of voting that was read; nothing is changed where it has been moved since. */
  readonly closesAt?: Instant | undefined
}

/** The one ballot box of a council: marks, sealed ballots, counters. No record in it holds a time. */
export type BallotBox = {
  meta(round: RoundId): Promise<BoxMeta | undefined>
  /** Stages marks as drafts; refused (false) once the round left `draft`. May be called in parts. */
  draftMarks(batch: MarkBatch): Promise<boolean>
  /** Makes all `expected` drafts of a batch ready in one step; false where the number differs or the round left `draft`. */
  activateBatch(batch: Omit<MarkBatch, 'marks'>, expected: number): Promise<boolean>
  /** All marks that were made ready, in no meaningful order. */
  marks(round: RoundId): Promise<readonly Mark[]>
  /** Pins meta and opens, in one step; false where the round is not a draft or holds another number of marks. */
  open(round: RoundId, meta: Omit<BoxMeta, 'state'>, marks: number): Promise<boolean>
  /** The atomic step: check and write. */
  cast(request: CastRequest): Promise<CastOutcome>
  /** Whether this very ballot lies in the box: true for a retry of it, whatever the state. */
  hasRecorded(round: RoundId, mark: string, retry: string): Promise<boolean>
  /** Revokes a live mark by its serial and makes one reserve mark of the same pool live, in one step. */
  reissue(
    round: RoundId,
    serial: string,
    reserveSerial: string,
  ): Promise<'reissued' | 'not-live' | 'no-reserve'>
  /** The state of the code on a letter, by its serial; undefined where there is none that was made ready. */
  lookUp(round: RoundId, serial: string): Promise<LedgerWord | undefined>
  /** Moves the state and notes the event, in one step; false where it does not start here, or paper waits at the seal. */
  transition(
    round: RoundId,
    change: Exclude<Transition, 'open'>,
    given?: TransitionGiven,
  ): Promise<boolean>
  /** Moves the end of voting to a later instant; false where the round is not open or paused, or the end is not later. */
  extend(round: RoundId, closesAt: Instant, event?: BoxEvent): Promise<boolean>
  counts(round: RoundId): Promise<BoxCounts>
  /** Receipts and records of a box, sorted by receipt. Throws unless the round was closed. */
  ballots(
    round: RoundId,
    pool: Pool,
  ): Promise<readonly { readonly receipt: string; readonly record: string }[]>
  /** Stores the digest of the result once; answers the one that is stored. */
  pinResult(round: RoundId, snapshot: number, digest: string): Promise<string>
}

/** Counts attempts by a key in windows of time; it saves money, it is not a lock. */
export type Limiter = {
  /** Whether one more attempt is within `most` in `seconds`. True where the limiter itself fails. */
  allow(key: string, most: number, seconds: number, now: Instant): Promise<boolean>
}
