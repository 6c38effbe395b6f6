/**
 * The pieces that random histories are made of: single commands, and a few that belong together.
 *
 * Pure. Invariant: every command of the world can come, in turn or out of turn.
 */
import fc from 'fast-check'
import {
  BATCHES,
  CLOSES,
  CODES,
  INSTANTS,
  LATER,
  PINNED,
  POOLS,
  ROUND_COMMANDS,
  TELLERS,
  type Cast,
  type Command,
  type PoolName,
} from './histories-commands.ts'

export type Some<T> = fc.Arbitrary<T>

// Most often the same, so that two voters meet.
const NONCES = ['n1', 'n1', 'n2', 'n3'] as const
const VOTERS = ['ada', 'ada', 'ben', 'ben', 'rex', ...CODES] as const
const CHOICES = ['bench', 'pool'] as const
const HOLDERS = ['writer', 'other'] as const
const KINDS = ['voting', 'closing', 'final'] as const

/** Mostly the one that belongs there. */
function mostly<T>(usual: T, ...others: readonly T[]): Some<T> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  )
}

const aVote = {
  code: fc.constantFrom(...VOTERS),
  nonce: fc.constantFrom(...NONCES),
  choices: fc.constantFrom(...CHOICES),
}

const aCast: Some<Cast> = fc.record({
  do: fc.constant('cast'),
  ...aVote,
  pool: fc.oneof({ weight: 3, arbitrary: fc.constant('north') }, fc.constantFrom(...POOLS)),
  digest: mostly<string>(PINNED.digest, 'stale', ''),
  schema: mostly<number>(PINNED.schema, 1),
  fingerprint: mostly<string>(PINNED.fingerprint, 'another'),
  channel: fc.constantFrom('online', 'kiosk'),
})

const aClock: Some<Command> = fc.record({
  do: fc.constant('clock'),
  to: fc.constantFrom(...INSTANTS),
})

const aBatch = fc.constantFrom(...BATCHES)

const registering: Some<Command> = fc.oneof(
  aBatch.map((batch) => ({ do: 'stage codes', ...batch }) as const),
  // In another batch, or of another kind: then the code or the batch is taken.
  fc
    .tuple(aBatch, aBatch)
    .map(([{ codes }, batch]) => ({ do: 'stage codes', ...batch, codes: [...codes] }) as const),
  fc.tuple(aBatch, fc.constantFrom(0, 0, 1)).map(([{ codes, ...batch }, more]) => {
    return { do: 'activate codes', ...batch, expected: codes.length + more } as const
  }),
  fc.tuple(aBatch, fc.constantFrom('live', 'reserve')).map(([{ codes, ...batch }, kind]) => {
    return { do: 'activate codes', ...batch, kind, expected: codes.length } as const
  }),
  fc.record({ do: fc.constant('open'), marks: fc.constantFrom(2, 3, 4, 5) }),
)

const chaining: Some<Command> = fc.oneof(
  fc.record({
    do: fc.constantFrom('lease', 'give back the lease'),
    holder: fc.constantFrom(...HOLDERS),
  }),
  fc.record({
    do: fc.constant('stage a checkpoint'),
    n: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom(...KINDS),
  }),
  fc.record({ do: fc.constant('confirm a checkpoint'), n: fc.integer({ min: 1, max: 4 }) }),
)

const clerking: Some<Command> = fc.oneof(
  fc.record({
    do: fc.constant('reissue'),
    lost: fc.constantFrom(...VOTERS),
    reserve: fc.constantFrom('rex', 'rex', 'tom', 'xyz', 'ben'),
  }),
  fc.record({ do: fc.constant('extend'), to: fc.constantFrom(CLOSES - 1, CLOSES, LATER) }),
  fc.record({
    do: fc.constant('close as seen'),
    closesAt: fc.constantFrom(LATER, LATER, LATER, CLOSES),
  }),
  fc.record({ do: fc.constantFrom(...ROUND_COMMANDS) }),
  fc.constantFrom<Command>(
    ...[{ do: 'survey' } as const, { do: 'read the ledger' } as const],
    ...[{ do: 'seal as seen' } as const],
  ),
)

const aPile = mostly<string>('hall', 'annex')
const aSheet = {
  pile: aPile,
  sheet: mostly<number>(1, 0, 2, 3),
  teller: fc.constantFrom(...TELLERS),
}
const says = fc.constantFrom('bench', 'bench', 'torn')

export const papering: Some<Command> = fc.oneof(
  fc.record({
    do: fc.constant('begin a pile'),
    pile: aPile,
    pool: mostly<PoolName>('north', 'south'),
  }),
  fc.record({
    do: fc.constantFrom('hold', 'hold', 'release'),
    pile: aPile,
    code: fc.constantFrom(...VOTERS),
  }),
  fc.record({ do: fc.constant('release a pile'), pile: aPile, held: fc.constantFrom(0, 1, 2) }),
  fc.record({ do: fc.constant('separate'), pile: aPile, sheets: fc.constantFrom(0, 1, 2) }),
  fc.record({ do: fc.constantFrom('type a sheet', 'settle a sheet'), ...aSheet, says }),
  fc.record({ do: fc.constant('freeze'), pile: aPile, isStale: mostly<boolean>(false, true) }),
  fc.record({
    ...{ do: fc.constant('box'), pile: aPile, isStale: mostly<boolean>(false, true) },
    digest: mostly<string>(PINNED.digest, 'stale'),
    nonces: fc.constantFrom([], ['p1'], ['n1'], ['p1', 'p2']),
    invalid: fc.constantFrom(0, 0, 1),
  }),
)

