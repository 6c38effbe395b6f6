/**
 * The clerk's machine: makes voting codes and registers their marks.
 *
 * Talks to the ports. Invariant: letters are handed over (`keep`) before their codes are made ready, so
 * no code can vote that nobody holds. Decided in docs/decisions/0003.
 */
import type { ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { MarkKind } from '../domain/mark.ts'
import { ok, type Result } from '../domain/result.ts'
import {
  makeTokenBatch,
  MOST_LETTERS,
  type Letter,
  type TokenBatch,
} from '../domain/token-batch.ts'
import { activateTokens } from '../service/activate-tokens.ts'
import type { Ports } from '../service/ports.ts'
import { registerMarks } from '../service/register-marks.ts'

export type LettersRequest = {
  readonly round: string
  readonly pool: string
  readonly kind: MarkKind
  readonly count: number
  /** Puts the letters where they are safe: a file, a printer. */
  readonly keep: (letters: readonly Letter[]) => Promise<void>
}

/** Makes letters in batches; answers them all. A refusal leaves no ready code of its batch behind. */
export async function makeLetters(
  ports: Ports,
  request: LettersRequest,
): Promise<Result<readonly Letter[], ClerkRefusal>> {
  const letters: Letter[] = []
  while (letters.length < request.count) {
    const size = Math.min(MOST_LETTERS, request.count - letters.length)
    const batch = makeTokenBatch(request.round, size, (count) => ports.random.bytes(count))
    const made = await registerBatch(ports, request, batch)
    if (!made.ok) return made
    letters.push(...batch.letters)
  }
  return ok(letters)
}

async function registerBatch(
  ports: Ports,
  { round, pool, kind, keep }: LettersRequest,
  { batch, letters, marks }: TokenBatch,
): Promise<Result<number, ClerkRefusal>> {
  const registered = await registerMarks(ports, { roundId: round, pool, kind, batch, marks })
  if (!registered.ok) return registered
  await keep(letters)
  return activateTokens(ports, { ...registered.value, kind, batch }, letters.length)
}
