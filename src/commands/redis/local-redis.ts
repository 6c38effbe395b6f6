/**
 * A Redis of one's own for a command: a real server behind the local REST bridge.
 *
 * Talks to this machine only. Invariant: nothing of it is left when it is stopped.
 * Decided in docs/decisions/0002.
 */
import { randomBytes } from 'node:crypto'
import { startRedis } from './redis-server.ts'
import { startBridge } from './upstash-bridge.ts'

export type LocalRedis = {
  readonly url: string
  readonly token: string
  stop(): Promise<void>
}

/** Starts both on free ports. */
export async function startLocalRedis(): Promise<LocalRedis> {
  const redis = await startRedis()
  const token = randomBytes(16).toString('base64url')
  const bridge = await startBridge({ redisPort: redis.port, token })
  return {
    url: bridge.url,
    token,
    async stop() {
      await bridge.stop()
      await redis.stop()
    },
  }
}
