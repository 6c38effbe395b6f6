/**
 * Registering voting codes: their marks go to the ballot box part by part, and are made ready at the end.
 *
 * Talks to the desk by the function that it is given. Invariant: whatever was sent can be sent again; nothing
 * can vote before every part has arrived and the letters are asked for. Decided in docs/decisions/0024.
 */
import {
  activationOf,
  registrationParts,
  type RegisteredBatch,
} from '../domain/token-registration.ts'

/** What came of a question to the desk; `lost` is no answer, or one that says nothing. */
export type DeskAnswer =
  | { readonly outcome: 'done'; readonly value: unknown }
  | { readonly outcome: 'refused'; readonly sentence: string }
  | { readonly outcome: 'lost' }

export type AskDesk = (action: string, input: unknown) => Promise<DeskAnswer>

export type RegistrationPorts = {
  readonly ask: AskDesk
  readonly wait: (milliseconds: number) => Promise<void>
  /** Told how many marks have arrived. */
  readonly report: (sent: number) => void
}

/** Why it does not go on. */
export type Trouble = Exclude<DeskAnswer, { readonly outcome: 'done' }>

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
  ports: RegistrationPorts,
): Registration {
  const parts = registrationParts(round, batches)
  let arrived = 0
  return {
    async send() {
      for (; arrived < parts.length; arrived++) {
        ports.report(marksIn(parts.slice(0, arrived)))
        const answer = await askAgain(ports, 'draft-codes', parts[arrived])
        if (answer.outcome !== 'done') return answer
      }
      ports.report(marksIn(parts))
      return undefined
    },
    async activate() {
      const answer = await askAgain(ports, 'activate-codes', activationOf(round, batches))
      return answer.outcome === 'done' ? undefined : answer
    },
  }
}

function marksIn(parts: readonly { readonly marks: readonly unknown[] }[]): number {
  return parts.reduce((sum, { marks }) => sum + marks.length, 0)
}

/** A lost question is asked a few times more. */
async function askAgain(
  { ask, wait }: RegistrationPorts,
  action: string,
  input: unknown,
): Promise<DeskAnswer> {
  for (const pause of PAUSES) {
    const answer = await ask(action, input)
    if (answer.outcome !== 'lost') return answer
    await wait(pause)
  }
  return ask(action, input)
}
