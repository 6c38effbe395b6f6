/**
 * The button that prints a page.
 *
 * Talks to the page and the browser's print window. Invariant: without script the page says how to
 * print; the styles choose which of both is seen, before anything is.
 * Decided in docs/decisions/0021.
 */

class PrintPage extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => window.print())
  }
}

customElements.define('print-page', PrintPage)
