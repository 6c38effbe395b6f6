/**
 * The journal of a run: which step of whom began and ended, and between which of them a fault struck.
 *
 * Talks to nobody. Invariant: a fault is noted at the instant it strikes, so that its neighbours in the
 * journal are the steps between which it really was.
 */
import type { FaultName, Step } from './faults-names.ts'

export type Mark = `${Step} begins` | `${Step} ends`

/** Between which steps of one actor a fault is meant to strike, and whether the second one then fails. */
export type Place = {
  readonly after?: Mark
  readonly before?: Mark
  readonly fails?: true
}

type Entry =
  | { readonly actor: string; readonly mark: Mark; readonly failed: boolean }
  | { readonly actor: string; readonly fault: FaultName; readonly place: Place }

/** What ends a fault that lasts as long as its step. */
export type Ending = void | (() => void)

/** Something that happens once, when the actor comes to this mark. */
export type Moment = {
  readonly fault: FaultName
  readonly actor: string
  readonly at: Mark
  /** The how many times; the first where it is left out. */
  readonly time?: number
  readonly place: Place
  readonly act: () => Promise<Ending> | Ending
}

export type Journal = {
  readonly entries: readonly Entry[]
  arm(moment: Moment): void
  /** Takes back every moment that has not come yet. */
  disarm(): void
  waiting(): number
  fired(actor: string, fault: FaultName, place: Place): void
  /** Notes a step around a call, and lets what is armed happen before and after it. */
  passing<T>(actor: string, step: Step, call: () => Promise<T>): Promise<T>
  /** Who is within this step now. */
  inside(step: Step): string | undefined
}

export function startJournal(): Journal {
  const entries: Entry[] = []
  const moments: { readonly moment: Moment; left: number }[] = []
  const underWay: { readonly actor: string; readonly step: Step }[] = []
  const note = (actor: string, mark: Mark, failed = false) =>
    void entries.push({ actor, mark, failed })
  const fired: Journal['fired'] = (actor, fault, place) =>
    void entries.push({ actor, fault, place })
  const reach = async (actor: string, mark: Mark): Promise<Ending> => {
    const here = moments.filter(({ moment }) => moment.actor === actor && moment.at === mark)
    for (const each of here) each.left -= 1
    const due = here.find(({ left }) => left <= 0)
    if (due === undefined) return
    moments.splice(moments.indexOf(due), 1)
    const { moment } = due
    fired(actor, moment.fault, moment.place)
    return moment.act()
  }
  return {
    entries,
    arm: (moment) => void moments.push({ moment, left: moment.time ?? 1 }),
    disarm: () => void moments.splice(0),
    waiting: () => moments.length,
    fired,
    inside: (step) => underWay.findLast((each) => each.step === step)?.actor,
    async passing(actor, step, call) {
      const end = await reach(actor, `${step} begins`)
      note(actor, `${step} begins`)
      const passage = { actor, step }
      underWay.push(passage)
      const leave = (failed: boolean) => {
        end?.()
        underWay.splice(underWay.indexOf(passage), 1)
        note(actor, `${step} ends`, failed)
      }
      const result = await call().catch((fault: unknown) => {
        leave(true)
        throw fault
      })
      leave(false)
      await reach(actor, `${step} ends`)
      return result
    },
  }
}

/** How often each fault struck. */
export function firedFaults({ entries }: Journal): readonly FaultName[] {
  return entries.flatMap((entry) => ('fault' in entry ? [entry.fault] : []))
}

/** Every fault that struck elsewhere than between its steps, or whose step did not notice. */
export function misplacedFaults({ entries }: Journal): readonly string[] {
  return entries.flatMap((entry, at) => {
    if (!('fault' in entry)) return []
    const { actor, fault, place } = entry
    const own = (list: readonly Entry[]) =>
      list.flatMap((each) => ('mark' in each && each.actor === actor ? [each] : []))
    const before = own(entries.slice(0, at)).at(-1)?.mark
    const next = own(entries.slice(at + 1))
    const failed = next.find(({ mark }) => mark.endsWith('ends'))?.failed ?? false
    const isWrong =
      (place.after !== undefined && before !== place.after) ||
      (place.before !== undefined && next[0]?.mark !== place.before) ||
      (place.fails === true && !failed)
    const seen = `after ${before}, before ${next[0]?.mark}${failed ? ', which failed' : ''}`
    return isWrong ? [`"${fault}" struck elsewhere than planned: ${actor}, ${seen}`] : []
  })
}
