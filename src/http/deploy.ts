/**
 * Deploys: only the production deploy at the council's own address reaches the live ballot box.
 *
 * Pure. Invariant: an old or preview deploy, which keeps its address and its functions for ever, casts
 * nothing. Decided in docs/decisions/0003.
 */
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'

/** Checks the address that was called, and what kind of deploy answers. */
export function checkDeploy(
  request: Request,
  deployContext: string | undefined,
  siteUrl: string,
): Result<true, Refusal> {
  const asked = new URL(request.url).host
  const own = new URL(siteUrl).host
  return deployContext === 'production' && asked === own
    ? ok(true)
    : refuse('wrong-address', { address: siteUrl })
}
