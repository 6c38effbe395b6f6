/**
 * The row that passes a page on: by the phone's own menu, or as an address to copy.
 *
 * Talks to the page, the clipboard and the phone. Invariant: no other site is asked; each button is there
 * only where the browser can do it, and what is shared names no choice and no search of the reader.
 * Decided in docs/decisions/0021.
 */
import { canCopy, copyAddress } from './copy-text.ts'

class SharePage extends HTMLElement {
  connectedCallback(): void {
    const [send, copy] = ['send', 'copy'].map((action) =>
      this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`),
    )
    const address = location.origin + location.pathname
    if (send && 'share' in navigator && matchMedia('(pointer: coarse)').matches)
      // Whoever closes the menu again has shared nothing, and that is no fault.
      offer(send, () => navigator.share({ title: document.title, url: address }).catch(() => {}))
    else if (copy && canCopy()) offer(copy, () => copyAddress(this, address))
  }
}

function offer(button: HTMLButtonElement, act: () => Promise<void>): void {
  button.hidden = false
  button.addEventListener('click', () => void act())
}

customElements.define('share-page', SharePage)
