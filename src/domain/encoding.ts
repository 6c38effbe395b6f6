/**
 * Encodings: bytes as text (Crockford base 32, base64url, hex) and lists as length-prefixed bytes.
 *
 * Pure. Invariant: two different lists of byte strings never have the same length-prefixed bytes.
 * Decided in docs/decisions/0003.
 */
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud and typed from paper. */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export { bytesToHex as toHex, concatBytes as concat, hexToBytes as fromHex, utf8ToBytes as utf8 }

/** Base 32 of the first `bits` bits, most significant first; `bits` is a multiple of 5. */
export function toBase32(bytes: Uint8Array, bits: number): string {
  return toDigits(bytes, 5, bits / 5)
    .map((digit) => BASE32.charAt(digit))
    .join('')
}

/** Base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  return toDigits(bytes, 6, Math.ceil((bytes.length * 8) / 6))
    .map((digit) => BASE64URL.charAt(digit))
    .join('')
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

/** `lp` of the protocol: each part as a 4-byte big-endian length and its bytes. */
export function lengthPrefixed(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  return concatBytes(
    ...parts.flatMap((part) => {
      const bytes = typeof part === 'string' ? utf8ToBytes(part) : part
      const length = new Uint8Array(4)
      new DataView(length.buffer).setUint32(0, bytes.length)
      return [length, bytes]
    }),
  )
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

/** Orders text by code units, the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function toDigits(bytes: Uint8Array, width: 5 | 6, count: number): number[] {
  const digits: number[] = []
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff
    bits += 8
    while (bits >= width && digits.length < count) {
      bits -= width
      digits.push((buffer >> bits) & ((1 << width) - 1))
    }
  }
  if (digits.length < count) digits.push((buffer << (width - bits)) & ((1 << width) - 1))
  return digits
}
