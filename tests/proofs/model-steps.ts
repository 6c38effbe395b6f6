/**
 * The steps of the model: everything that can happen next in a state.
 *
 * Pure. Invariant: whatever can happen is offered in every order; nothing is done on somebody's behalf.
 */
import { answerOf, checkCast, explain, retryOf, writeCast, type Mistake } from './model-cast.ts'
import { LATER_END, printBox, type Scene, type State, type Told } from './model-world.ts'

/** What is asked of the store in a step, for the replay on a real one. */
export type Asked =
  | { readonly do: 'cast'; readonly attempt: number; readonly now: number; readonly answer: string }
  | { readonly do: 'ask whether recorded'; readonly attempt: number; readonly answer: boolean }
  | { readonly do: 'pause' | 'resume' | 'close' | 'extend' | 'reissue' }

/** What is asked and what is answered, in words. */
export function wordsOf(asked: Asked): string {
  return 'answer' in asked ? `${asked.do}: ${asked.answer}` : asked.do
}

export type Step = { readonly name: string; readonly after: State; readonly asked?: Asked }

export type Model = {
  readonly scene: Scene
  /** Messages and functions under way at once. */
  readonly most: number
  /** The end of voting is never moved: a smaller model. */
  readonly isEndFixed?: boolean
  readonly mistake?: Mistake | undefined
}

export function stepsFrom(model: Model, state: State): readonly Step[] {
  return [
    ...clerkSteps(model, state),
    ...publisherSteps(model, state),
    ...sendings(model, state),
    ...[...new Set(state.underWay)].flatMap((each) => stepsOf(model, state, each)),
    ...crash(state),
  ]
}

function clerkSteps({ scene, isEndFixed }: Model, state: State): readonly Step[] {
  const { clock, end, round, marks } = state
  const isVoting = round === 'open' || round === 'paused'
  const steps: (Step | false)[] = [
    clock <= end && { name: 'time passes', after: { ...state, clock: clock + 1 } },
    round === 'open' && step('pause', { ...state, round: 'paused' }),
    round === 'paused' && step('resume', { ...state, round: 'open' }),
    isVoting && !isEndFixed && end < LATER_END && step('extend', { ...state, end: LATER_END }),
    isVoting && clock > end && step('close', { ...state, round: 'closed' }),
    scene.hasReserve &&
      isVoting &&
      marks[0] === 'live' &&
      step('reissue', { ...state, marks: ['revoked', 'live'] }),
  ]
  return steps.filter((each) => each !== false)
}

function step(name: 'pause' | 'resume' | 'close' | 'extend' | 'reissue', after: State): Step {
  return { name: `the clerk: ${name}`, after, asked: { do: name } }
}

function publisherSteps({ mistake }: Model, state: State): readonly Step[] {
  const { round, read, clock, end } = state
  const isEarly = mistake === 'reads the box before it is closed' && clock > end
  const mayRead = read === '' && (round === 'closed' || (isEarly && round === 'open'))
  if (mayRead) return [{ name: 'the publisher reads', after: { ...state, read: printBox(state) } }]
  if (read === '' || round !== 'closed') return []
  const after = { ...state, round: 'published', published: read, read: '' } as const
  return [{ name: 'the publisher publishes', after }]
}

function sendings({ scene, most, mistake }: Model, state: State): readonly Step[] {
  if (state.underWay.length >= most) return []
  return scene.attempts.flatMap(({ voter, changes, needsReissue }, number) => {
    const isHandedOut = !needsReissue || state.marks[0] === 'revoked'
    const isEarly = mistake === 'hands out a reserve letter before the reissue'
    if (!isHandedOut && !isEarly) return []
    if (changes !== undefined && state.told[changes] === 'unsent') return []
    const told = state.told[number] === 'unsent' ? state.told.with(number, 'nothing') : state.told
    const after = { ...state, told, underWay: [...state.underWay, `${number} sent`].toSorted() }
    return [{ name: `${voter} sends ballot ${number}`, after }]
  })
}

