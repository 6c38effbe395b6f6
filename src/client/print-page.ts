/**
 * The button that prints a page.
 *
 * Talks to the page and the browser's print window. Invariant: without script the page says how to print.
 * Decided in docs/decisions/0021.
 */

class PrintPage extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    const plain = this.querySelector<HTMLElement>('[data-plain]')
    if (!button || !plain) return
    button.hidden = false
    plain.hidden = true
    button.addEventListener('click', () => window.print())
  }
}

customElements.define('print-page', PrintPage)
