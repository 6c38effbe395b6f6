/**
 * Ties the model to the code: random ways through the model, with every step that asks the store made on a
 * real one.
 *
 * Talks to the store that it is given. Invariant: the store must give the model's answer at every step, and
 * after every step the box must hold what the model's box holds.
 */
import type { RoundId } from '../../src/domain/id.ts'
import type { Store } from '../support/open-store.ts'
import { aBatch, aMeta, aRoundId, issue } from '../support/box-data.ts'
import type { Random } from './faults-random.ts'
import { recordFrom, textOfLeaf } from './histories-names.ts'
import { retryOf } from './model-cast.ts'
import { stepsFrom, wordsOf, type Asked, type Model, type Step } from './model-steps.ts'
import { beginning, FIRST_END, LATER_END, OPENING, type Scene, type State } from './model-world.ts'

export type Replayed = {
  /** Steps that asked the store, in words. */
  readonly asked: readonly string[]
  /** Where the store and the model differ; empty where they do not. */
  readonly differences: readonly string[]
}

const CODES = ['token-0', 'token-1'] as const

/** Goes a way through the model, and asks the store on the way. */
export async function replay(
  store: Omit<Store, 'close'>,
  scene: Scene,
  way: readonly Step[],
): Promise<Replayed> {
  const round = await prepare(store, scene)
  const asked: string[] = []
  for (const [at, step] of way.entries()) {
    if (step.asked === undefined) continue
    const words = wordsOf(step.asked)
    asked.push(words)
    const given = await ask(store, round, { scene, asked: step.asked })
    const there = await boxIn(store, round)
    const wrong = [
      ...(given === words ? [] : [`but: ${given}`]),
      ...(there === boxOf(step.after) ? [] : [`but in the box: ${there}`]),
    ]
    if (wrong.length > 0)
      return { asked, differences: [...way.slice(0, at + 1).map(({ name }) => name), ...wrong] }
  }
  return { asked, differences: [] }
}

/** A random way of so many steps. */
export function randomWay(model: Model, random: Random, steps: number): readonly Step[] {
  const way: Step[] = []
  let state = beginning(model.scene)
  while (way.length < steps) {
    const step = choose(random, stepsFrom(model, state))
    way.push(step)
    state = step.after
  }
  return way
}

/** Losses and crashes half as often: a way that is all mishaps asks the store little. */
function choose(random: Random, steps: readonly Step[]): Step {
  const first = random.pick(steps)
  return / (is lost|crashes)$/.test(first.name) ? random.pick(steps) : first
}

/** The instants of the model are the store's: small numbers, in milliseconds. */
async function prepare({ box }: Omit<Store, 'close'>, { hasReserve }: Scene): Promise<RoundId> {
  const round = aRoundId()
  const [first, second] = CODES
  await issue(box, round, { codes: hasReserve ? [first] : [first, second] })
  if (hasReserve) await issue(box, round, { codes: [second], kind: 'reserve' })
  const opened = await box.open(round, aMeta({ opensAt: OPENING, closesAt: FIRST_END }), 2)
  if (!opened) throw new Error('the box did not open for a replay')
  return round
}

/** Asks the store, and answers in the words of the model. */
async function ask(
  { box }: Omit<Store, 'close'>,
  round: RoundId,
  { scene, asked }: { readonly scene: Scene; readonly asked: Asked },
): Promise<string> {
  switch (asked.do) {
    case 'cast': {
      const { outcome } = await box.cast(requestOf(round, scene, asked))
      return `cast: ${outcome}`
    }
    case 'ask whether recorded': {
      const { mark, retry } = requestOf(round, scene, { ...asked, now: 0 })
      return `${asked.do}: ${await box.hasRecorded(round, mark, retry)}`
    }
    case 'extend':
      return done(asked.do, await box.extend(round, LATER_END))
    case 'reissue': {
      const [lost, reserve] = aBatch(round, CODES).marks.map(({ serial }) => serial)
      return done(asked.do, (await box.reissue(round, lost ?? '', reserve ?? '')) === 'reissued')
    }
    default:
      return done(asked.do, await box.transition(round, asked.do))
  }
}

function done(name: string, isDone: boolean): string {
  return isDone ? name : `${name}: refused`
}

function requestOf(
  round: RoundId,
  { attempts }: Scene,
  { attempt: number, now }: { readonly attempt: number; readonly now: number },
) {
  const attempt = attempts[number]
  const code = CODES[attempt?.token ?? 0]
  if (attempt === undefined) throw new RangeError(`there is no ballot ${number}`)
  const [letter] = aBatch(round, [code]).marks
  return {
    ...({
      round,
      now,
      pool: 'all',
      channel: 'online',
      use: code,
      mark: letter?.mark ?? '',
    } as const),
    ...{ receipt: `nonce-${attempt.nonce}`, retry: retryOf(attempt).replace(' ', '.') },
    ...{ record: recordFrom(`ballot ${number}`), digest: aMeta().digest },
    ...{ schema: aMeta().schema, fingerprint: aMeta().fingerprint },
  }
}

/** Receipts and the ballots under them, as a survey tells them: by its leaves. */
async function boxIn({ chain }: Omit<Store, 'close'>, round: RoundId): Promise<string> {
  const { boxed } = await chain.survey(round, ['all'])
  return boxed.map(({ receipt, leaf }) => `${receipt}: ${textOfLeaf(leaf)}`).join(', ')
}

function boxOf({ box }: State): string {
  return box
    .flatMap((number, nonce) => (number === '' ? [] : [`nonce-${nonce}: ballot ${number}`]))
    .join(', ')
}
