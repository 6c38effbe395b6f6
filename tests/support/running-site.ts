/**
 * The whole product, running, for tests: the site that `npm run screenshots` looks at too.
 *
 * Talks to a temporary folder and this machine's network. Invariant: no test starts the whole product another
 * way; in a run the functions are bundled once, and each content is built once.
 */
import {
  startSite as startExample,
  type RunningSite,
  type SiteRequest,
} from '../../src/commands/example-site.ts'
import { sharedBuild, sharedBundle } from './shared.ts'

export { OPEN_ROUND, PAST_ROUND, openVoting } from '../../src/commands/example-site.ts'
export type { RunningSite }

/** Builds, bundles and starts it; with letters, voting in the newest round is open. */
export function startSite(request: SiteRequest): Promise<RunningSite> {
  return startExample({ ...request, functions: sharedBundle(), build: sharedBuild })
}
