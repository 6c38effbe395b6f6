/**
 * Copying an address, and saying that it was done.
 *
 * Talks to the clipboard. Invariant: says so only where the browser took it.
 * Decided in docs/decisions/0005.
 */

/** Browsers give no clipboard to a page that came by plain http. */
export function canCopy(): boolean {
  return window.isSecureContext
}

/** Copies it; the part says the words of its `data-copied` in its place for them. */
export async function copyAddress(part: HTMLElement, address: string): Promise<void> {
  const status = part.querySelector('[role="status"]')
  try {
    await navigator.clipboard.writeText(address)
    if (status) status.textContent = part.dataset['copied'] ?? ''
  } catch {
    // It stands there, or in the browser's own bar, to be copied by hand.
  }
}
