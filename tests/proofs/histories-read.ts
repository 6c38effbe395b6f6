/**
 * Commands of a random history that only look, on a real store.
 *
 * Talks to the store by its ports. Invariant: what is told is the whole of what the port told.
 */
import type { RoundId } from '../../src/domain/id.ts'
import type { Ports } from '../../src/service/ports.ts'
import type { Reading } from './histories-commands.ts'
import { retryOf, textOfLeaf, textOfRecord } from './histories-names.ts'
import { POOL_IDS, poolOf, printEvent } from './histories-side.ts'

/** Answers the command in the words of the reference. */
export async function read(ports: Ports, round: RoundId, command: Reading): Promise<string> {
  const { box, archive } = ports
  switch (command.do) {
    case 'ask whether recorded':
      return (await box.hasRecorded(round, command.code, retryOf(command))) ? 'yes' : 'no'
    case 'read a box':
      return whenClosed(async () =>
        (await box.ballots(round, poolOf(command.pool))).map(
          ({ receipt, record }) => `${receipt}=${textOfRecord(record)}`,
        ),
      )
    case 'read the ledger':
      return whenClosed(async () => (await archive.ledger(round)).map(printLedgerMark))
    case 'survey':
      return survey(ports, round)
  }
}

async function survey({ chain, box }: Ports, round: RoundId): Promise<string> {
  const { boxed, events, firstSeen } = await chain.survey(round, POOL_IDS)
  const inOrder = boxed.map(({ pool, receipt, leaf }) => `${pool}:${receipt}=${textOfLeaf(leaf)}`)
  const { issued, recorded, invalid, ...numbers } = await box.counts(round)
  const counts = [
    ...[...issued].map(([name, number]) => `issued:${name}=${number}`),
    ...[...recorded].map(([name, number]) => `recorded:${name}=${number}`),
    ...[...invalid].map(([name, number]) => `invalid:${name}=${number}`),
    ...Object.entries(numbers).flatMap(([name, number]) =>
      number > 0 ? [`${name}=${number}`] : [],
    ),
  ]
  const places = [...firstSeen].map(([place, n]) => `${place}@${n}`)
  return ['read', inOrder, counts.toSorted(), events.map(printEvent), places.toSorted()].join(' ')
}

function printLedgerMark(mark: {
  readonly k: string
  readonly word: string
  readonly pool: string
  readonly kind: string
}): string {
  return `${mark.k}=${[mark.word, mark.pool, mark.kind].join('/')}`
}

async function whenClosed(read: () => Promise<readonly string[]>): Promise<string> {
  try {
    return ['read', ...(await read())].join(' ')
  } catch (fault) {
    if (fault instanceof Error && /is not closed/.test(fault.message)) return 'not-closed'
    throw fault
  }
}
