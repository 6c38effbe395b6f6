/**
 * The stores under test: where one lies, and how any process opens it.
 *
 * Talks to a SQLite file, or to Redis through the bridge. Invariant: a target can be sent to another
 * process, which then works on the same data. Decided in docs/decisions/0002.
 */
import { makeSqliteArchive } from '../../src/adapters/sqlite/archive.ts'
import { makeSqliteBallotBox } from '../../src/adapters/sqlite/ballot-box.ts'
import { makeSqliteChain } from '../../src/adapters/sqlite/chain.ts'
import { openDatabase } from '../../src/adapters/sqlite/database.ts'
import { makeSqliteDesk } from '../../src/adapters/sqlite/desk.ts'
import { makeSqliteInbox } from '../../src/adapters/sqlite/inbox.ts'
import { makeSqliteLimiter } from '../../src/adapters/sqlite/limiter.ts'
import { makeSqlitePaper } from '../../src/adapters/sqlite/paper.ts'
import { makeSqlitePictures } from '../../src/adapters/sqlite/pictures.ts'
import { makeUpstashArchive } from '../../src/adapters/upstash/archive.ts'
import { makeUpstashBallotBox } from '../../src/adapters/upstash/ballot-box.ts'
import { makeUpstashChain } from '../../src/adapters/upstash/chain.ts'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import { makeUpstashDesk } from '../../src/adapters/upstash/desk.ts'
import { makeUpstashInbox } from '../../src/adapters/upstash/inbox.ts'
import { makeUpstashLimiter } from '../../src/adapters/upstash/limiter.ts'
import { makeUpstashPaper } from '../../src/adapters/upstash/paper.ts'
import { makeUpstashPictures } from '../../src/adapters/upstash/pictures.ts'
import type { RoundId } from '../../src/domain/id.ts'
import type { Store as StorePorts } from '../../src/service/ports.ts'

export type StoreTarget =
  | { readonly kind: 'sqlite'; readonly file: string; readonly timeoutMs?: number }
  | {
      readonly kind: 'upstash'
      readonly url: string
      readonly token: string
      readonly timeoutMs?: number
    }

export type Store = StorePorts & {
  close(): void
}

/** A store as a contract suite gets it: open, and with the way to open it once more elsewhere. */
export type OpenedStore = {
  readonly store: Store
  readonly target: StoreTarget
  /** Writes a mark's state past the ports, for states that only a later version will write. */
  setMark(round: RoundId, mark: string, state: string): Promise<void>
}

/** Opens a store that may be open elsewhere, too. */
export function openStore(target: StoreTarget): Store {
  if (target.kind === 'upstash') {
    const client = makeUpstashClient(target)
    return {
      archive: makeUpstashArchive(client),
      box: makeUpstashBallotBox(client),
      chain: makeUpstashChain(client),
      desk: makeUpstashDesk(client),
      inbox: makeUpstashInbox(client),
      limiter: makeUpstashLimiter(client),
      paper: makeUpstashPaper(client),
      pictures: makeUpstashPictures(client),
      close: () => undefined,
    }
  }
  const database = openDatabase(target.file, target.timeoutMs)
  return {
    archive: makeSqliteArchive(database),
    box: makeSqliteBallotBox(database),
    chain: makeSqliteChain(database),
    desk: makeSqliteDesk(database),
    inbox: makeSqliteInbox(database),
    limiter: makeSqliteLimiter(database),
    paper: makeSqlitePaper(database),
    pictures: makeSqlitePictures(database),
    close: () => database.close(),
  }
}
