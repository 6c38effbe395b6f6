/**
 * Ports of the desk: its records, and passkeys.
 *
 * Types only; src/adapters makes them real. Invariant: every new text names the version that it was made
 * on, and what is written together is written in one step. Decided in docs/decisions/0022.
 */
import type { NewPasskey, SignedChallenge } from '../domain/desk-passkey.ts'
import type { Passkey } from '../domain/desk-person.ts'
import type { Instant } from '../domain/time.ts'

export type StoredRecord = {
  readonly id: string
  /** 1 when it was first written, and one more with each change. */
  readonly version: number
  readonly text: string
}

export type DeskChange = { readonly kind: string; readonly id: string } & (
  | {
      /** The version that was read; 0 where there must be none. */
      readonly expected: number
      readonly text: string
      /** When it is gone by itself; without it the record stays. */
      readonly endsAt?: Instant | undefined
    }
  | {
      /** `any`: whatever was written to it meanwhile, it goes. */
      readonly expected: number | 'any'
      /** Takes the record out. */
      readonly text: undefined
    }
)

/** Small texts by kind and id. What is over at `now` is as if it were not there, and is swept by writes. */
export type DeskStore = {
  get(kind: string, id: string, now: Instant): Promise<StoredRecord | undefined>
  /** All of a kind, by id. */
  list(kind: string, now: Instant): Promise<readonly StoredRecord[]>
  /** All changes in one step, or none: then the first change whose version is not the one that stands there. */
  write(changes: readonly DeskChange[], now: Instant): Promise<DeskChange | undefined>
  /** Waits so many milliseconds, before the same is written once more. */
  giveWay(milliseconds: number): Promise<void>
}

/** WebAuthn, for one site: user verification is always asked for. */
export type Passkeys = {
  /** What a browser is to be given to make a passkey. */
  toMake(given: {
    readonly challenge: string
    readonly site: string
    readonly person: { readonly id: string; readonly name: string }
    /** Ids of passkeys that the person has already. */
    readonly known: readonly string[]
  }): Promise<object>
  /** What a browser is to be given to sign with a passkey; any of the site where none is named. */
  toSign(given: { readonly challenge: string; readonly known: readonly string[] }): Promise<object>
  /** The passkey, where it was made for this challenge, site and a verified user. */
  made(
    sent: NewPasskey,
  ): Promise<(Omit<Passkey, 'person' | 'since' | 'usedAt'> & { id: string }) | undefined>
  /** The passkey's new counter, where it signed this challenge for this site and a verified user. */
  signed(sent: SignedChallenge, passkey: Passkey): Promise<{ counter: number } | undefined>
}
