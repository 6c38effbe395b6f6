/**
 * Registering voting codes: their marks go to the ballot box part by part, and are made ready at the end.
 *
 * Talks to the desk by the function that it is given. Invariant: whatever was sent can be sent again; nothing
 * can vote before every part has arrived and the letters are asked for. Decided in docs/decisions/0024.
 */
import {
  activationOf,
  registrationParts,
  type ActivateCodes,
  type DraftCodes,
  type RegisteredBatch,
} from '../domain/token-registration.ts'
import type { Asked } from './desk/ask.ts'

/** Why it does not go on; `silent` is no answer, or one that says nothing. */
export type Trouble = Exclude<Asked<object>, { readonly outcome: 'done' }>

/** One question to the desk. */
export type AskDesk = {
  readonly draft: (part: DraftCodes) => Promise<Asked<object>>
  readonly activate: (batches: ActivateCodes) => Promise<Asked<object>>
}

export type RegistrationPorts = {
  readonly ask: AskDesk
  readonly wait: (milliseconds: number) => Promise<void>
  /** Told how many marks have arrived. */
  readonly report: (sent: number) => void
}

/** Milliseconds before a lost question is asked again by itself; after the last one the clerk decides. */
const PAUSES = [500, 2000, 5000] as const

export type Registration = {
  /** Sends what has not arrived yet; undefined where all of it has. */
  send(): Promise<Trouble | undefined>
  /** Makes all codes ready; undefined where they are. Asked again it does no harm. */
  activate(): Promise<Trouble | undefined>
}

/** The way of one order's marks to the ballot box. */
export function makeRegistration(
  round: string,
  batches: readonly RegisteredBatch[],
  { ask, wait, report }: RegistrationPorts,
): Registration {
  const parts = registrationParts(round, batches)
  let arrived = 0
  return {
    async send() {
      for (const part of parts.slice(arrived)) {
        report(marksIn(parts.slice(0, arrived)))
        const answer = await askAgain(() => ask.draft(part), wait)
        if (answer.outcome !== 'done') return answer
        arrived++
      }
      report(marksIn(parts))
      return undefined
    },
    async activate() {
      const answer = await askAgain(() => ask.activate(activationOf(round, batches)), wait)
      return answer.outcome === 'done' ? undefined : answer
    },
  }
}

function marksIn(parts: readonly { readonly marks: readonly unknown[] }[]): number {
  return parts.reduce((sum, { marks }) => sum + marks.length, 0)
}

/** A lost question is asked a few times more. */
async function askAgain(
  ask: () => Promise<Asked<object>>,
  wait: RegistrationPorts['wait'],
): Promise<Asked<object>> {
  for (const pause of PAUSES) {
    const answer = await ask()
    if (answer.outcome !== 'silent') return answer
    await wait(pause)
  }
  return ask()
}
