/**
 * Handheld scanners: what they read arrives as keys that are pressed very quickly, and then Enter.
 *
 * Talks to the page's keyboard. Invariant: keys are kept no longer than a scanner pauses between two; the Enter of a
 * code that was scanned presses nothing, and a person's Enter is left alone. Decided in docs/decisions/0027.
 */
import { codeAtEnd } from './code-in-address.ts'

/** Slow ones by radio; people need longer for sixteen letters in a row. */
const PAUSE = 200

/** Fewer keys before an Enter are no scan, only somebody at the keyboard. */
const FEWEST = 4

/** What came before Enter; `letters` where they are no code. */
export type Scan = {
  readonly code: string | undefined
  readonly letters: string
  readonly inField: boolean
}

/**
 * Calls with what was scanned, wherever the focus is; the field of the code is asked with what stands in it.
 * Answers whether Enter has done its work by that.
 */
export function listenForScans(take: (scan: Scan) => boolean): void {
  let keys = ''
  let last = 0
  document.addEventListener('keydown', (event) => {
    const { key, timeStamp, target } = event
    if (timeStamp - last > PAUSE) keys = ''
    last = timeStamp
    if (key.length === 1 && !event.ctrlKey && !event.metaKey) keys += key
    if (key !== 'Enter') return
    const field = target instanceof HTMLInputElement && target.id === 'token' ? target : undefined
    const letters = field?.value ?? keys
    const code = codeAtEnd(letters)
    const isScanned = codeAtEnd(keys) !== undefined
    keys = ''
    const isScan = code !== undefined || field !== undefined || letters.length >= FEWEST
    const isTaken = isScan && take({ code, letters, inField: field !== undefined })
    if (isTaken || isScanned) event.preventDefault()
  })
}
