/**
 * Budgets of the pages: how much of each kind a page type may send to a reader.
 *
 * Pure. Invariant: every page type has one, and a page that is over is named with its numbers.
 * Decided in docs/decisions/0019.
 */
import type { PageLoad } from './page-load.ts'

export type Budget = {
  /** Of all but pictures, by brotli. */
  readonly bytes: number
  readonly requests: number
  readonly scriptBytes: number
  /** How much of what was seen may move; nothing, unless said. */
  readonly shift?: number
}

const KB = 1000

/** A page that is read: the page, its styles, one script. */
const READING: Budget = { bytes: 15 * KB, requests: 3, scriptBytes: 6 * KB }

/** With styles, and a script, for what is done on them. */
const DOING: Budget = { ...READING, bytes: 18 * KB, requests: 5 }

/** Looks something up in a published result, with hashes and nothing sent. */
const TOOL: Budget = { ...DOING, scriptBytes: 7 * KB }

/** The ballot, and a receipt that is drawn on the spot. */
const KIOSK: Budget = { bytes: 48 * KB, requests: 6, scriptBytes: 30 * KB }

/** For a few people who work there: a script of the room, and what is asked of the desk. */
const DESK: Budget = { bytes: 28 * KB, requests: 8, scriptBytes: 13 * KB }

/** Makes a form of the whole schema, checks it, and shows all that it says before it is published. */
const ROUNDS: Budget = { ...DESK, bytes: 44 * KB, scriptBytes: 23 * KB }

/** Makes, draws and registers codes in workers; how many there are stands above when the store has answered. */
const CODES: Budget = { bytes: 54 * KB, requests: 9, scriptBytes: 36 * KB, shift: 0.02 }

/** Stubs, sheets, and what a clerk may do with a batch: three steps on one page. */
const PAPER: Budget = { ...DESK, bytes: 30 * KB }

const OTHERS: Readonly<Record<string, Budget>> = {
  proposals: { bytes: 19 * KB, requests: 4, scriptBytes: 5 * KB },
  vote: { bytes: 36 * KB, requests: 5, scriptBytes: 20 * KB },
  'desk rounds': ROUNDS,
  'desk paper held': PAPER,
  'desk paper typed': PAPER,
  'desk paper looked at': PAPER,
  'desk round form': ROUNDS,
  'desk codes of a round': CODES,
  'desk codes to make': CODES,
  'find my receipt': TOOL,
  'was my code used': TOOL,
  // The whole verifier, which must run where the page was saved.
  'check this election': { bytes: 55 * KB, requests: 5, scriptBytes: 42 * KB },
}

const DONE = new Set([
  ...['propose', 'no receipt', 'receipts to come'],
  ...['codes to come', 'submission', 'revise', 'result', 'poster'],
  ...['propose open', 'propose with errors'],
])

/** The budget of a page type, by its name in page-types.ts. */
export function budgetOf(name: string): Budget {
  const known = OTHERS[name]
  if (known !== undefined) return known
  if (/^kiosk\b/.test(name)) return KIOSK
  if (/^desk\b/.test(name)) return DESK
  return DONE.has(name) ? DOING : READING
}

export type LoadedPage = { readonly name: string; readonly load: PageLoad }

/** What is over its budget, one line each. */
export function overBudget({ name, load }: LoadedPage): readonly string[] {
  const budget = budgetOf(name)
  const kinds = ['bytes', 'requests', 'scriptBytes'] as const
  return [
    ...kinds
      .filter((kind) => load[kind] > budget[kind])
      .map((kind) => `${name}: ${kind} ${load[kind]}, at most ${budget[kind]}`),
    ...load.wrong.map((url) => `${name}: asks ${url}`),
    ...(load.shift > (budget.shift ?? 0)
      ? [`${name}: moves by ${load.shift}: ${load.moved.join(' ')}`]
      : []),
  ]
}

/** Every page with its numbers and its budget, for a person to read. */
export function budgetTable(pages: readonly LoadedPage[]): string {
  const rows = pages.map(({ name, load }) => {
    const budget = budgetOf(name)
    const of = (kind: keyof Budget) => `${load[kind]}/${budget[kind]}`.padStart(13)
    return `${name.padEnd(22)}${of('bytes')}${of('requests')}${of('scriptBytes')}${load.shift.toFixed(4).padStart(9)}`
  })
  const head = ['bytes', 'requests', 'script'].map((word) => word.padStart(13)).join('')
  return [`${'page'.padEnd(22)}${head}${'shift'.padStart(9)}`, ...rows].join('\n')
}
