/**
 * Handheld scanners: what they read arrives as keys that are pressed very quickly, and then Enter.
 *
 * Talks to the page's keyboard. Invariant: keys are kept no longer than a scanner pauses between two, and Enter is
 * left alone where no code stands before it. Decided in docs/decisions/0027.
 */
import { codeAtEnd } from './code-in-address.ts'

/** Slow ones by radio; people need longer for sixteen letters in a row. */
const PAUSE = 200

/** Calls with the code of a scan, wherever the focus is; the field of the code is asked with what stands in it. */
export function listenForScans(
  take: (scan: { readonly code: string | undefined; readonly inField: boolean }) => boolean,
): void {
  let keys = ''
  let last = 0
  document.addEventListener('keydown', (event) => {
    const { key, timeStamp, target } = event
    if (timeStamp - last > PAUSE) keys = ''
    last = timeStamp
    if (key.length === 1 && !event.ctrlKey && !event.metaKey) keys += key
    if (key !== 'Enter') return
    const field = target instanceof HTMLInputElement && target.id === 'token' ? target : undefined
    const code = codeAtEnd(field?.value ?? keys)
    keys = ''
    if ((code !== undefined || field) && take({ code, inField: field !== undefined }))
      event.preventDefault()
  })
}
