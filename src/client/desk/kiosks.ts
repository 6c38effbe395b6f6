/**
 * The kiosks of a round at the desk: those that are open, and one on this device.
 *
 * Talks to the page and, by room.ts, to the desk. Invariant: a device that became a kiosk shows no desk, and
 * keeps nothing of it. Decided in docs/decisions/0027.
 */
import type { RoundId } from '../../domain/id.ts'
import { forgetAll } from './kept.ts'
import { list, marked, put, show, type Room } from './room.ts'
import { confirmFor } from './round-choice.ts'

export type KioskShown = {
  readonly id: string
  readonly name: string
  readonly since: number
  readonly endsAt: number
}

/** Lists them, each with a button that ends it. */
export function fillKiosks(
  room: Room,
  kiosks: readonly KioskShown[],
  end: (room: Room, kiosk: KioskShown) => Promise<void>,
): void {
  const { instant } = room.format
  show(room.root, { 'no-kiosks': kiosks.length === 0 })
  list(room.root, 'kiosks', {
    items: kiosks,
    fill: (row, kiosk) => {
      const { name, since, endsAt } = kiosk
      const times = room.say('kioskTimes', { since: instant(since), until: instant(endsAt) })
      put(row, { 'kiosk-name': name, 'kiosk-times': times })
      for (const button of marked(row, 'act', 'end-kiosk')) {
        button.setAttribute('aria-label', `${room.say('kioskEnd')}: ${name}`)
        room.on(button, 'click', () => end(room, kiosk))
      }
    },
  })
}

/** Makes this device a kiosk, and goes to its page; the way back leads to the door. */
export async function openKiosk(
  room: Room,
  kiosk: { readonly round: RoundId; readonly name: string },
): Promise<void> {
  if (!confirmFor(room, room.say('kioskAsk'))) return
  if ((await room.ask('open-kiosk', kiosk)) === undefined) return
  forgetAll()
  location.replace(`/${document.documentElement.lang}/rounds/${kiosk.round}/kiosk/`)
}