/** A function knows nothing that is not written here, so a crash takes all of them, and what was read. */
function crash(state: State): readonly Step[] {
  const left = state.underWay.filter((each) => / (sent|answer .*)$/.test(each))
  if (left.length === state.underWay.length && state.read === '') return []
  return [{ name: 'everything that runs crashes', after: { ...state, underWay: left, read: '' } }]
}

/** What can happen to one message or function. */
function stepsOf(model: Model, state: State, each: string): readonly Step[] {
  const [attempt = '', word, ...rest] = each.split(' ')
  const number = Number(attempt)
  const to = (where: string, from: State = state) => replace(from, each, `${number} ${where}`)
  const gone = replace(state, each)
  const lose = { name: `a message about ballot ${number} is lost`, after: gone }
  switch (word) {
    case 'sent': {
      const started = to(`asks ${state.clock}`)
      return [lose, { name: `the function begins with ballot ${number}`, after: started }]
    }
    case 'asks':
      return [evaluate(model, state, { number, now: Number(rest[0]), to })]
    case 'checked': {
      const after = to('answer recorded', writeCast(state, attemptOf(model, number), number))
      return [{ name: `ballot ${number} is written`, after }]
    }
    case 'late': {
      const isOpen = state.round === 'open' || state.round === 'paused'
      const after = to(`read ${isOpen ? 'open' : 'closed'} ${state.end}`)
      return [{ name: `the function reads the round for ballot ${number}`, after }]
    }
    case 'read': {
      const seen = { isOpen: rest[0] === 'open', end: Number(rest[1]) }
      const after = to(explain(seen, state.clock, model.mistake))
      return [{ name: `the function looks at its clock for ballot ${number}`, after }]
    }
    case 'look': {
      const { token, ...own } = attemptOf(model, number)
      const answer = state.marks[token] === `used ${retryOf({ token, ...own })}`
      const asked = { do: 'ask whether recorded', attempt: number, answer } as const
      const after = to(answer ? 'answer recorded' : 'answer no')
      return [{ name: `the function looks once more for ballot ${number}`, after, asked }]
    }
    default: {
      const after = { ...gone, told: tell(gone.told, number, rest[0] ?? '') }
      return [lose, { name: `the voter hears of ballot ${number}: ${rest[0]}`, after }]
    }
  }
}

type Cast = {
  readonly number: number
  readonly now: number
  readonly to: (where: string, from?: State) => State
}

/** The EVAL: check and write at once; where that mistake is made, the check alone. */
function evaluate(model: Model, state: State, { number, now, to }: Cast): Step {
  const { mistake } = model
  const attempt = attemptOf(model, number)
  const outcome = checkCast(state, attempt, { now, mistake })
  const name = `the store gets ballot ${number}: ${outcome ?? 'recorded'}`
  const asked = { do: 'cast', attempt: number, now, answer: outcome ?? 'recorded' } as const
  if (outcome !== undefined) return { name, asked, after: to(answerOf(outcome, mistake)) }
  if (mistake === 'checks and writes in two steps') return { name, asked, after: to('checked') }
  return { name, asked, after: to('answer recorded', writeCast(state, attempt, number)) }
}

function attemptOf({ scene }: Model, number: number) {
  const attempt = scene.attempts[number]
  if (attempt === undefined) throw new RangeError(`there is no ballot ${number}`)
  return attempt
}

/** One of those under way is somewhere else now, or nowhere. */
function replace(state: State, each: string, by?: string): State {
  const underWay = state.underWay.toSpliced(state.underWay.indexOf(each), 1)
  return { ...state, underWay: by === undefined ? underWay : [...underWay, by].toSorted() }
}

function tell(told: readonly Told[], number: number, word: string): readonly Told[] {
  const before = told[number]
  if (word === 'again' || before === word || before === 'both') return told
  const now = word === 'recorded' ? 'recorded' : 'no'
  return told.with(number, before === 'nothing' ? now : 'both')
}
