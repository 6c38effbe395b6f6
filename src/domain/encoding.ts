/**
 * Encodings: bytes as text (Crockford base 32, base64url, hex) and lists as length-prefixed bytes.
 *
 * Pure. Invariant: two different lists of byte strings never have the same length-prefixed bytes.
 * Decided in docs/decisions/0003.
 */
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'

/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud and typed from paper. */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const encoder = new TextEncoder()

export { compareText } from './compare-text.ts'
export { bytesToHex as toHex, concatBytes as concat, hexToBytes as fromHex }

/** Text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Base 32 of the first `bits` bits, most significant first; `bits` is a multiple of 5. */
export function toBase32(bytes: Uint8Array, bits: number): string {
  return toDigits(bytes, { width: 5, count: bits / 5, alphabet: BASE32 })
}

/** Base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  const count = Math.ceil((bytes.length * 8) / 6)
  return toDigits(bytes, { width: 6, count, alphabet: BASE64URL })
}

/** The bytes of base64url text without padding. Throws a RangeError on any other text. */
export function fromBase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let buffer = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    const digit = BASE64URL.indexOf(letter)
    if (digit < 0) throw new RangeError('not base64url text')
    buffer = ((buffer << 6) | digit) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (buffer >> bits) & 0xff
    }
  }
  return bytes
}

/** Base64, as addresses of data hold it. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** The bytes of base64 text. Throws on any other text. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

/** `lp` of the protocol: each part as a 4-byte big-endian length and its bytes. */
export function lengthPrefixed(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + mostBytes(part), 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const part of parts) {
    const length = put(part, bytes.subarray(at + 4))
    view.setUint32(at, length)
    at += 4 + length
  }
  return bytes.subarray(0, at)
}

/** A code unit of UTF-16 takes no more than three bytes of UTF-8. */
function mostBytes(part: Uint8Array | string): number {
  return typeof part === 'string' ? 3 * part.length : part.length
}

/** Writes text or bytes at the beginning of the target: the bytes written. */
function put(part: Uint8Array | string, target: Uint8Array): number {
  if (typeof part === 'string') return encoder.encodeInto(part, target).written
  target.set(part)
  return part.length
}

/** Whether two byte strings are the same. Not constant in time: for public values only. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** Orders byte strings as unsigned bytes, a prefix before what it begins. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

type Digits = {
  readonly width: 5 | 6
  readonly count: number
  readonly alphabet: string
}

/** A ballot is sealed, hashed and signed as such text: a list of digits in between would take most of the time. */
function toDigits(bytes: Uint8Array, { width, count, alphabet }: Digits): string {
  const mask = (1 << width) - 1
  let text = ''
  let left = count
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff
    bits += 8
    for (; bits >= width && left > 0; left--) {
      bits -= width
      text += alphabet.charAt((buffer >> bits) & mask)
    }
  }
  return left > 0 ? text + alphabet.charAt((buffer << (width - bits)) & mask) : text
}
