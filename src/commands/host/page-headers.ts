/**
 * Headers of static files: the file `_headers`, read with Netlify's own parser.
 *
 * Talks to the file system. Invariant: a static file leaves this host with the headers that it would
 * have at Netlify. Decided in docs/decisions/0007.
 */
import { join } from 'node:path'
import { parseAllHeaders, type Header } from '@netlify/headers-parser'

export type HeaderRule = Pick<Header, 'values'> & { readonly matches: RegExp }

/** The rules of a built site; none where it has no such file. */
export async function readHeaderRules(siteDir: string): Promise<readonly HeaderRule[]> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [join(siteDir, '_headers')],
    configHeaders: undefined,
    minimal: false,
  })
  if (errors[0]) throw errors[0]
  return headers.map((rule) => {
    if (!('forRegExp' in rule)) throw new Error('_headers was read without its patterns')
    return { values: rule.values, matches: rule.forRegExp }
  })
}

/** The headers of one path: rules that fit add up, as at Netlify. */
export function headersFor(rules: readonly HeaderRule[], pathname: string): Headers {
  const headers = new Headers()
  for (const { values, matches } of rules)
    if (matches.test(pathname))
      for (const [name, value] of Object.entries(values)) headers.append(name, value)
  return headers
}
