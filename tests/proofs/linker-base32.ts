/**
 * Crockford's base 32, written again for the linker.
 *
 * Pure. Invariant: it shares no code with what it reads.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The bytes of Crockford's letters. */
export function fromBase32(text: string): Uint8Array {
  const bits = [...text]
    .map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** The letters of bytes, the last one filled up with zeros. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => LETTERS.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}
