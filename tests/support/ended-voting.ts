/**
 * The end of voting at a running site, for tests that nobody waits for.
 *
 * Talks to the store of the site. Invariant: every ballot went through the real cast; only the time of the end is
 * moved, in the store.
 */
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { ids } from './builders.ts'
import { valueOf } from './paper-ballots.ts'
import { OPEN_ROUND, type RunningSite } from './running-site.ts'

/** The database of a site that runs. */
export function databaseOf({ contentDir }: RunningSite): DatabaseSync {
  return new DatabaseSync(join(dirname(contentDir), 'chest.sqlite'))
}

/** Casts ballots, each of proposals with a space between them, with the site's letters in their order from one on. */
export async function castAll(
  site: RunningSite,
  ballots: readonly string[],
  from = 0,
): Promise<void> {
  const { digest = '' } = (await site.ports.content.round(OPEN_ROUND)) ?? {}
  for (const [at, words] of ballots.entries())
    valueOf(
      await castBallot(site.ports, {
        ...{ roundId: OPEN_ROUND, token: site.letters[from + at]!.token, channel: 'online' },
        choices: ids(...words.split(' ')),
        nonce: Uint8Array.from(randomBytes(16)),
        ballotDigest: digest,
      }),
    )
}

/** Voting is over since a few minutes, and closed. */
export async function endVoting(site: RunningSite): Promise<void> {
  const database = databaseOf(site)
  database.prepare('UPDATE meta SET closesAt = ?').run(Date.now() - 300_000)
  database.close()
  valueOf(await changeRound(site.ports, OPEN_ROUND, 'close'))
}
