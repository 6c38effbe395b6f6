/**
 * Voters by program: every ballot is sent over HTTP to the real function, as a browser would.
 *
 * Talks to the host. Invariant: what is counted as recorded has a receipt.
 * Decided in docs/decisions/0006.
 */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { SentChoice } from '../domain/pabulib-election.ts'
import type { Letter } from '../domain/token-batch.ts'
import type { Receipt } from '../service/cast-ballot.ts'
import { someAtOnce } from './some-at-once.ts'

const AT_ONCE = 16

export type Cast = {
  readonly recorded: number
  readonly refused: ReadonlyMap<string, number>
  /** What one of the voters can show afterwards. */
  readonly receipt: Receipt | undefined
}

export type Voters = {
  /** The address of the round's ballots. */
  readonly url: string
  readonly ballotDigest: string
  readonly letters: readonly Letter[]
  /** The choices of each voter; there is a letter for each. */
  readonly ballots: readonly (readonly SentChoice[])[]
}

/** Casts every ballot once, sixteen at a time. Throws where an answer is neither receipt nor refusal. */
export async function castOverHttp({ url, ballotDigest, letters, ballots }: Voters): Promise<Cast> {
  const refused = new Map<string, number>()
  let recorded = 0
  let receipt: Receipt | undefined
  await someAtOnce(ballots.entries(), AT_ONCE, async ([index, choices]) => {
    const nonce = randomBytes(16).toString('base64url')
    const ballot = { token: letters[index]?.token, nonce, choices, ballotDigest }
    const answer = await castOne(url, ballot)
    if ('code' in answer) refused.set(answer.code, (refused.get(answer.code) ?? 0) + 1)
    else {
      receipt ??= answer
      recorded++
    }
  })
  return { recorded, refused, receipt }
}

const AnswerSchema = v.union([
  v.object({ receipt: v.string(), signature: v.string(), board: v.string() }),
  v.object({ code: v.string() }),
])

/** The receipt, or the code of the refusal. */
async function castOne(url: string, ballot: object): Promise<v.InferOutput<typeof AnswerSchema>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(ballot),
  })
  const answer = v.safeParse(AnswerSchema, await response.json())
  if (!answer.success || response.status >= 500)
    throw new Error(`a ballot was answered with status ${response.status}`)
  return answer.output
}
