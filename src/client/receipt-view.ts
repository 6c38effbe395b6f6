/**
 * The receipt page: checks the receipt that stands in the address after #, shows, prints and saves it.
 *
 * Talks to the page, the address and the council's server. Invariant: an address alone is never shown as
 * a ballot in the box; the council's answer or its signature is. Decided in docs/decisions/0003.
 */
import { checkReceipt, readReceipt, type SignedReceipt } from './check-receipt.ts'
import { takeGiven } from './given-receipt.ts'

/** The blocks of the page, by `data-if`; `signed` is a line of its own. */
type State = 'checking' | 'receipt' | 'unchecked' | 'forged'

class ReceiptView extends HTMLElement {
  connectedCallback(): void {
    for (const part of this.parts('[data-script]')) part.hidden = false
    // The proof belongs on the paper too.
    window.addEventListener('beforeprint', () =>
      this.querySelector('details')?.setAttribute('open', ''),
    )
    this.addEventListener('click', ({ target }) => {
      const action = target instanceof HTMLElement ? target.dataset['action'] : undefined
      if (action === 'print') window.print()
      if (action === 'save') this.save()
    })
    // A page that a function has filled shows its own receipt, and no other.
    if (this.parts('[data-if="empty"]').length === 0) return
    window.addEventListener('hashchange', () => {
      if (readReceipt(location.hash.slice(1))) location.reload()
    })
    void this.showFromAddress(location.hash.slice(1))
  }

  private async showFromAddress(fragment: string): Promise<void> {
    const { round = '', opening = '' } = this.dataset
    const given = takeGiven(round, fragment)
    const receipt = readReceipt(fragment)
    if (receipt === undefined) return
    if (receipt === 'malformed') return this.show('forged')
    this.fill(receipt)
    // What stands after # is not sent: the page that looks the receipt up finds it there.
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-carry]'))
      link.hash = fragment
    this.show(given ? 'receipt' : 'checking')
    const verdict = await checkReceipt({ round, opening }, receipt)
    if (verdict === 'forged') return this.show('forged')
    if (!given) this.show(verdict === 'signed' ? 'receipt' : 'unchecked')
    for (const line of this.parts('[data-if="signed"]')) line.hidden = verdict !== 'signed'
  }

  private show(state: State): void {
    for (const part of this.parts('[data-if]')) {
      const { if: flag, also } = part.dataset
      part.hidden = flag !== state && also !== state
    }
    this.querySelector<HTMLElement>(`[data-if="${state}"] h1`)?.focus()
  }

  private fill({ receipt, signature, board }: SignedReceipt): void {
    const texts = { receipt: receipt.replace(/(.{4})(?=.)/g, '$1 '), signature, board }
    for (const [name, text] of Object.entries(texts))
      for (const spot of this.parts(`[data-fill="${name}"]`)) spot.textContent = text
  }

  private parts(selector: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(selector)]
  }

  /** The text of the page's own parts, so that it is in the reader's language. */
  private save(): void {
    const lines = this.parts(':is(h1, p:not(.actions, .section))')
      .filter((line) => !line.closest('[hidden]'))
      .map((line) => line.textContent.trim())
      .filter((line) => line !== '')
    const file = new Blob([lines.join('\n\n') + '\n'], { type: 'text/plain;charset=utf-8' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = this.dataset['file'] ?? 'receipt.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }
}

customElements.define('receipt-view', ReceiptView)
