/**
 * The receipt at a kiosk: big, and as a QR code to take along.
 *
 * Talks to the page. Invariant: it is shown only with the council's own answer, and stands in no address here.
 * Decided in docs/decisions/0027.
 */
import { makeCode } from '../site/qr-code.ts'
import type { Recorded } from './ballot-steps.ts'

/** Fills the receipt's screen; `page` is where a phone shows the same. */
export function fillReceipt({ receipt, signature, board }: Recorded, page: string): void {
  const fragment = new URLSearchParams({ R: receipt, s: signature, b: board }).toString()
  const { size, path } = makeCode(`${location.origin}${page}#${fragment}`)
  const picture = document.querySelector('[data-qr]')
  picture?.setAttribute('viewBox', `0 0 ${size} ${size}`)
  picture?.querySelector('path')?.setAttribute('d', path)
  for (const spot of document.querySelectorAll('[data-fill="receipt"]'))
    spot.textContent = receipt.replace(/(.{4})(?=.)/g, '$1 ')
}
