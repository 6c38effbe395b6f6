/**
 * Which answers and transitions there are: found by exploring the reference completely in four small scopes.
 *
 * Pure. Invariant: nothing in the list is typed in. What random histories reach must be this list: less is
 * a transition that was not tried, more is one that the scopes do not know.
 */
import {
  BATCHES,
  CLOSES,
  GRACE,
  LATER,
  OPENS,
  PINNED,
  POOLS,
  ROUND_COMMANDS,
  TELLERS,
  type Cast,
  type Command,
} from './histories-commands.ts'
import { EMPTY, obey, type Reference } from './histories-reference.ts'
import type { Obeyed } from './histories-run.ts'

/** What an obeyed command shows: its answer in this state of the round, and what it changed. */
export function factsOf({
  before,
  after,
  command,
  answer,
}: Omit<Obeyed, 'isLast'>): readonly string[] {
  const codes = Object.keys({ ...before.marks, ...after.marks })
  const word = (reference: Reference, code: string) => reference.marks[code]?.word ?? 'none'
  const marks = codes.flatMap((code) =>
    word(before, code) === word(after, code)
      ? []
      : [`code: ${word(before, code)} -> ${word(after, code)}`],
  )
  const round = before.state === after.state ? [] : [`round: ${before.state} -> ${after.state}`]
  return [`${before.state}: ${command.do}: ${wordOf(command, answer)}`, ...round, ...new Set(marks)]
}

/** A fact without the state that the round was in. */
export function answerOf(fact: string): string {
  const [first = '', ...answer] = fact.split(': ')
  return answer.length > 1 ? answer.join(': ') : `${first}: ${answer[0]}`
}

function wordOf(command: Command, answer: string): string {
  if (command.do === 'pin the result')
    return answer === command.digest ? 'pinned' : 'another stands'
  return answer.split(' ')[0] ?? ''
}

/** Everything that can be reached in any of the scopes. */
export function reachable(): ReadonlySet<string> {
  const facts = new Set<string>()
  for (const { prefix, commands } of SCOPES) explore(prefix, [...WAYS, ...commands], facts)
  return facts
}

type Scope = { readonly prefix: readonly Command[]; readonly commands: readonly Command[] }
type Place = { readonly reference: Reference; readonly now: number }

function explore(prefix: readonly Command[], commands: readonly Command[], facts: Set<string>) {
  const known = new Set<string>()
  const open: Place[] = []
  const add = (place: Place) => {
    const key = keyOf(place)
    if (known.has(key)) return
    known.add(key)
    open.push(place)
  }
  const go = ({ reference: before, now: then }: Place, command: Command): Place => {
    const now = command.do === 'clock' ? command.to : then
    const [after, answer] = obey(before, command, { now, turn: 0 })
    for (const fact of factsOf({ before, after, command, answer })) facts.add(fact)
    return { reference: after, now }
  }
  add(prefix.reduce(go, { reference: EMPTY, now: OPENS }))
  for (let place = open.pop(); place !== undefined; place = open.pop())
    for (const command of commands) add(go(place, command))
}

/** Events may come without end, and no answer but a survey depends on them. */
function keyOf({ reference, now }: Place): string {
  const chain = reference.chain && { ...reference.chain, at: 0, events: 0 }
  // Of a batch only what was read before and what is read now are told apart.
  const piles = Object.entries(reference.piles).map(([name, pile]) => [
    name,
    { ...pile, revision: 0 },
  ])
  return JSON.stringify([{ ...reference, events: [], chain, piles }, now])
}

const PLAIN_CAST: Cast = {
  ...{ do: 'cast', code: 'ada', nonce: 'n1', choices: 'bench', pool: 'north', channel: 'online' },
  ...PINNED,
}

const ISSUED: readonly Command[] = BATCHES.flatMap(({ codes, ...batch }): Command[] => {
  const staged = { do: 'stage codes', ...batch, codes } as const
  const ready = { do: 'activate codes', ...batch, expected: codes.length } as const
  return batch.batch === 'waiting' ? [staged] : [staged, ready]
})

/** The way of every round, from its opening to the purge. */
const WAYS: readonly Command[] = [
  { do: 'open', marks: 5 },
  { do: 'open', marks: 3 },
  { do: 'clock', to: OPENS },
  { do: 'clock', to: LATER + GRACE },
  { do: 'stage a checkpoint', n: 1, kind: 'closing' },
  { do: 'confirm a checkpoint', n: 1 },
  ...ROUND_COMMANDS.map((step) => ({ do: step })),
]

const [NORTH_LIVE, NORTH_RESERVE] = BATCHES

