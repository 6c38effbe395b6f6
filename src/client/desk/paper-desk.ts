/**
 * What the parts of the room Paper share: the batch that is open, its signs, and work that goes one by one.
 *
 * Talks to the page. Invariant: no part sees a code and a reading. Decided in docs/decisions/0026.
 */
import type { BallotPaper } from '../../domain/ballot.ts'
import type { RoundId } from '../../domain/id.ts'
import type { PaperBatch } from '../../domain/paper-batch.ts'
import type { Room } from './room.ts'

export type Ballot = BallotPaper & { readonly area?: string }

/** As `show-paper` tells it. */
export type Paper = {
  readonly isUsed: boolean
  readonly state: string
  readonly digest: string
  readonly batches: readonly PaperBatch[]
  readonly ballots: readonly Ballot[]
}

export type Opened = {
  readonly round: RoundId
  readonly paper: Paper
  readonly batch: PaperBatch
  readonly ballot: Ballot
}

export type PaperDesk = {
  readonly room: Room
  /** The batch that is worked on. */
  opened(): Opened | undefined
  /** Asks anew how all stands, and shows it. */
  reload(): Promise<void>
}

/** Which batch is meant, as every action is told. */
export function placeOf({ round, batch: { batch } }: Opened) {
  return { round, batch }
}

/** A sign beside the work: what came of the last one. */
export function sign({ root }: Room, name: string, is: 'taken' | 'refused', text: string): void {
  const spot = root.querySelector<HTMLElement>(`[data-sign="${name}"]`)
  if (spot === null) return
  spot.dataset['is'] = is
  spot.textContent = text
}

/** Leads to a field as soon as the room is seen. */
export function leadTo(field: HTMLInputElement): void {
  setTimeout(() => field.focus())
}

/** Takes signs away when another batch is opened. */
export function clearSigns({ root }: Room): void {
  for (const spot of root.querySelectorAll<HTMLElement>('[data-sign]')) spot.textContent = ''
}

/** One after the other in the order in which it was given, while hands go on; leaving with work under way asks. */
export function inTurn(): (work: () => Promise<void>) => void {
  let last = Promise.resolve()
  let waiting = 0
  window.addEventListener('beforeunload', (event) => {
    if (waiting > 0) event.preventDefault()
  })
  return (work) => {
    waiting += 1
    last = last.then(work).finally(() => (waiting -= 1))
  }
}

/** The form of a step. */
export function formOf({ root }: Room, step: string): HTMLFormElement {
  return (
    root.querySelector<HTMLFormElement>(`form[data-step="${step}"]`) ??
    document.createElement('form')
  )
}

/** A field of a form, by its name. */
export function fieldOf(form: HTMLElement, name: string): HTMLInputElement {
  return (
    form.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? document.createElement('input')
  )
}
