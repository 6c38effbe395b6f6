/**
 * Saving a file that was made in this page.
 *
 * Talks to the page and the browser's downloads. Invariant: the text goes to the disk and to no server, and the
 * page lets go of it. Decided in docs/decisions/0024.
 */

/** Milliseconds after which the browser has surely begun to read it. */
const HELD = 60_000

/** Offers a text as a file to save. */
export function saveFile(name: string, text: string, type = 'text/csv'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(address), HELD)
}
