/**
 * "Count it again, here": a button that lets the browser count the published files.
 *
 * Talks to the page and to a worker that it starts on demand. Invariant: nothing is loaded before the
 * button is pressed; where there is no script, or no worker, the part is not shown.
 * Decided in docs/decisions/0006.
 */
import type { RecountMessage } from './recount-worker.ts'

class CountAgain extends HTMLElement {
  connectedCallback(): void {
    if (!('Worker' in window)) {
      this.hidden = true
      return
    }
    this.spot('button').addEventListener('click', () => this.start())
  }

  private start(): void {
    if (this.hasAttribute('aria-busy')) return
    this.setAttribute('aria-busy', 'true')
    this.show({ doing: '' })
    const worker = new Worker(this.dataset['worker'] ?? '', { type: 'module' })
    const end = (title: string, lines: readonly string[] = []) => {
      worker.terminate()
      this.removeAttribute('aria-busy')
      this.show({ title, lines })
    }
    worker.addEventListener('error', () => end(this.dataset['failed'] ?? ''))
    worker.addEventListener('message', ({ data }: MessageEvent<RecountMessage>) =>
      'doing' in data ? this.show(data) : end(data.title, data.lines),
    )
    worker.postMessage({ ...this.dataset })
  }

  /** The steps are for the eye; the end is also read out. */
  private show(message: RecountMessage): void {
    const doing = 'doing' in message
    this.spot('[data-doing]').hidden = !doing
    this.spot('[data-step]').textContent = doing ? message.doing : ''
    this.spot('[role="status"] p').textContent = doing ? '' : message.title
    const lines = doing ? [] : message.lines
    this.spot('[role="status"] ul').replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
    )
  }

  private spot(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector) ?? this
  }
}

customElements.define('count-again', CountAgain)
