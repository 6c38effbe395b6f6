/**
 * The folder of the example: the council's content, the store's file and the key, all throw-away.
 *
 * Talks to the file system. Invariant: unless it is kept, nothing of the last start is left in it.
 * Decided in docs/decisions/0007.
 */
import { randomBytes } from 'node:crypto'
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../domain/time.ts'
import { copyExample } from './example-content.ts'

export type DataFolderRequest = {
  readonly directory: string
  /** The content to copy from. */
  readonly source: string
  /** Whether to go on with what is there from the last start. */
  readonly keep: boolean
  readonly now: Instant
  /** When the example's voting is to end; by its own dates, unless said. */
  readonly closesAt?: Instant | undefined
}

export type DataFolder = {
  readonly contentDir: string
  /** CHEST_KEY: 32 bytes as base64url. */
  readonly key: string
  /** SETUP_SECRET: makes the first clerk of the desk. */
  readonly setupSecret: string
  /** Whether it goes on from the last start. */
  readonly kept: boolean
}

/** Makes the folder, or goes on with it. Throws a ContentError where the content to copy is wrong. */
export async function openDataFolder(request: DataFolderRequest): Promise<DataFolder> {
  const { directory, source, keep, now, closesAt } = request
  const contentDir = join(directory, 'content')
  const keyFile = join(directory, 'key')
  const setupFile = join(directory, 'set-up')
  const kept = keep && (await exists(join(contentDir, '.git'))) && (await exists(keyFile))
  if (!kept) {
    await rm(directory, { recursive: true, force: true })
    await mkdir(directory, { recursive: true })
    await copyExample({ source, directory: contentDir, now, closesAt })
    await writeFile(keyFile, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  // A folder that was kept from an earlier version has none yet.
  if (!(await exists(setupFile)))
    await writeFile(setupFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const [key, setupSecret] = await Promise.all([
    readFile(keyFile, 'utf8'),
    readFile(setupFile, 'utf8'),
  ])
  return { contentDir, key: key.trim(), setupSecret: setupSecret.trim(), kept }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
