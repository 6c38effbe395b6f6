/**
 * The world of a random history, and what can happen in it: every command as plain data.
 *
 * Pure. Invariant: a command says all that is asked, so that a history which failed can be read, and run
 * again from what was printed.
 */

export const POOLS = ['north', 'south'] as const
export type PoolName = (typeof POOLS)[number]

/** When voting begins and ends, and what the end can be moved to. */
export const OPENS = Date.UTC(2027, 4, 3)
export const CLOSES = Date.UTC(2027, 4, 17)
export const LATER = CLOSES + 3_600_000

/** Between the end and the close: ballots on their way settle. */
export const GRACE = 120_000

/** Every instant at which something changes, and the one before it. */
export const INSTANTS = [
  OPENS - 1,
  OPENS,
  CLOSES - 1,
  CLOSES,
  CLOSES + GRACE - 1,
  CLOSES + GRACE,
  LATER - 1,
  LATER + GRACE - 1,
  LATER + GRACE,
] as const

export type Kind = 'live' | 'reserve'

/** Batches of codes: the last is never made ready, and no batch holds `xyz`. */
export const BATCHES = [
  { batch: 'nl', pool: 'north', kind: 'live', codes: ['ada', 'ben'] },
  { batch: 'nr', pool: 'north', kind: 'reserve', codes: ['rex'] },
  { batch: 'sl', pool: 'south', kind: 'live', codes: ['sue'] },
  { batch: 'sr', pool: 'south', kind: 'reserve', codes: ['tom'] },
  { batch: 'waiting', pool: 'north', kind: 'live', codes: ['dan'] },
] as const satisfies readonly Batch[]

export const CODES = ['ada', 'ben', 'rex', 'sue', 'tom', 'dan', 'xyz'] as const

export type Batch = {
  readonly batch: string
  readonly pool: PoolName
  readonly kind: Kind
  readonly codes: readonly string[]
}

/** What makes one ballot the same as another to the store. */
export type Vote = { readonly code: string; readonly nonce: string; readonly choices: string }

export type Cast = Vote & {
  readonly do: 'cast'
  readonly pool: PoolName
  readonly digest: string
  readonly schema: number
  readonly fingerprint: string
  readonly channel: 'online' | 'kiosk'
}

/** What a round is opened with here. The version is the one of the software, the rest is made up. */
export const PINNED = { digest: 'd1ce5', schema: 3, fingerprint: '0123456789abcdef' } as const

export type CheckpointWord = 'voting' | 'closing' | 'final'

export type Command =
  | Cast
  | (Batch & { readonly do: 'stage codes' })
  | (Omit<Batch, 'codes'> & { readonly do: 'activate codes'; readonly expected: number })
  | { readonly do: 'open'; readonly marks: number }
  | (Vote & { readonly do: 'ask whether recorded' })
  | { readonly do: 'reissue'; readonly lost: string; readonly reserve: string }
  | PaperCommand
  /** The second step of a seal, whatever the board says. */
  | { readonly do: 'seal as seen' }
  | { readonly do: 'extend'; readonly to: number }
  /** The second step of a close: by the end of voting that was seen in the first one. */
  | { readonly do: 'close as seen'; readonly closesAt: number }
  | { readonly do: 'clock'; readonly to: number }
  | { readonly do: 'lease' | 'give back the lease'; readonly holder: string }
  | { readonly do: 'stage a checkpoint'; readonly n: number; readonly kind: CheckpointWord }
  | { readonly do: 'confirm a checkpoint'; readonly n: number }
  | { readonly do: 'read a box'; readonly pool: PoolName }
  | { readonly do: 'pin the result'; readonly digest: string }
  | { readonly do: (typeof ROUND_COMMANDS)[number] }
  | { readonly do: 'survey' }
  | { readonly do: 'read the ledger' }

/** Piles of paper, and who types. */
export const PILES = ['hall', 'annex'] as const
export const TELLERS = ['tim', 'uma', 'val'] as const

type OfPile = { readonly pile: string }
type OfSheet = OfPile & { readonly sheet: number; readonly teller: string; readonly says: string }

export type PaperCommand =
  | (OfPile & { readonly do: 'begin a pile'; readonly pool: PoolName })
  | (OfPile & { readonly do: 'hold' | 'release'; readonly code: string })
  | (OfPile & { readonly do: 'release a pile'; readonly held: number })
  | (OfPile & { readonly do: 'separate'; readonly sheets: number })
  | (OfSheet & { readonly do: 'type a sheet' })
  | (OfSheet & { readonly do: 'settle a sheet' })
  | (OfPile & { readonly do: 'freeze'; readonly isStale: boolean })
  | (OfPile & {
      readonly do: 'box'
      readonly isStale: boolean
      readonly digest: string
      readonly nonces: readonly string[]
      readonly invalid: number
    })

/** Commands that a clerk gives, or the timetable. */
export const ROUND_COMMANDS = ['pause', 'resume', 'close', 'seal', 'publish', 'purge'] as const

/** A command of this name. */
export type Given<Name extends Command['do']> = Command extends infer Each
  ? Each extends { readonly do: infer Word }
    ? Name extends Word
      ? Each & { readonly do: Name }
      : never
    : never
  : never

/** Commands that only look. */
export type Reading = Given<'ask whether recorded' | 'read a box' | 'read the ledger' | 'survey'>

/** When a command is given, and the how-manieth of its history it is. */
export type Moment = { readonly now: number; readonly turn: number }
