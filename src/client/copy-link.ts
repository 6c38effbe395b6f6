/**
 * Addresses that are passed on: a private link, shown whole, and the row at the end of a page.
 *
 * Talks to the page, the clipboard and the phone's own menu. Invariant: no other site is asked; a button is
 * there only where the browser can do it; what is shared of a page is its address alone, without the reader's
 * choices and search. Decided in docs/decisions/0005 and 0021.
 */

class CopyLink extends HTMLElement {
  connectedCallback(): void {
    whenParsed(() => this.start())
  }

  private start(): void {
    const link = this.querySelector('a')
    if (!link) return
    link.textContent = link.href
    if (canCopy()) offer(this, 'copy', () => copy(this, link.href))
  }
}

class SharePage extends HTMLElement {
  connectedCallback(): void {
    whenParsed(() => this.start())
  }

  private start(): void {
    const url = location.origin + location.pathname
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches)
      // Whoever closes the menu again has shared nothing, and that is no fault.
      offer(this, 'send', () => navigator.share({ title: document.title, url }).catch(() => {}))
    else if (canCopy()) offer(this, 'copy', () => copy(this, url))
  }
}

/** The script runs before the page is there, and an element begins before what is in it. */
function whenParsed(act: () => void): void {
  if (document.readyState !== 'loading') act()
  else document.addEventListener('DOMContentLoaded', act, { once: true })
}

/** Browsers give no clipboard to a page that came by plain http. */
function canCopy(): boolean {
  return window.isSecureContext
}

function offer(part: HTMLElement, action: 'copy' | 'send', act: () => Promise<void>): void {
  const button = part.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)
  if (!button) return
  button.hidden = false
  button.addEventListener('click', () => void act())
}

async function copy(part: HTMLElement, address: string): Promise<void> {
  const status = part.querySelector('[role="status"]')
  try {
    await navigator.clipboard.writeText(address)
    if (status) status.textContent = part.dataset['copied'] ?? ''
  } catch {
    // It stands there, or in the browser's own bar, to be copied by hand.
  }
}

customElements.define('copy-link', CopyLink)
customElements.define('share-page', SharePage)
