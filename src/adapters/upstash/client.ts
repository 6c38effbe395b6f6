/**
 * The Redis client: one command, sent once, with an answer of the expected form or a fault.
 *
 * Talks to Upstash Redis over https. Invariant: no command is ever sent twice on its own, and no fault
 * carries the text of a command or of an answer, which hold marks and ballots.
 * Decided in docs/decisions/0002.
 */
import { Redis } from '@upstash/redis'
import * as v from 'valibot'
import { NotConfigured, StoreUnavailable } from '../../domain/fault.ts'

export type UpstashOptions = {
  readonly url: string
  readonly token: string
  /** Milliseconds until an answer is given up; what was asked may still happen after that. */
  readonly timeoutMs?: number
}

export type UpstashClient = {
  /** Sends a command and reads its answer by the schema. Throws StoreUnavailable. */
  command<Answer>(schema: Schema<Answer>, command: Command): Promise<Answer>
  /** Runs a script in one atomic step. Throws StoreUnavailable. */
  run<Answer>(schema: Schema<Answer>, script: string, given: Given): Promise<Answer>
}

/** What a script works on: the keys it touches, all of them, and its arguments. */
export type Given = {
  readonly keys: readonly string[]
  readonly values: readonly (string | number)[]
}

/** A script's 1 or 0. */
export const YesSchema = v.pipe(
  v.picklist([0, 1]),
  v.transform((answer) => answer === 1),
)

type Schema<Answer> = v.GenericSchema<unknown, Answer>
type Command = readonly [name: string, ...rest: (string | number)[]]

/** Makes the client. Throws NotConfigured where the address is none. */
export function makeUpstashClient(options: UpstashOptions): UpstashClient {
  const redis = connect(options)
  return {
    command: (schema, command) => ask(redis, schema, command),
    run: (schema, script, { keys, values }) =>
      ask(redis, schema, ['EVAL', script, keys.length, ...keys, ...values]),
  }
}

/**
 * Everything that the client does of its own accord is off. It would repeat a command whose answer was
 * lost, turn a timeout into a null, text into numbers, and join commands that were sent together.
 */
function connect({ url, token, timeoutMs = 5000 }: UpstashOptions): Redis {
  try {
    return new Redis({
      url,
      token,
      retry: { retries: 0 },
      automaticDeserialization: false,
      enableAutoPipelining: false,
      enableTelemetry: false,
      signal: () => AbortSignal.timeout(timeoutMs),
    })
  } catch {
    throw new NotConfigured('UPSTASH_REDIS_REST_URL is not an address')
  }
}

async function ask<Answer>(
  redis: Redis,
  schema: Schema<Answer>,
  [name, ...rest]: Command,
): Promise<Answer> {
  const answer = await redis.exec<unknown>([name, ...rest]).catch((fault: unknown) => {
    throw new StoreUnavailable('the store does not answer, or not in time', {
      cause: blurred(fault),
    })
  })
  const read = v.safeParse(schema, answer)
  if (read.success) return read.output
  throw new StoreUnavailable('the store gave an answer of another form')
}

/**
 * The fault without its text: UpstashError's ends with the whole command, a parse error's is the answer.
 * What is left tells an operator apart: no connection, no time, no right, or the month's limit reached.
 */
function blurred(fault: unknown): Error {
  if (!(fault instanceof Error)) return new Error('unknown')
  const [redisCode] = /^[A-Z]{3,}\b/.exec(fault.message) ?? []
  const limit = /limit exceeded/.test(fault.message) ? 'limit exceeded' : undefined
  const words = [fault.name, redisCode, limit, networkCode(fault.cause)]
  return new Error(words.filter((word) => word !== undefined).join(' '))
}

function networkCode(cause: unknown): string | undefined {
  const read = v.safeParse(v.object({ code: v.pipe(v.string(), v.regex(/^[A-Z_]+$/)) }), cause)
  return read.success ? read.output.code : undefined
}
