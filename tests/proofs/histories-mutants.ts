/**
 * Scripts that must be found out: each script of the store with one of its checks taken away.
 *
 * Pure but for the client that it wraps. Invariant: the list of checks is read from the scripts as they are,
 * so that a check which is added is on the list the same day.
 */
import { CAST_SCRIPT } from '../../src/adapters/upstash/cast-script.ts'
import * as chainScripts from '../../src/adapters/upstash/chain-scripts.ts'
import type { UpstashClient } from '../../src/adapters/upstash/client.ts'
import * as paperScripts from '../../src/adapters/upstash/paper-scripts.ts'
import * as scripts from '../../src/adapters/upstash/scripts.ts'

export type Weakened = {
  /** Which check of which script is missing. */
  readonly name: string
  readonly real: string
  readonly script: string
}

/** A script of another part of the store, and lines about the size of a batch that no history is long enough for. */
const OUTSIDE = ['LIMIT_SCRIPT']
const TOO_LONG = /return '(?:too-many|full)'/

/** A check: one line that gives up where something does not hold. */
const CHECK = /^ *if .* then return .* end\b.*$/gm

/** Every check of every script, taken away one at a time. */
export function weakenedScripts(): readonly Weakened[] {
  const all = Object.entries({ CAST_SCRIPT, ...scripts, ...chainScripts, ...paperScripts })
  return all
    .filter(([name]) => !OUTSIDE.includes(name))
    .flatMap(([name, real]) => [...real.matchAll(CHECK)].map((check) => weaken(name, real, check)))
    .filter(({ name }) => !TOO_LONG.test(name))
}

function weaken(name: string, real: string, { 0: check, index }: RegExpExecArray): Weakened {
  const script = real.slice(0, index) + real.slice(index + check.length)
  return { name: `${name} without "${check.trim().replace(/ *--.*/, '')}"`, real, script }
}

/** A client that runs the weakened script in the place of the real one. */
export function withScript(client: UpstashClient, { real, script }: Weakened): UpstashClient {
  return {
    ...client,
    run: (schema, text, given) => client.run(schema, text === real ? script : text, given),
  }
}
