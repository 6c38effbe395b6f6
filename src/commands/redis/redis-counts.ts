/**
 * What Redis itself counts: commands, those inside scripts included, and bytes to and from its clients.
 *
 * Talks to Redis through the client. Invariant: reading the counts is not counted: its own command is left
 * out, and its own bytes are measured first and taken off. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import type { UpstashClient } from '../../adapters/upstash/client.ts'

export type RedisCounts = { readonly commands: number; readonly bytes: number }

export type RedisMeter = {
  /** What Redis did during this work, which must be all that it is asked meanwhile. */
  during(work: () => Promise<unknown>): Promise<RedisCounts>
}

/** Makes the meter. */
export async function makeRedisMeter(client: UpstashClient): Promise<RedisMeter> {
  const [one, other] = [await readCounts(client), await readCounts(client)]
  const reading = other.bytes - one.bytes
  return {
    async during(work) {
      const before = await readCounts(client)
      await work()
      const after = await readCounts(client)
      return {
        commands: after.commands - before.commands,
        bytes: after.bytes - before.bytes - reading,
      }
    },
  }
}

async function readCounts(client: UpstashClient): Promise<RedisCounts> {
  const report = await client.command(v.string(), ['INFO', 'all'])
  const calls = [...report.matchAll(/^cmdstat_(\S+?):calls=(\d+)/gm)]
  const others = calls.filter(([, name]) => name !== 'info')
  return {
    commands: others.reduce((sum, [, , times]) => sum + Number(times), 0),
    bytes: numberIn(report, 'total_net_input_bytes') + numberIn(report, 'total_net_output_bytes'),
  }
}

function numberIn(report: string, name: string): number {
  const [, digits] = new RegExp(`^${name}:(\\d+)`, 'm').exec(report) ?? []
  if (digits === undefined) throw new Error(`Redis does not tell ${name}`)
  return Number(digits)
}
