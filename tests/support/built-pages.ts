/**
 * The pages of a built site, read as a browser reads them.
 *
 * Talks to the folder of the site. Invariant: no page is left out.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

export type BuiltElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  /** The language that the element's text is in, as its page says. */
  readonly lang: string
}

export type BuiltPage = {
  /** `/en/guide/privacy/`. */
  readonly address: string
  readonly html: string
  readonly elements: readonly BuiltElement[]
}

/** Every page, by address. */
export async function readBuiltPages(siteDir: string): Promise<readonly BuiltPage[]> {
  const files = await readdir(siteDir, { recursive: true, encoding: 'utf8' })
  const pages = files.filter((file) => file.endsWith('.html')).toSorted()
  return Promise.all(
    pages.map(async (file) => {
      const html = await readFile(join(siteDir, file), 'utf8')
      const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`
      return { address, html, elements: [...elementsBelow(parse(html), '')] }
    }),
  )
}

function* elementsBelow(parent: Tree.ParentNode, lang: string): Generator<BuiltElement> {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    const own = attributes['lang'] ?? lang
    const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
    yield { name: node.tagName, attributes, text: text.trim(), lang: own }
    yield* elementsBelow(node, own)
  }
}
