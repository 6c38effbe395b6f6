/**
 * `npm run purge -- <round>`: takes codes, ballots and contacts of a past round out of the store.
 *
 * Talks to the store. Invariant: it can do no more than the schedule does by itself a day after the
 * complaint date. Decided in docs/decisions/0014.
 */
import { parseArgs } from 'node:util'
import { purgeRound } from '../service/purge-round.ts'
import { need, openPorts } from './clerk-command.ts'
import { runCommand } from './host/run-command.ts'
import { Refused } from './refused.ts'

const USAGE = 'Usage: npm run purge -- <round>'

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [round] = positionals
  if (round === undefined || positionals.length > 1) throw new Refused(USAGE)
  const contacts = need(await purgeRound(await openPorts(), round))
  console.log(
    `Purged: codes, ballots and ${contacts} contacts are no longer in the store. Delete its backups, and destroy the lists of letters.`,
  )
}, USAGE)
