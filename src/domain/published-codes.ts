/**
 * Published codes: what the lists of a final result say of a voting code, and of all of them together.
 *
 * Pure. Invariant: only whoever has a code can ask for it; a used key leads to its issued mark and never
 * to its code. Decided in docs/decisions/0013.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { parseRows } from './csv.ts'
import { fromHex, toBase64url, toHex } from './encoding.ts'
import { hash, sha256 } from './hash.ts'
import type { Pool } from './id.ts'
import { issuedRoot, type MarkKind } from './mark.ts'
import { useOf, type Token } from './token.ts'

/** A row of issued.csv; `k` in hex. */
export type IssuedCode = {
  readonly k: string
  readonly pool: string
  readonly kind: string
  readonly revoked: boolean
}

export type PublishedCodes = {
  readonly issued: readonly IssuedCode[]
  /** Every `u`, in hex. */
  readonly used: readonly string[]
  /** Kmark of the round. */
  readonly markKey: Uint8Array
}

/** What became of a code. `unknown`: it was never issued for this round. */
export type CodeState = 'unused' | 'used' | 'revoked' | 'unknown'

/** Reads issued.csv, used.txt and mark-key.txt. Throws where one of them is something else. */
export function readCodes(files: {
  readonly issued: string
  readonly used: string
  readonly markKey: string
}): PublishedCodes {
  const markKey = fromHex(files.markKey.trim())
  if (markKey.length !== 32) throw new RangeError('the key of the marks has 32 bytes')
  return {
    issued: readIssued(files.issued),
    used: files.used.split('\n').filter((line) => line !== ''),
    markKey,
  }
}

/** Reads issued.csv. */
export function readIssued(text: string): readonly IssuedCode[] {
  return parseRows(text)
    .slice(1)
    .map(([k = '', pool = '', kind = '', revoked]) => ({
      ...{ k, pool, kind, revoked: revoked === 'yes' },
    }))
}

/** The root over the issued codes, hex. Throws where a `k` is not in hex. */
export function rootOfIssued(round: string, issued: readonly IssuedCode[]): string {
  const marks = issued.map(({ k, pool, kind }) => ({
    k: toBase64url(fromHex(k)),
    // What the file says is hashed as it stands; a word that is none gives another root.
    ...{ pool: pool as Pool, kind: kind as MarkKind },
  }))
  return toHex(issuedRoot(round, marks))
}

/** What the lists say of one code. */
export function codeState(round: string, token: Token, codes: PublishedCodes): CodeState {
  const use = toHex(useOf(round, token))
  if (codes.used.includes(use)) return 'used'
  const k = issuedOfUse(round, use, codes.markKey)
  const issued = codes.issued.find((each) => each.k === k)
  if (issued === undefined) return 'unknown'
  return issued.revoked ? 'revoked' : 'unused'
}

/** `k`, in hex, of the code whose use has the key `u`. Throws where `u` is not in hex. */
export function issuedOfUse(round: string, u: string, markKey: Uint8Array): string {
  return toHex(hmac(sha256, markKey, hash('mark', round, fromHex(u))))
}
