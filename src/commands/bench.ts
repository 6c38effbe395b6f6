/**
 * `npm run bench -- count …` and `npm run bench -- cast …`: how fast this machine counts, and takes ballots.
 *
 * Talks to the terminal; each subject has a file of its own. Invariant: options belong to one subject, and
 * a word that it does not know is answered with how the command is used. Decided in docs/decisions/0006.
 */
import { runCommand } from './host/run-command.ts'
import { Refused } from './refused.ts'

const USAGE = `Usage: npm run bench -- count [file.pb …] [--rule NAME] [--runs N] [--json]
  or:  npm run bench -- cast [--casts N] [--json]`

// Each is loaded only where it is asked for, so that neither is measured with the other in memory.
await runCommand(async () => {
  const [subject, ...words] = process.argv.slice(2)
  if (subject === 'count') (await import('./bench-count.ts')).benchCount(words)
  else if (subject === 'cast') await (await import('./bench-cast.ts')).benchCast(words)
  else throw new Refused(USAGE)
}, USAGE)
