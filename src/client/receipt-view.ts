/**
 * The receipt page: shows the receipt that stands in the address after #, prints and saves it.
 *
 * Talks to the page and the address. Invariant: a receipt in the address is shown here and sent nowhere.
 * Decided in docs/decisions/0003.
 */

class ReceiptView extends HTMLElement {
  connectedCallback(): void {
    this.showFromAddress()
    for (const part of this.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false
    // The proof belongs on the paper too.
    window.addEventListener('beforeprint', () =>
      this.querySelector('details')?.setAttribute('open', ''),
    )
    this.addEventListener('click', ({ target }) => {
      const action = target instanceof HTMLElement ? target.dataset['action'] : undefined
      if (action === 'print') window.print()
      if (action === 'save') this.save()
    })
  }

  private showFromAddress(): void {
    const values = new URLSearchParams(location.hash.slice(1))
    const receipt = values.get('R')?.toUpperCase() ?? ''
    if (!/^[0-9A-Z]{16}$/.test(receipt)) return
    this.fill('receipt', receipt.replace(/(.{4})(?=.)/g, '$1 '))
    this.fill('signature', values.get('s') ?? '')
    this.fill('board', values.get('b') ?? '')
    this.block('empty').hidden = true
    this.block('receipt').hidden = false
    this.querySelector<HTMLElement>('[data-if="receipt"] h1')?.focus()
  }

  private fill(name: string, text: string): void {
    const spot = this.querySelector(`[data-fill="${name}"]`)
    if (spot) spot.textContent = text
  }

  private block(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-if="${name}"]`) ?? this
  }

  /** The text of the page's own parts, so that it is in the reader's language. */
  private save(): void {
    const lines = [
      ...this.querySelectorAll('[data-if="receipt"] :is(h1, p:not(.actions, .section))'),
    ]
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
