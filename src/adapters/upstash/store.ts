/**
 * The production store: everything that is kept, over one client.
 *
 * Talks to Upstash Redis. Invariant: all of them share the client's careful settings.
 * Decided in docs/decisions/0002.
 */
import type { Store } from '../../service/ports.ts'
import { makeUpstashArchive } from './archive.ts'
import { makeUpstashBallotBox } from './ballot-box.ts'
import { makeUpstashClient, type UpstashOptions } from './client.ts'
import { makeUpstashChain } from './chain.ts'
import { makeUpstashDesk } from './desk.ts'
import { makeUpstashInbox } from './inbox.ts'
import { makeUpstashLimiter } from './limiter.ts'
import { makeUpstashPaper } from './paper.ts'
import { makeUpstashPictures } from './pictures.ts'

/** Makes the ports; nothing is sent before they are used. */
export function openUpstashStore(options: UpstashOptions): Store {
  const client = makeUpstashClient(options)
  return {
    archive: makeUpstashArchive(client),
    box: makeUpstashBallotBox(client),
    chain: makeUpstashChain(client),
    desk: makeUpstashDesk(client),
    inbox: makeUpstashInbox(client),
    limiter: makeUpstashLimiter(client),
    paper: makeUpstashPaper(client),
    pictures: makeUpstashPictures(client),
  }
}
