/**
 * What Upstash counts of this month's commands, read with a key that may only read.
 *
 * Talks to the Upstash Developer API over https. Invariant: one request, within a time limit; where it does not
 * come back as expected nothing is known, and nothing of the answer or of the key is told.
 * Decided in docs/decisions/0033.
 */
import * as v from 'valibot'
import type { StorePlan } from '../../service/ports-plan.ts'

export type UpstashAccount = {
  /** `https://api.upstash.com`, without a path. */
  readonly apiUrl: string
  readonly email: string
  /** A Developer API key of the kind `Read Only`. */
  readonly apiKey: string
  readonly database: string
  readonly timeoutMs?: number
}

const StatsSchema = v.object({ total_monthly_requests: v.pipe(v.number(), v.minValue(0)) })

/** Reads the statistics of one database, whenever they are asked for. */
export function makeUpstashPlan(account: UpstashAccount): StorePlan {
  const { apiUrl, email, apiKey, database, timeoutMs = 5000 } = account
  const key = Buffer.from(`${email}:${apiKey}`).toString('base64')
  return {
    async commandsThisMonth() {
      try {
        const response = await fetch(`${apiUrl}/v2/redis/stats/${encodeURIComponent(database)}`, {
          headers: { authorization: `Basic ${key}`, accept: 'application/json' },
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        const stats = v.safeParse(StatsSchema, response.ok ? await response.json() : undefined)
        return stats.success ? stats.output.total_monthly_requests : undefined
      } catch {
        return undefined
      }
    },
  }
}
