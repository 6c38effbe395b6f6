/**
 * Stable ids: the same name for the same thing in calendars and feeds, however often the site is built.
 *
 * Pure. Invariant: made from the council and from ids that never change, in every language, and from no address, so
 * that a council that moves to another address does not announce all its news again.
 * Source: RFC 9562, version 8. Decided in docs/decisions/0017.
 */
import type { Council } from '../domain/council.ts'
import { toHex, utf8 } from '../domain/encoding.ts'
import { sha256 } from '../domain/hash.ts'

/** A UUID for what these parts name together. */
export function stableId(
  { country, name, originalName = name }: Council,
  ...parts: readonly string[]
): string {
  const bytes = sha256(utf8(JSON.stringify([country, originalName, ...parts]))).slice(0, 16)
  const marked = bytes.map((byte, at) =>
    at === 6 ? (byte & 0x0f) | 0x80 : at === 8 ? (byte & 0x3f) | 0x80 : byte,
  )
  return toHex(marked).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
