/**
 * The embedded store: everything that is kept, in one file.
 *
 * Talks to SQLite. Invariant: the folder of the file exists before it is opened.
 * Decided in docs/decisions/0002.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Store } from '../../service/ports.ts'
import { makeSqliteArchive } from './archive.ts'
import { makeSqliteBallotBox } from './ballot-box.ts'
import { makeSqliteChain } from './chain.ts'
import { openDatabase } from './database.ts'
import { makeSqliteDesk } from './desk.ts'
import { makeSqliteInbox } from './inbox.ts'
import { makeSqliteLimiter } from './limiter.ts'
import { makeSqlitePaper } from './paper.ts'
import { makeSqlitePictures } from './pictures.ts'

/** Opens the file, or makes it. */
export function openSqliteStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true })
  const database = openDatabase(file)
  return {
    archive: makeSqliteArchive(database),
    box: makeSqliteBallotBox(database),
    chain: makeSqliteChain(database),
    desk: makeSqliteDesk(database),
    inbox: makeSqliteInbox(database),
    limiter: makeSqliteLimiter(database),
    paper: makeSqlitePaper(database),
    pictures: makeSqlitePictures(database),
  }
}
