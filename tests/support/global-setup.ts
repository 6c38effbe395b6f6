/**
 * Before all tests: Redis is found or installed, or the run stops with a sentence on how to get it; and the
 * run gets a folder for what its test files share. Afterwards the folder goes.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureRedis } from '../../src/commands/redis/redis-server.ts'
import { SHARED_DIR } from './shared.ts'

export default async function setup(): Promise<() => Promise<void>> {
  await ensureRedis()
  const directory = await mkdtemp(join(tmpdir(), 'test-shared-'))
  process.env[SHARED_DIR] = directory
  // Outside the project, so that no function finds a package that is not in its bundle.
  process.env['BUNDLES_DIR'] = join(directory, 'bundles')
  return () => rm(directory, { recursive: true, force: true })
}
