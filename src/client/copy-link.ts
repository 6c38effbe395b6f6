/**
 * A private link: shows it whole, and copies it.
 *
 * Talks to the page and the clipboard. Invariant: the link works without script; the button is there
 * only where the browser can copy. Decided in docs/decisions/0005.
 */

class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a')
    const button = this.querySelector('button')
    if (!link || !button) return
    link.textContent = link.href
    // Browsers give no clipboard to a page that came by plain http.
    if (!window.isSecureContext) return
    button.hidden = false
    button.addEventListener('click', () => void this.copy(link.href))
  }

  private async copy(address: string): Promise<void> {
    const status = this.querySelector('[role="status"]')
    try {
      await navigator.clipboard.writeText(address)
      if (status) status.textContent = this.dataset['copied'] ?? ''
    } catch {
      // The link stands there to be copied by hand.
    }
  }
}

customElements.define('copy-link', CopyLink)