const CODES: readonly Command[] = [NORTH_LIVE, NORTH_RESERVE].flatMap(({ codes, ...batch }) => [
  { do: 'stage codes', ...batch, codes },
  { do: 'activate codes', ...batch, expected: codes.length },
  { do: 'activate codes', ...batch, expected: 9 },
])

const REISSUES: readonly Command[] = [
  { do: 'reissue', lost: 'ada', reserve: 'rex' },
  { do: 'reissue', lost: 'ada', reserve: 'tom' },
  { do: 'reissue', lost: 'xyz', reserve: 'rex' },
]

const [TIM, UMA, VAL] = TELLERS
const HALL = { pile: 'hall' } as const
const BOXING = { do: 'box', ...HALL, isStale: false, digest: PINNED.digest } as const

const STUBS: readonly Command[] = [
  { do: 'begin a pile', ...HALL, pool: 'north' },
  { do: 'hold', ...HALL, code: 'ada' },
  { do: 'hold', ...HALL, code: 'rex' },
  { do: 'hold', ...HALL, code: 'sue' },
  { do: 'release', ...HALL, code: 'ada' },
  { do: 'release a pile', ...HALL, held: 1 },
  { do: 'release a pile', ...HALL, held: 2 },
]

const SHEETS: readonly Command[] = [
  { do: 'separate', ...HALL, sheets: 1 },
  { do: 'separate', ...HALL, sheets: 2 },
  ...[TIM, UMA, VAL].map(
    (teller) => ({ do: 'type a sheet', ...HALL, sheet: 1, teller, says: 'bench' }) as const,
  ),
  { do: 'type a sheet', ...HALL, sheet: 2, teller: TIM, says: 'bench' },
  { do: 'freeze', ...HALL, isStale: false },
  { do: 'freeze', ...HALL, isStale: true },
  ...[TIM, VAL].map(
    (teller) => ({ do: 'settle a sheet', ...HALL, sheet: 1, teller, says: 'pool' }) as const,
  ),
  { do: 'settle a sheet', ...HALL, sheet: 2, teller: VAL, says: 'pool' },
  { ...BOXING, nonces: ['p1'], invalid: 0 },
  { ...BOXING, nonces: [], invalid: 1 },
  { ...BOXING, nonces: ['n1'], invalid: 0 },
  { ...BOXING, nonces: ['p1'], invalid: 1 },
  { ...BOXING, nonces: ['p1'], invalid: 0, isStale: true },
  { ...BOXING, nonces: ['p1'], invalid: 0, digest: 'stale' },
  { do: 'seal as seen' },
]

const CASTS: readonly Command[] = [
  PLAIN_CAST,
  { ...PLAIN_CAST, choices: 'pool' },
  { ...PLAIN_CAST, nonce: 'n2' },
  { ...PLAIN_CAST, code: 'rex' },
  { ...PLAIN_CAST, code: 'sue' },
  { ...PLAIN_CAST, code: 'ben' },
  { ...PLAIN_CAST, digest: 'stale' },
  { ...PLAIN_CAST, schema: 1 },
  { ...PLAIN_CAST, fingerprint: 'another' },
]

const SCOPES: readonly Scope[] = [
  { prefix: [], commands: [...CODES, ...REISSUES] },
  { prefix: ISSUED, commands: [...CASTS, ...REISSUES, ...STUBS] },
  {
    prefix: ISSUED,
    commands: [...STUBS, ...SHEETS, { ...PLAIN_CAST, code: 'ben' }],
  },
  {
    prefix: ISSUED,
    commands: [
      { do: 'lease', holder: 'writer' },
      { do: 'lease', holder: 'other' },
      { do: 'give back the lease', holder: 'writer' },
      { do: 'stage a checkpoint', n: 2, kind: 'final' },
      { do: 'stage a checkpoint', n: 1, kind: 'voting' },
      { do: 'confirm a checkpoint', n: 2 },
    ],
  },
  {
    prefix: ISSUED,
    commands: [
      PLAIN_CAST,
      { do: 'ask whether recorded', code: 'ada', nonce: 'n1', choices: 'bench' },
      { do: 'ask whether recorded', code: 'ben', nonce: 'n1', choices: 'bench' },
      { do: 'extend', to: LATER },
      { do: 'extend', to: CLOSES },
      { do: 'close as seen', closesAt: CLOSES },
      { do: 'close as seen', closesAt: LATER },
      { do: 'pin the result', digest: 'r1' },
      { do: 'pin the result', digest: 'r2' },
      { do: 'survey' },
      { do: 'read the ledger' },
      ...POOLS.map((pool) => ({ do: 'read a box', pool }) as const),
    ],
  },
]
