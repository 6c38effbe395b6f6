/**
 * The attacks on the site's Markdown: our own list, by class.
 *
 * Pure. Invariant: no text stands twice.
 */
import { ADDRESSES } from './attacks/addresses.ts'
import type { AttackClass } from './attacks/attack.ts'
import { ELEMENTS } from './attacks/elements.ts'
import { MARKDOWN } from './attacks/markdown.ts'
import { PARSING } from './attacks/parsing.ts'
import { SCRIPTS } from './attacks/scripts.ts'

const seen = new Set<string>()

export const ATTACKS: readonly AttackClass[] = [
  ...SCRIPTS,
  ...ADDRESSES,
  ...ELEMENTS,
  ...PARSING,
  ...MARKDOWN,
].map(({ name, texts }) => ({
  name,
  texts: texts.filter((text) => !seen.has(text) && seen.add(text)),
}))
