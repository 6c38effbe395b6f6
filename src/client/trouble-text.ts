/**
 * Why the desk did not do what was asked, in a sentence.
 *
 * Pure. Invariant: an answer that never came is never called a no. Decided in docs/decisions/0024.
 */
import type { CodeWords } from '../i18n/code-words.ts'
import type { Trouble } from './register-codes.ts'

/** The sentence; `silent` is the one for no answer, which depends on what was asked. */
export function troubleText(
  trouble: Trouble,
  { words, silent }: { readonly words: CodeWords; readonly silent: string },
): string {
  switch (trouble.outcome) {
    case 'refused':
      return trouble.detail
    case 'signed-out':
      return words.signedOut
    case 'cancelled':
      return words.cancelled
    case 'silent':
      return silent
    default:
      return trouble satisfies never
  }
}
