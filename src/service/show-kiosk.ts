/**
 * Shows a device whether it is a kiosk, and whether ballots are taken in now.
 *
 * Talks to the desk's store and the ballot box. Invariant: nothing that depends on what anyone chose, and nothing
 * is changed. Decided in docs/decisions/0027.
 */
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { findKiosk, type AtKiosk } from './find-kiosk.ts'
import type { BoxMeta, Ports } from './ports.ts'

/** `shut`: before voting opens, or after its end. */
export type ShownKiosk = { readonly name: string; readonly voting: 'open' | 'paused' | 'shut' }

/** The kiosk's name, and what can be done at it. */
export async function showKiosk(
  ports: Pick<Ports, 'desk' | 'clock' | 'box'>,
  asked: AtKiosk,
): Promise<Result<ShownKiosk, Refusal>> {
  const kiosk = await findKiosk(ports, asked)
  if (!kiosk.ok) return kiosk
  const { name, round } = kiosk.value.value
  return ok({ name, voting: votingAt(await ports.box.meta(round), ports.clock.now()) })
}

function votingAt(meta: BoxMeta | undefined, now: number): ShownKiosk['voting'] {
  if (meta === undefined || now < meta.opensAt || now >= meta.closesAt) return 'shut'
  return meta.state === 'open' || meta.state === 'paused' ? meta.state : 'shut'
}
