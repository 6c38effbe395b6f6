/**
 * The turn queue: proposals by an upper bound of their value, highest first.
 *
 * Pure. Invariant: next() never has a lower bound than another in the queue. A binary heap, because a
 * bound is only ever lowered for the one that was taken out. Decided in docs/decisions/0006.
 */

export type TurnQueue = {
  /** The highest bound; -1 where the queue is empty. */
  highest(): number
  /** Takes out the proposal with the highest bound. */
  take(): number
  put(proposal: number, bound: number): void
  clear(): void
}

/** An empty queue for at most `size` proposals. */
export function makeTurnQueue(size: number): TurnQueue {
  const heap = new Int32Array(size)
  const bounds = new Float64Array(size)
  let length = 0

  return {
    highest: () => (length > 0 ? bounds[heap[0]!]! : -1),
    clear: () => (length = 0),
    put(proposal, bound) {
      bounds[proposal] = bound
      let at = length++
      for (let up = (at - 1) >> 1; at > 0 && bounds[heap[up]!]! < bound; up = (at - 1) >> 1) {
        heap[at] = heap[up]!
        at = up
      }
      heap[at] = proposal
    },
    take() {
      const top = heap[0]!
      const last = heap[--length]!
      let at = 0
      for (;;) {
        let down = 2 * at + 1
        if (down + 1 < length && bounds[heap[down + 1]!]! > bounds[heap[down]!]!) down++
        if (down >= length || bounds[heap[down]!]! <= bounds[last]!) break
        heap[at] = heap[down]!
        at = down
      }
      heap[at] = last
      return top
    },
  }
}
