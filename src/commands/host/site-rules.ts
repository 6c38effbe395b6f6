/**
 * Site rules: the two files that tell Netlify, and our own host, how to serve the built pages.
 *
 * Pure. Invariant: an address without a language always leads to a page, whatever the reader's browser
 * asks for. Decided in docs/decisions/0007.
 */
import type { Language } from '../../domain/council.ts'
import { NOT_STORED, PAGE_HEADERS } from '../../http/headers.ts'

/** Pages that hold a voting code, a ballot, a receipt or a private link. */
const PRIVATE_PAGES = ['vote', 'check', 'receipt', 'submission']

/** A file under /_astro/ has a digest of its content in its name, so it never changes. */
const A_YEAR = 'public, max-age=31536000, immutable'

/** The file `_redirects`: addresses without a language go to the reader's, or else to the council's first. */
export function printRedirects(languages: readonly [Language, ...Language[]]): string {
  const [first, ...others] = languages
  const lines = ADDRESSES.flatMap(([from, to]) => [
    ...others.map((language) => `${from}  /${language}${to}  302  Language=${language}`),
    `${from}  /${first}${to}  302`,
  ])
  return `${lines.join('\n')}\n`
}

/** Without the language, and what stands behind it. */
const ADDRESSES = [
  ['/', '/'],
  ['/rounds/*', '/rounds/:splat'],
  ['/desk/*', '/desk/:splat'],
] as const

/** The file `_headers`. */
export function printHeaders(): string {
  const rules = [
    printRule('/*', PAGE_HEADERS),
    printRule('/_astro/*', { 'Cache-Control': A_YEAR }),
    ...PRIVATE_PAGES.map((page) =>
      printRule(`/:language/rounds/:round/${page}/*`, { 'Cache-Control': NOT_STORED }),
    ),
    printRule('/:language/desk/*', { 'Cache-Control': NOT_STORED }),
  ]
  return rules.join('\n')
}

function printRule(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  return `${path}\n${lines.join('')}`
}
