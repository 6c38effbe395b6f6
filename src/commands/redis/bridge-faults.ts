/**
 * The faults a test can order from the local servers, and the ways to spoil an answer.
 * Talks to: nothing; the Upstash bridge asks it per request, and the GitHub server shares the queue.
 * Invariant: a fault hits exactly one request, the first that matches, and `fired` says that it did,
 * so a test can tell "survived the fault" from "the fault never happened".
 */
import type { ServerResponse } from 'node:http'

export type Fault<Kind, Subject> = {
  match?: (subject: Subject) => boolean
  kind: Kind
  /** Told at the moment the fault hits its request, before anything is done with it. */
  onFire?: (subject: Subject) => void
}

export type FaultQueue<Kind, Subject> = {
  next(fault: Fault<Kind, Subject>): void
  /** The faults that have hit a request, oldest first. */
  fired: { kind: Kind; subject: Subject }[]
  /** How many ordered faults still wait for their request. */
  waiting(): number
  /** Drops what still waits and forgets what has fired. */
  clear(): void
  /** For the server: the fault meant for this request, from now on counted as fired. */
  take(subjects: Subject[]): Kind | undefined
}

/** An answer the command never reaches: what a proxy, a limit or a wrong token would send. */
export type FixedAnswer = { status: number; body: string; contentType?: string }

/** Applied, and the answer arrives spoiled; its HTTP status is the honest one. */
export type SpoiledAnswer = 'truncated-json' | 'empty-200' | 'null' | 'wrong-type'

export type BridgeFaultKind =
  | 'drop-before-apply'
  | 'drop-after-apply'
  /** Applied twice, as by a proxy that retries; the client sees the second answer only. */
  | 'duplicate'
  /** Nothing happens until the delay is over, even if the client has long given up. */
  | { delayMs: number; then: 'apply' | 'drop' }
  /** Applied at once, answered late. */
  | { delayAnswerMs: number }
  /** Something else happens first, such as a death; only then is it applied, or lost for good. */
  | { before: () => Promise<unknown>; then: 'apply' | 'drop' }
  /** Applied, and something else happens before the answer leaves. */
  | { after: () => Promise<unknown> }
  | FixedAnswer
  | SpoiledAnswer

export type Item = { result: unknown } | { error: string }

export type Reply = { status: number; body: Item | Item[] }

/** Without `match` a fault takes any request that `serves` its kind. */
export function createFaultQueue<Kind, Subject>(
  serves: (kind: Kind, subject: Subject) => boolean = () => true,
): FaultQueue<Kind, Subject> {
  const queue: Fault<Kind, Subject>[] = []
  const fired: { kind: Kind; subject: Subject }[] = []
  const take = (subjects: Subject[]): Kind | undefined => {
    for (const [index, { kind, match, onFire }] of queue.entries()) {
      const subject = subjects.find((each) => serves(kind, each) && (match?.(each) ?? true))
      if (subject === undefined) continue
      queue.splice(index, 1)
      fired.push({ kind, subject })
      onFire?.(subject)
      return kind
    }
    return undefined
  }
  const clear = () => {
    queue.length = 0
    fired.length = 0
  }
  return {
    next: (fault) => void queue.push(fault),
    fired,
    waiting: () => queue.length,
    clear,
    take,
  }
}

export function isSpoiled(kind: BridgeFaultKind | undefined): kind is SpoiledAnswer {
  return ['truncated-json', 'empty-200', 'null', 'wrong-type'].includes(kind as string)
}

/** The text that goes out instead of an honest answer. */
export function spoil(kind: SpoiledAnswer, body: Item | Item[]): string {
  switch (kind) {
    case 'empty-200':
      return ''
    case 'truncated-json': {
      const whole = JSON.stringify(body)
      return whole.slice(0, Math.max(1, Math.floor(whole.length / 2)))
    }
    case 'null':
      return JSON.stringify(changeResults(body, () => null))
    case 'wrong-type':
      return JSON.stringify(changeResults(body, asAnotherType))
  }
}

function changeResults(body: Item | Item[], change: (result: unknown) => unknown) {
  const changeOne = (item: Item) => ('result' in item ? { result: change(item.result) } : item)
  return Array.isArray(body) ? body.map(changeOne) : changeOne(body)
}

/** Text (base64 of "wrong") for a number, a number for anything else: never the type asked for. */
function asAnotherType(result: unknown): unknown {
  return typeof result === 'number' ? 'd3Jvbmc=' : 42
}

/** Ends the connection without a single byte, so the client cannot know what happened. */
export function drop(response: ServerResponse): void {
  response.socket?.destroy()
}
