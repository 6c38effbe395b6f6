/**
 * XML: elements as values, and their text.
 *
 * Pure. Invariant: whatever the words are, what comes out is well-formed. Source: XML 1.0, fifth edition.
 * Decided in docs/decisions/0017.
 */

export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly children: readonly (Element | string)[]
}

/** Characters that XML cannot hold, not even as a number. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** An element; an attribute that is undefined is left out. */
export function element(
  name: string,
  attributes: Element['attributes'] = {},
  children: Element['children'] = [],
): Element {
  return { name, attributes, children }
}

/** A whole document. */
export function printXml(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${printElement(root)}\n`
}

/** Text as it may stand between tags and in an attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"]/g, (letter) => ESCAPED[letter] ?? '')
}

function printElement({ name, attributes, children }: Element): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
  )
  const opened = `<${name}${written.join('')}`
  if (children.length === 0) return `${opened}/>`
  const inner = children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : printElement(child),
  )
  return `${opened}>${inner.join('')}</${name}>`
}
