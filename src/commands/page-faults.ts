/**
 * Faults of one element of a built page, by rules for every page and for text from content.
 *
 * Pure. Invariant: nothing inline, nothing of another host, no frame; of text from content only what
 * domain/prose.ts allows. Decided in docs/decisions/0004.
 */
import {
  ALIGNMENTS,
  PROSE_ATTRIBUTES,
  PROSE_ELEMENTS,
  PROSE_SCHEMES,
  RESIDENT_REL,
} from '../domain/prose.ts'

export type PageElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** The text directly in it. */
  readonly text: string
}

/** What frames, restyles or replaces a page, or changes an address after it was checked. */
const NEVER = new Set(
  'style iframe frame frameset object embed applet base portal fencedframe animate set'.split(' '),
)

/** What a browser fetches, or sends to, without being asked again. */
const LOADING = new Set(
  'src srcset imagesrcset poster data background action formaction manifest xlink:href ping'.split(
    ' ',
  ),
)

/** Elements whose `href` is a place to go to; of any other it is something to load. */
const LINKS = new Set(['a', 'area'])
const LINK_PROTOCOLS = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/** Of a `link`: what is named by it is not fetched. */
const NAMED_ONLY = new Set(['alternate', 'canonical', 'license', 'prev', 'next'])

/** Stands for the address of the site while a page is built. */
const HERE = 'https://this.invalid'

/** By name, as the parser found them; of a foreign attribute with its prefix. */
export function attributesOf(
  list: readonly { readonly name: string; readonly value: string; readonly prefix?: string }[],
): ReadonlyMap<string, string> {
  return new Map(
    list.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
  )
}

/** What no page may hold. */
export function* elementFaults(element: PageElement, siteUrl?: string): Generator<string> {
  const { name, attributes, text } = element
  if (NEVER.has(name)) yield `${show(element)} is not for any page of the site`
  if (name === 'script' && (!attributes.has('src') || text.trim() !== ''))
    yield `${show(element)} holds script of its own; only files of the site may hold script`
  if (name === 'meta' && isCommand(attributes.get('http-equiv')))
    yield `${show(element)} would give orders to the browser`
  for (const attribute of attributes.keys())
    if (/^on|^style$|^srcdoc$/i.test(attribute))
      yield `${show(element, attribute)} is script or style inside the page; both belong in files`
  yield* addressFaults(element, siteUrl)
}

/** The policy of a page is the one order that is ours. */
function isCommand(order: string | undefined): boolean {
  return order !== undefined && order.toLowerCase() !== 'content-security-policy'
}

function* addressFaults(element: PageElement, siteUrl?: string): Generator<string> {
  const { name, attributes } = element
  const href = attributes.get('href')
  if (href !== undefined && LINKS.has(name) && !LINK_PROTOCOLS.has(protocolOf(href)))
    yield `${show(element, 'href')} leads to an address that is none`
  const loads = href !== undefined && !LINKS.has(name) && !isNamedOnly(element)
  for (const [attribute, value] of attributes)
    for (const address of isLoading(attribute, loads) ? addressesIn(attribute, value) : [])
      if (!isOurs(address, siteUrl) && !isOwnPicture(element, address))
        yield `${show(element, attribute)} asks another host than the site's own`
}

function isLoading(attribute: string, loads: boolean): boolean {
  return LOADING.has(attribute) || (loads && attribute === 'href')
}

function isNamedOnly({ name, attributes }: PageElement): boolean {
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  return name === 'link' && rel.every((word) => NAMED_ONLY.has(word))
}

function addressesIn(attribute: string, value: string): readonly string[] {
  if (!attribute.endsWith('srcset')) return attribute === 'ping' ? value.split(/\s+/) : [value]
  return value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '')
}

/** A path of letters that no browser reads in two ways: most addresses, told without reading them whole. */
const PLAIN_PATH = /^(?:\/(?!\/)[\w./-]*)?(?:#[\w-]*)?$/

function isOurs(address: string, siteUrl: string | undefined): boolean {
  if (PLAIN_PATH.test(address)) return true
  const url = URL.canParse(address, HERE) ? new URL(address, HERE) : undefined
  return url?.origin === HERE || (siteUrl !== undefined && url?.origin === new URL(siteUrl).origin)
}

/** A picture that the page holds itself; a drawing only as the icon, which no browser lets run or load. */
function isOwnPicture({ name, attributes }: PageElement, address: string): boolean {
  if (name === 'link' && attributes.get('rel') === 'icon')
    return /^data:image\/svg\+xml,/.test(address)
  return name === 'img' && /^data:image\/(?!svg)/.test(address)
}

function protocolOf(address: string): string {
  if (PLAIN_PATH.test(address)) return 'https:'
  return URL.canParse(address, HERE) ? new URL(address, HERE).protocol : ''
}

/** What text from content may not become. */
export function* proseFaults(element: PageElement, author: string): Generator<string> {
  const { name, attributes } = element
  const from = 'in text from content'
  if (!PROSE_ELEMENTS.includes(name)) yield `${show(element)} ${from}, where it is not allowed`
  for (const attribute of attributes.keys())
    if (!(PROSE_ATTRIBUTES[name] ?? []).includes(attribute))
      yield `${show(element, attribute)} ${from}, where the attribute is not allowed`
  const align = attributes.get('data-align')
  if (align !== undefined && !ALIGNMENTS.includes(align))
    yield `${show(element, 'data-align')} ${from}, where a column stands ${ALIGNMENTS.join(', ')}`
  const href = attributes.get('href')
  const leavesSite = href !== undefined && !isOurs(href, undefined)
  if (leavesSite && !PROSE_SCHEMES.includes(protocolOf(href).slice(0, -1)))
    yield `${show(element, 'href')} ${from}, where only https and mailto lead out`
  if (leavesSite && !/^[a-z]+:/i.test(href))
    yield `${show(element, 'href')} ${from}, where another host is named without https`
  if (name === 'a' && author === 'resident' && attributes.get('rel') !== RESIDENT_REL)
    yield `${show(element, 'href')} in a resident's text, without rel="${RESIDENT_REL}"`
}

/** The element as a person finds it again: its tag, and the attribute that it is about. */
function show({ name, attributes }: PageElement, attribute?: string): string {
  const value = attribute === undefined ? undefined : attributes.get(attribute)
  return value === undefined ? `<${name}>` : `<${name} ${attribute}="${shorten(value)}">`
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
