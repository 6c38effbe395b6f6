/**
 * Whether the codes of ballot boxes are apart: nobody may have voted with one code in two boxes.
 *
 * Talks to the boxes and keys. Invariant: a code is known in another box only once it was used, for each box keeps
 * its codes under a key of its own. Decided in docs/decisions/0032.
 */
import type { RoundId } from '../domain/id.ts'
import { markOfUse, type LedgerMark } from '../domain/ledger.ts'
import type { SealedBox } from './ports-hall.ts'

type Ledger = { readonly keys: SealedBox['keys']; readonly marks: readonly LedgerMark[] }

/** How many used codes of any of the boxes were issued in another, too. */
export async function codesTwiceInAll(
  round: RoundId,
  boxes: readonly SealedBox[],
): Promise<number> {
  const found = boxes.map((box, at) => codesTwice(round, box, boxes.slice(at + 1)))
  return (await Promise.all(found)).reduce((sum, count) => sum + count, 0)
}

/** How many used codes of one of the boxes were issued in the other, too. */
export async function codesTwice(
  round: RoundId,
  box: SealedBox,
  others: readonly SealedBox[],
): Promise<number> {
  const own = await ledgerOf(round, box)
  const found = others.map(async (other) => {
    const theirs = await ledgerOf(round, other)
    return issuedIn(round, theirs, own) + issuedIn(round, own, theirs)
  })
  return (await Promise.all(found)).reduce((sum, count) => sum + count, 0)
}

async function ledgerOf(round: RoundId, { keys, archive }: SealedBox): Promise<Ledger> {
  return { keys, marks: await archive.ledger(round) }
}

/** How many of the used codes of a box are among those that another one issued. */
function issuedIn(round: RoundId, { keys, marks }: Ledger, used: Ledger): number {
  const known = new Set(marks.map(({ k }) => k))
  return used.marks.filter(
    ({ use }) => use !== undefined && known.has(keys.storedMark(round, markOfUse(round, use))),
  ).length
}
