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

await runCommand(async () => {
  const [subject, ...words] = process.argv.slice(2)
  const bench = await benchOf(subject)
  await bench(words)
}, USAGE)

/** Each is loaded only where it is asked for, so that neither is measured with the other in memory. */
async function benchOf(subject: string | undefined) {
  if (subject === 'count') return (await import('./bench-count.ts')).benchCount
  if (subject === 'cast') return (await import('./bench-cast.ts')).benchCast
  throw new Refused(USAGE)
}
