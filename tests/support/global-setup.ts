/**
 * Before all tests: Redis is found or installed, or the run stops with a sentence on how to get it.
 */
import { ensureRedis } from '../../src/commands/redis/redis-server.ts'

export default async function setup(): Promise<void> {
  await ensureRedis()
}
