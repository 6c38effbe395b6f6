/**
 * The turn queue: proposals by an upper bound of their value, highest first.
 *
 * Pure. Invariant: take() never has a lower bound than another in the queue; of equal bounds it is the
 * one that comes first in the order of ties. A binary heap, because a bound is only ever lowered for the
 * one that was taken out. Decided in docs/decisions/0006.
 */

export type TurnQueue = {
  /** The highest bound; -1 where the queue is empty. */
  highest(): number
  /** The proposal with the highest bound. */
  first(): number
  /** Takes it out. */
  take(): number
  put(proposal: number, bound: number): void
  clear(): void
}

/** An empty queue for proposals with these places in the order of ties. */
export function makeTurnQueue(places: Int32Array): TurnQueue {
  const heap = new Int32Array(places.length)
  const bounds = new Float64Array(places.length)
  let length = 0

  const isBefore = (a: number, b: number) =>
    bounds[a]! > bounds[b]! || (bounds[a] === bounds[b] && places[a]! < places[b]!)

  return {
    highest: () => (length > 0 ? bounds[heap[0]!]! : -1),
    first: () => heap[0]!,
    clear: () => (length = 0),
    put(proposal, bound) {
      bounds[proposal] = bound
      let at = length++
      for (let up = (at - 1) >> 1; at > 0 && isBefore(proposal, heap[up]!); up = (at - 1) >> 1) {
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
        if (down + 1 < length && isBefore(heap[down + 1]!, heap[down]!)) down++
        if (down >= length || !isBefore(heap[down]!, last)) break
        heap[at] = heap[down]!
        at = down
      }
      heap[at] = last
      return top
    },
  }
}
