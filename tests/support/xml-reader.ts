/**
 * A strict reader of XML: enough to tell well-formed from almost.
 *
 * Pure. Invariant: throws on a tag that is not closed, an attribute that stands twice, a bare `&`, or a
 * character that XML does not know.
 */

export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const PIECE = /<\/([\w:.-]+)>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

type Opened = {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

/** The root of a document. */
export function readXml(text: string): XmlElement {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
  if (!text.startsWith(declaration)) throw new Error('no declaration')
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new Error('no character of XML')
  const document: Opened = { name: '', attributes: {}, children: [] }
  const open = [document]
  const body = text.slice(declaration.length).trim()
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < body.length) {
    const at = PIECE.lastIndex
    const piece = PIECE.exec(body)
    if (piece === null) throw new Error(`not well-formed at: ${body.slice(at, at + 40)}`)
    take(piece, open)
  }
  const [root, ...more] = document.children
  if (open.length !== 1 || typeof root !== 'object' || more.length > 0)
    throw new Error('not one root')
  return root
}

/** The children with a name. */
export function childrenOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter(
    (child) => typeof child === 'object' && child.name === name,
  ) as XmlElement[]
}

/** The text of the only child with a name. */
export function textOfChild(parent: XmlElement, name: string): string {
  const [child, ...more] = childrenOf(parent, name)
  if (child === undefined || more.length > 0) throw new Error(`not one ${name} in ${parent.name}`)
  return child.children.join('')
}

function take(piece: RegExpExecArray, open: Opened[]): void {
  const [, closed, name, attributes = '', empty, text] = piece
  const parent = open.at(-1)
  if (parent === undefined) throw new Error('more closed than opened')
  if (text !== undefined) parent.children.push(decode(text))
  else if (closed !== undefined) {
    if (parent.name !== closed || open.length === 1)
      throw new Error(`${closed} closes ${parent.name}`)
    open.pop()
  } else {
    const made: Opened = { name: name ?? '', attributes: readAttributes(attributes), children: [] }
    parent.children.push(made)
    if (!empty) open.push(made)
  }
}

function readAttributes(text: string): Record<string, string> {
  const read: Record<string, string> = {}
  for (const [, key = '', value = ''] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (key in read) throw new Error(`${key} stands twice`)
    read[key] = decode(value)
  }
  return read
}

function decode(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`a bare & in: ${text}`)
  return text.replaceAll(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '')
}
