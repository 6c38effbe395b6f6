/**
 * Elements that look at the clock: when they appear, and every minute after.
 *
 * Talks to the page and the clock. Invariant: a page that was built long ago, or stays open for days, still
 * says what is open now; and a part is decided on before it is seen. Decided in docs/decisions/0001.
 */

const MINUTE = 60_000

/** Where a time lies: before, in, or after the period of an element. */
export function stateOf(element: HTMLElement, now: number): 'ahead' | 'now' | 'past' {
  const { startsAt, endsAt } = element.dataset
  if (startsAt && now < Date.parse(startsAt)) return 'ahead'
  return endsAt && now >= Date.parse(endsAt) ? 'past' : 'now'
}

/** An element whose parts depend on the time. */
export abstract class Clocked extends HTMLElement {
  private timer = 0

  connectedCallback(): void {
    this.look()
    this.timer = window.setInterval(() => this.look(), MINUTE)
    if (document.readyState === 'loading') this.lookAtEachPart()
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer)
  }

  protected abstract show(now: number): void

  private look(): void {
    this.show(Date.now())
  }

  /** While the page still comes in; a browser draws nothing between a part and its observer. */
  private lookAtEachPart(): void {
    const parts = new MutationObserver(() => this.look())
    parts.observe(this, { childList: true, subtree: true })
    const end = () => {
      parts.disconnect()
      this.look()
    }
    document.addEventListener('DOMContentLoaded', end, { once: true })
  }
}
