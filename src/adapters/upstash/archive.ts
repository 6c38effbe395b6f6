/**
 * What stays after voting, in Redis.
 *
 * Talks to Upstash Redis. Invariant: no mark's fate is told before the round was closed.
 * Decided in docs/decisions/0013.
 */
import { compareText } from '../../domain/encoding.ts'
import type { Pool, RoundId } from '../../domain/id.ts'
import { ledgerMark, type LedgerMark } from '../../domain/ledger.ts'
import type { Archive } from '../../service/ports-archive.ts'
import { isClosed, notClosed } from '../stored-ballots.ts'
import { readMark } from '../stored-mark.ts'
import { PURGE_SCRIPT } from './chain-scripts.ts'
import { YesSchema, type UpstashClient } from './client.ts'
import { roundKeys } from './keys.ts'
import { readMeta } from './meta.ts'
import { scanHash, scanSet } from './reading.ts'

/** Makes the port. */
export function makeUpstashArchive(client: UpstashClient): Archive {
  return {
    ledger: (round) => readLedger(client, round),
    purge: (round, pools) => purge(client, round, pools),
  }
}

async function readLedger(client: UpstashClient, round: RoundId): Promise<readonly LedgerMark[]> {
  if (!isClosed((await readMeta(client, round))?.state)) throw notClosed(round)
  const keys = roundKeys(round)
  const states = await scanHash(client, keys.mark)
  const reserve = new Set(await scanSet(client, keys.reserve))
  return [...states]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([k, state]) => {
      const mark = readMark(k, state, reserve.has(k) ? 'reserve' : 'live')
      return mark === undefined ? [] : [ledgerMark(mark, state)]
    })
}

/** Names of batches are read first, for a script has to be told every key. */
async function purge(
  client: UpstashClient,
  round: RoundId,
  pools: readonly Pool[],
): Promise<boolean> {
  const { meta, checkpoint, mark, serial, reserve, batch, lease, paper, picture, ...keys } =
    roundKeys(round)
  const batches = [...(await scanHash(client, batch)).keys()]
  const piles = [...(await scanHash(client, paper)).keys()]
  const gone = [
    ...[mark, serial, reserve, batch, lease, paper, picture],
    ...pools.map(keys.box),
    ...batches.map(keys.draft),
    ...piles.flatMap((pile) => [keys.held(pile), keys.sheet(pile)]),
  ]
  return client.run(YesSchema, PURGE_SCRIPT, { keys: [meta, checkpoint, ...gone], values: [] })
}
