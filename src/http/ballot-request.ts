/**
 * Ballot requests: the body of POST /api/rounds/:round/ballots, as JSON or as a plain form.
 *
 * Pure. Invariant: both kinds become the same request, so nothing later knows which one it was.
 * Decided in docs/decisions/0003.
 */
import * as v from 'valibot'
import { choicesOfFields, type BallotField } from '../domain/ballot-fields.ts'
import { ChoicesSchema } from '../domain/choices.ts'
import { NonceSchema } from '../domain/receipt.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { TokenSchema } from '../domain/token.ts'
import { field, readBody, type Body, type FormFields } from './read.ts'

const BallotSchema = v.object({
  token: TokenSchema,
  area: v.optional(v.pipe(v.string(), v.maxLength(64))),
  nonce: v.optional(NonceSchema),
  choices: ChoicesSchema,
  ballotDigest: v.pipe(v.string(), v.maxLength(64)),
})

/** What is read of a request before its ballot, however faulty that is. */
const named = v.fallback(v.optional(v.string()), undefined)
const AboutSchema = v.object({ lang: named, area: named })

export type BallotBody = v.InferOutput<typeof BallotSchema>

/** What was asked: `change` leads back to the form, `review` to check-your-answers, `cast` casts. */
export type BallotStep = 'change' | 'review' | 'cast'

export type BallotRequest = {
  readonly step: BallotStep
  readonly kind: Body['kind']
  readonly language: string | undefined
  readonly area: string | undefined
  /** The fields of a form, to show them again. */
  readonly sent: FormFields
  readonly body: Result<BallotBody, Refusal>
}

/** A request that could not be read says nothing of itself. */
export const UNREAD = { language: undefined, area: undefined, sent: new Map() } as const

/** Reads a request. A body that cannot be read at all is an error here; a faulty ballot is one in `body`. */
export async function readBallotRequest(request: Request): Promise<Result<BallotRequest, Refusal>> {
  const read = await readBody(request)
  if (!read.ok) return read
  const sent: FormFields = read.value.kind === 'form' ? read.value.fields : new Map()
  const choices = choicesOfFields(ballotFields(sent))
  const fields = namedFields(read.value, choices.ok ? choices.value : [])
  const about = v.safeParse(AboutSchema, fields)
  return ok({
    step: stepOf(read.value),
    kind: read.value.kind,
    language: about.success ? about.output.lang : undefined,
    area: about.success ? about.output.area : undefined,
    sent,
    body: choices.ok ? parseBallot(fields, read.value.kind) : choices,
  })
}

/** The fields of a form, one by one. */
function ballotFields(sent: FormFields): readonly BallotField[] {
  return [...sent].flatMap(([name, values]) => values.map((value): BallotField => [name, value]))
}

function namedFields(body: Body, choices: readonly unknown[]): unknown {
  if (body.kind === 'json') return body.fields
  const { fields } = body
  return {
    token: field(fields, 'token') ?? '',
    area: field(fields, 'area'),
    nonce: field(fields, 'nonce'),
    choices,
    ballotDigest: field(fields, 'ballotDigest') ?? '',
    lang: field(fields, 'lang'),
  }
}

function stepOf(body: Body): BallotStep {
  if (body.kind === 'json') return 'cast'
  if (body.fields.has('change')) return 'change'
  return field(body.fields, 'nonce') === undefined ? 'review' : 'cast'
}

function parseBallot(fields: unknown, kind: Body['kind']): Result<BallotBody, Refusal> {
  const parsed = v.safeParse(BallotSchema, fields)
  if (!parsed.success) {
    const wrongToken = parsed.issues.every((issue) => v.getDotPath(issue) === 'token')
    return refuse(wrongToken ? 'token-unknown' : 'ballot-invalid')
  }
  if (kind === 'json' && parsed.output.nonce === undefined) return refuse('ballot-invalid')
  return ok(parsed.output)
}
