/**
 * The tally of random histories: how often each answer was given in each state of a round.
 *
 * Pure. Invariant: only what both stores and the reference agreed on is counted.
 */
import { factsOf } from './histories-reach.ts'
import type { Obeyed } from './histories-run.ts'

export type HistoriesTally = {
  note(obeyed: Obeyed): void
  commands(): number
  times(fact: string): number
  reached(): readonly string[]
  /** The lines to print: answers by state of the round, then what codes and rounds went through. */
  lines(): readonly string[]
}

const STATES = ['draft', 'open', 'paused', 'closed', 'sealed', 'published', 'purged'] as const

export function startTally(): HistoriesTally {
  const counted = new Map<string, number>()
  let commands = 0
  return {
    note(obeyed) {
      commands += 1
      for (const fact of factsOf(obeyed)) counted.set(fact, (counted.get(fact) ?? 0) + 1)
    },
    commands: () => commands,
    times: (fact) => counted.get(fact) ?? 0,
    reached: () => [...counted.keys()],
    lines: () => tableOf(counted),
  }
}

function tableOf(counted: ReadonlyMap<string, number>): readonly string[] {
  const answers = new Set<string>()
  const others: string[] = []
  for (const [fact, number] of counted) {
    const [state = '', ...answer] = fact.split(': ')
    if (STATES.some((each) => each === state)) answers.add(answer.join(': '))
    else others.push(`${fact}  ${number}`)
  }
  const rows = [...answers].toSorted().map((answer) => {
    const numbers = STATES.map((state) => counted.get(`${state}: ${answer}`) ?? '')
    return answer.padEnd(40) + numbers.map((number) => String(number).padStart(11)).join('')
  })
  const heading = ''.padEnd(40) + STATES.map((state) => state.padStart(11)).join('')
  return [heading, ...rows, ...others.toSorted()]
}
