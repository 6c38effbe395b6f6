/**
 * Guesses that are watched, slowed down, or made while the limiter's store fails.
 *
 * Talks to the store of the round. Invariant: what is changed is one port, and the function is the real one.
 */
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import { makeRedisMeter } from '../../src/commands/redis/redis-counts.ts'
import type { Ports } from '../../src/service/ports.ts'
import { openStore } from '../support/open-store.ts'
import { guess, type GuessedRound } from './guessing-round.ts'

/** One guess from one and the same address, and what was asked of limiter and Redis for it. */
export async function watched({ ports, bridge }: GuessedRound, token: string) {
  const asked: string[] = []
  const limiter: Ports['limiter'] = {
    allow: (key, ...rest) => {
      asked.push(key)
      return ports.limiter.allow(key, ...rest)
    },
  }
  let answer: Awaited<ReturnType<typeof guess>> | undefined
  const send = async () => {
    answer = await guess({ ...ports, limiter }, { token, address: '192.0.2.9' })
  }
  const meter = bridge && (await makeRedisMeter(makeUpstashClient(bridge)))
  const commands = meter === undefined ? await send() : (await meter.during(send)).commands
  return { ...answer, asked, commands }
}

/** The box, two milliseconds slower where a code was revoked. */
export function slowlyRevoked({ box }: Ports): Ports['box']['cast'] {
  return async (request) => {
    const outcome = await box.cast(request)
    const until = performance.now() + 2
    while (outcome.outcome === 'token-revoked' && performance.now() < until);
    return outcome
  }
}

/** Redis: the commands of the limiter are lost, answered with an error, or over quota. SQLite: its file is shut. */
export function failingLimiter({ ports, bridge, target }: GuessedRound) {
  let failures = 0
  const store = openStore(target)
  if (bridge === undefined) store.close()
  const kinds = [
    'drop-before-apply',
    'drop-after-apply',
    { status: 500, body: '{"error":"ERR"}' },
    'null',
  ] as const
  const limiter: Ports['limiter'] = {
    async allow(...asked) {
      const kind = kinds[failures % kinds.length]
      failures += bridge === undefined ? 1 : 0
      const onFire = () => void (failures += 1)
      if (kind !== undefined) bridge?.faults.next({ kind, onFire })
      return store.limiter.allow(...asked)
    },
  }
  const stop = () => (bridge === undefined ? undefined : store.close())
  return { ports: { ...ports, limiter }, stop, fired: () => failures }
}
