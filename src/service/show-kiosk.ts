/**
 * Shows a device whether it is a kiosk, and whether ballots are taken in now.
 *
 * Talks to the desk's store, the ballot box and the board. Invariant: nothing that depends on what anyone chose, and nothing
 * is changed. Decided in docs/decisions/0027.
 */
import { findKiosk, type AtKiosk } from './find-kiosk.ts'
import { findPause } from './find-pause.ts'
import type { BoxMeta, Ports } from './ports.ts'

/** `shut`: before voting opens, or after its end. `closed`: the device is no kiosk of the round. */
export type ShownKiosk = {
  readonly voting: 'open' | 'paused' | 'shut' | 'closed'
  /** Of a pause, as everyone reads it on the board. */
  readonly reason?: string
}

/** What can be done at the device. */
export async function showKiosk(
  ports: Pick<Ports, 'desk' | 'clock' | 'box' | 'chain'>,
  asked: AtKiosk,
): Promise<ShownKiosk> {
  const kiosk = await findKiosk(ports, asked)
  if (!kiosk.ok) return { voting: 'closed' }
  const { round } = kiosk.value.value
  const voting = votingAt(await ports.box.meta(round), ports.clock.now())
  return { voting, ...(voting === 'paused' && (await findPause(ports, round))) }
}

function votingAt(meta: BoxMeta | undefined, now: number): ShownKiosk['voting'] {
  if (meta === undefined || now < meta.opensAt || now >= meta.closesAt) return 'shut'
  return meta.state === 'open' || meta.state === 'paused' ? meta.state : 'shut'
}
