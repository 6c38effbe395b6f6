/**
 * What is true now: shows the parts of a page whose time it is, and marks the phases of a round.
 *
 * Talks to the page and the clock. It stands in the head of every page and is waited for, so that nothing that
 * was seen moves. Invariant: without it the page says the dates. Decided in docs/decisions/0001 and 0019.
 */
import './late-scripts.ts'
import { Clocked, stateOf } from './clocked.ts'

function parts(within: HTMLElement, selector: string): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)]
}

/**
 * Shows its dated parts in their time, and hides what stands there without script. A clock may be wrong:
 * a reader who says so sees the parts marked `data-regardless` at any time, and the server decides.
 */
class ByDate extends Clocked {
  private regardless = false

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('click', (event) => {
      const { target } = event
      if (!(target instanceof HTMLElement) || target.dataset['action'] !== 'regardless') return
      event.preventDefault()
      this.regardless = true
      this.show(Date.now())
      this.querySelector<HTMLElement>('[data-regardless] input:not([type="hidden"])')?.focus()
    })
  }

  protected show(now: number): void {
    for (const part of parts(this, '[data-undated]')) part.hidden = true
    for (const part of parts(this, '[data-dated], [data-starts-at], [data-ends-at]'))
      part.hidden = !this.isShown(part, now)
    for (const offer of parts(this, '[data-offer]')) offer.hidden = this.regardless
  }

  private isShown(part: HTMLElement, now: number): boolean {
    return stateOf(part, now) === 'now' || (this.regardless && 'regardless' in part.dataset)
  }
}

/** Marks the phases of a timeline as past, now or ahead. */
class PhaseTimeline extends Clocked {
  protected show(now: number): void {
    for (const step of parts(this, 'li')) {
      const state = stateOf(step, now)
      step.dataset['state'] = state
      if (state === 'now') step.setAttribute('aria-current', 'step')
      else step.removeAttribute('aria-current')
      for (const mark of parts(step, '[data-now]')) mark.hidden = state !== 'now'
    }
  }
}

// For the styles: what waits for a script keeps its room only where one runs.
document.documentElement.dataset['script'] = ''
customElements.define('by-date', ByDate)
customElements.define('phase-timeline', PhaseTimeline)