const reading: Some<Command> = fc.oneof(
  fc.record({ do: fc.constant('ask whether recorded'), ...aVote }),
  fc.record({ do: fc.constant('read a box'), pool: fc.constantFrom(...POOLS) }),
  fc.record({ do: fc.constant('pin the result'), digest: fc.constantFrom('r1', 'r2') }),
)

const any: Some<Command> = fc.oneof(
  { weight: 6, arbitrary: aCast },
  { weight: 2, arbitrary: aClock },
  { weight: 3, arbitrary: registering },
  { weight: 3, arbitrary: chaining },
  { weight: 4, arbitrary: clerking },
  { weight: 3, arbitrary: papering },
  { weight: 3, arbitrary: reading },
)

/** Some of the commands in their order; a shrinking history leaves out more. */
function someOf(...given: readonly Command[]): Some<Command[]> {
  return fc.subarray([...given], { minLength: 1 })
}

/** A ballot that is sent again, with other choices, and asked for: all of it or a part. */
const sending: Some<Command[]> = aCast.chain((cast) => {
  const { code, nonce, choices } = cast
  const changed = { ...cast, choices: choices === 'pool' ? 'bench' : 'pool' }
  return someOf(cast, cast, changed, { do: 'ask whether recorded', code, nonce, choices }, cast)
})

/** Two who ask for the same thing, one right after the other. */
const contending: Some<Command[]> = fc.oneof(
  someOf(...HOLDERS.map((holder) => ({ do: 'lease', holder }) as const)),
  someOf(...['r1', 'r2'].map((digest) => ({ do: 'pin the result', digest }) as const)),
)

/** One command of any kind, or a few that belong together. */
export const anything: Some<Command[]> = fc.oneof(
  { weight: 8, arbitrary: any.map((command) => [command]) },
  { weight: 1, arbitrary: sending },
  { weight: 1, arbitrary: contending },
)

const reissuing: Some<Command[]> = fc
  .constantFrom('ada', 'ben')
  .map((lost) => [{ do: 'reissue', lost, reserve: 'rex' }])

const PILE = { pile: 'hall' } as const

/** Stubs of the pile come in, one of them twice or not to stay. */
const holding: Some<Command[]> = fc
  .tuple(fc.constantFrom('ada', 'ben'), fc.constantFrom('hold', 'release'))
  .map(([code, again]) => [
    { do: 'begin a pile', ...PILE, pool: 'north' },
    { do: 'hold', ...PILE, code },
    { do: again, ...PILE, code },
    { do: 'hold', ...PILE, code: 'sue' },
    { do: 'hold', ...PILE, code },
  ])

/** What happens while voting goes on: above all ballots. */
export const voting: Some<Command[]> = fc.oneof(
  { weight: 3, arbitrary: sending },
  { weight: 3, arbitrary: anything },
  { weight: 1, arbitrary: reissuing },
  { weight: 1, arbitrary: holding },
)

/** The way of a pile after the close, whether one sheet lies in it or two. */
export const PILE_WAY: readonly Command[] = [
  { do: 'separate', ...PILE, sheets: 1 },
  { do: 'separate', ...PILE, sheets: 2 },
  { do: 'separate', ...PILE, sheets: 1 },
  ...[1, 2].flatMap((sheet) =>
    ['tim', 'uma', 'val'].map(
      (teller) => ({ do: 'type a sheet', ...PILE, sheet, teller, says: 'bench' }) as const,
    ),
  ),
  { do: 'freeze', ...PILE, isStale: true },
  { do: 'freeze', ...PILE, isStale: false },
  ...['tim', 'val'].map(
    (teller) => ({ do: 'settle a sheet', ...PILE, sheet: 1, teller, says: 'torn' }) as const,
  ),
  { do: 'settle a sheet', ...PILE, sheet: 3, teller: 'val', says: 'torn' },
]

/** Boxed as it should be, or tried with what it is not. */
export const boxing: Some<Command[]> = fc
  .tuple(fc.constantFrom(['p1'], [], ['n1'], ['p1', 'p2']), fc.constantFrom(0, 0, 1))
  .chain(([nonces, invalid]) => {
    const box = { do: 'box', ...PILE, isStale: false, digest: PINNED.digest } as const
    const right: Command = { ...box, nonces, invalid }
    const wrong = fc.constantFrom<Command>(
      { ...right, isStale: true },
      { ...right, digest: 'stale' },
      { ...right, invalid: invalid + 1 },
    )
    const otherwise: Command = { ...box, nonces: ['p3'], invalid: 1 - invalid }
    const taken = [0, 1].map((sheets): Command => ({ ...box, nonces: ['n1'], invalid: sheets }))
    return fc
      .tuple(wrong, fc.constantFrom([], taken))
      .map(([first, second]) => [first, ...second, right, otherwise, right])
  })
