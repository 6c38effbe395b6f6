/**
 * Byte index: which of the known pieces of text a stretch of bytes is, without decoding it.
 *
 * Pure. Invariant: two stretches have one number if and only if their bytes are the same.
 * An open hash table. Decided in docs/decisions/0006.
 */

export type ByteIndex = {
  /** The number of the bytes from start to end, or -1. */
  find(bytes: Uint8Array, start: number, end: number): number
  /** Gives the bytes the next number; -1 where they have one already. The array is kept, and must stay as it is. */
  add(bytes: Uint8Array, start: number, end: number): number
}

/** An empty index for at most `most` entries. */
export function makeByteIndex(most: number): ByteIndex {
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, most) * 2))
  const slots = new Int32Array(size).fill(-1)
  const starts = new Int32Array(most)
  const lengths = new Int32Array(most)
  const sources: Uint8Array[] = []
  let count = 0

  const slotOf = (bytes: Uint8Array, start: number, end: number): number => {
    let hash = end - start
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    for (; slots[slot]! >= 0; slot = (slot + 1) & (size - 1)) {
      const index = slots[slot]!
      if (lengths[index] !== end - start) continue
      const source = sources[index]!
      let same = 0
      while (same < end - start && source[starts[index]! + same] === bytes[start + same]) same++
      if (same === end - start) break
    }
    return slot
  }

  return {
    find: (bytes, start, end) => slots[slotOf(bytes, start, end)]!,
    add(bytes, start, end) {
      const slot = slotOf(bytes, start, end)
      if (slots[slot]! >= 0) return -1
      sources.push(bytes)
      starts[count] = start
      lengths[count] = end - start
      slots[slot] = count
      return count++
    },
  }
}
