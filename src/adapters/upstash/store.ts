/**
 * The production store: box, inbox, limiter and desk over one client.
 *
 * Talks to Upstash Redis. Invariant: all of them share the client's careful settings.
 * Decided in docs/decisions/0002.
 */
import type { Ports } from '../../service/ports.ts'
import { makeUpstashArchive } from './archive.ts'
import { makeUpstashBallotBox } from './ballot-box.ts'
import { makeUpstashClient, type UpstashOptions } from './client.ts'
import { makeUpstashChain } from './chain.ts'
import { makeUpstashDesk } from './desk.ts'
import { makeUpstashInbox } from './inbox.ts'
import { makeUpstashLimiter } from './limiter.ts'
import { makeUpstashPaper } from './paper.ts'

/** Makes the ports; nothing is sent before they are used. */
export function openUpstashStore(
  options: UpstashOptions,
): Pick<Ports, 'archive' | 'box' | 'chain' | 'desk' | 'inbox' | 'limiter' | 'paper'> {
  const client = makeUpstashClient(options)
  return {
    archive: makeUpstashArchive(client),
    box: makeUpstashBallotBox(client),
    chain: makeUpstashChain(client),
    desk: makeUpstashDesk(client),
    inbox: makeUpstashInbox(client),
    limiter: makeUpstashLimiter(client),
    paper: makeUpstashPaper(client),
  }
}
