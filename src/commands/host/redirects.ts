/**
 * Redirects: the file `_redirects`, read with Netlify's own parser and followed as Netlify does.
 *
 * Talks to the file system. Invariant: a rule that this host could not follow stops it, so that nothing
 * works here and fails there. Decided in docs/decisions/0007.
 */
import { join } from 'node:path'
import { parseAllRedirects } from '@netlify/redirect-parser'
import * as v from 'valibot'
import { readAccepted } from './accepted.ts'

const unused = v.optional(v.strictObject({}), {})

/** What a rule may be: a path, perhaps with `/*` at its end, and perhaps a list of languages. */
const RuleSchema = v.object({
  path: v.pipe(v.string(), v.regex(/^[^*:]*(\/\*)?$/, 'only a path, or a path that ends in /*')),
  to: v.string(),
  status: v.picklist([301, 302, 307, 308], 'only 301, 302, 307 or 308'),
  conditions: v.optional(v.strictObject({ Language: v.optional(v.array(v.string())) }), {}),
  query: unused,
})

export type RedirectRule = v.InferOutput<typeof RuleSchema>

/** The rules of a built site, in their order; none where it has no such file. */
export async function readRedirects(siteDir: string): Promise<readonly RedirectRule[]> {
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [join(siteDir, '_redirects')],
    configRedirects: [],
    minimal: false,
  })
  const faults: readonly unknown[] = errors
  if (faults.length > 0) throw new Error('_redirects cannot be read', { cause: faults[0] })
  return v.parse(v.array(RuleSchema), redirects)
}

/** The answer of the first rule that fits; the query goes along. Undefined where none fits. */
export function redirect(rules: readonly RedirectRule[], request: Request): Response | undefined {
  const { pathname, search } = new URL(request.url)
  const language = readAccepted(request.headers.get('accept-language'))[0]?.split('-')[0]
  for (const rule of rules) {
    const splat = matchPath(rule.path, pathname)
    const { Language } = rule.conditions
    if (splat === undefined || (Language && !Language.includes(language ?? ''))) continue
    const location = `${rule.to.replace(':splat', splat)}${search}`
    return new Response(null, { status: rule.status, headers: { Location: location } })
  }
  return undefined
}

/** What `*` stands for, or an empty text where there is none; undefined where the path does not fit. */
function matchPath(pattern: string, pathname: string): string | undefined {
  if (!pattern.endsWith('/*')) return trim(pattern) === trim(pathname) ? '' : undefined
  const start = pattern.slice(0, -1)
  if (pathname.startsWith(start)) return pathname.slice(start.length)
  return `${pathname}/` === start ? '' : undefined
}

function trim(path: string): string {
  return path.replace(/\/$/, '')
}
