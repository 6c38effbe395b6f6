/**
 * A private link: shows it whole, and copies it.
 *
 * Talks to the page and the clipboard. Invariant: the link works without script; the button is there
 * only where the browser can copy. Decided in docs/decisions/0005.
 */
import { canCopy, copyAddress } from './copy-text.ts'

class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a')
    const button = this.querySelector('button')
    if (!link || !button) return
    link.textContent = link.href
    if (!canCopy()) return
    button.hidden = false
    button.addEventListener('click', () => void copyAddress(this, link.href))
  }
}

customElements.define('copy-link', CopyLink)
