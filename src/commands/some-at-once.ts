/**
 * Work on many things, so many of them at a time.
 *
 * Pure. Invariant: each is begun once, in their order, as soon as one before it is done.
 * Decided in docs/decisions/0006.
 */

/** Ends when all are done. The first that throws ends it; what was begun goes on. */
export async function someAtOnce<Item>(
  items: Iterable<Item>,
  atOnce: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]()
  const work = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await act(next.value)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
