/**
 * A step whose answer the page has no use for: it was done, or why not.
 *
 * Pure. Invariant: a refusal is passed on as it is. Decided in docs/decisions/0022.
 */
import type { AtDesk } from '../../domain/desk-refusal.ts'
import { ok, type Result } from '../../domain/result.ts'

/** An empty answer where the step was done. */
export async function done(
  step: Promise<Result<unknown, AtDesk>>,
): Promise<Result<object, AtDesk>> {
  const result = await step
  return result.ok ? ok({}) : result
}
