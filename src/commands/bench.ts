/**
 * `npm run bench -- SUBJECT …`: how fast this machine counts and takes ballots, what a page costs its reader,
 * and what a build costs the council.
 *
 * Talks to the terminal; each subject has a file of its own. Invariant: options belong to one subject, and
 * a word that it does not know is answered with how the command is used. Decided in docs/decisions/0006.
 */
import { runCommand } from './host/run-command.ts'
import { Refused } from './refused.ts'

const USAGE = `Usage: npm run bench -- count [file.pb …] [--rule NAME] [--runs N] [--json]
  or:  npm run bench -- cast [--casts N] [--json]
  or:  npm run bench -- site [--language LANGUAGE] [--page NAME] [--json]
  or:  npm run bench -- build [--proposals N] [--pictures N] [--json]`

// Each is loaded only where it is asked for, so that none is measured with another in memory.
await runCommand(async () => {
  const [subject, ...words] = process.argv.slice(2)
  if (subject === 'count') (await import('./bench-count.ts')).benchCount(words)
  else if (subject === 'cast') await (await import('./bench-cast.ts')).benchCast(words)
  else if (subject === 'site') await (await import('./bench-site.ts')).benchSite(words)
  else if (subject === 'build') await (await import('./bench-build.ts')).benchBuild(words)
  else throw new Refused(USAGE)
}, USAGE)
