/**
 * The voting code in the address of a scanned letter, after #.
 *
 * Pure. Invariant: no text makes it throw, so that nothing keeps a code in the address.
 * Decided in docs/decisions/0003.
 */
import { isToken, readTyped, type Token } from '../domain/token.ts'

/** The letters and digits of an address's part after #; what else an app or a scanner added is dropped. */
export function codeInFragment(fragment: string): string {
  // Unlike decodeURIComponent, this leaves a lone % as it is.
  const [decoded = ''] = new URLSearchParams(fragment).keys()
  return readTyped(decoded).replace(/[^0-9A-Z]/g, '')
}

/**
 * The code at the end of what a handheld scanner typed: the code alone, or its address as whatever keyboard the
 * scanner takes itself for writes `:`, `/` and `#`. Undefined where it ends with none.
 */
export function codeAtEnd(typed: string): Token | undefined {
  const letters = readTyped(typed)
    .replace(/[^0-9A-Z]/g, '')
    .slice(-16)
  return isToken(letters) ? letters : undefined
}
