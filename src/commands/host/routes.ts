/**
 * Routes: which function answers an address, and what its parameters are.
 *
 * Pure. Invariant: a pattern means here what it means at Netlify: whole path, one part a parameter, a
 * slash at the end or not. Decided in docs/decisions/0007.
 */
import type { FunctionRoute } from './bundle.ts'

type Routed = { readonly routes: readonly FunctionRoute[] }

export type RouteMatch<Entry extends Routed> =
  | { readonly outcome: 'none' }
  | { readonly outcome: 'wrong-method'; readonly allowed: readonly string[] }
  | {
      readonly outcome: 'matched'
      readonly function: Entry
      readonly params: Readonly<Record<string, string>>
    }

/** Finds the function for a path and a method; a plain path wins over one with parameters. */
export function matchRoute<Entry extends Routed>(
  functions: readonly Entry[],
  pathname: string,
  method: string,
): RouteMatch<Entry> {
  const matches = functions
    .flatMap((one) => one.routes.map((route) => ({ function: one, route })))
    .toSorted((a, b) => parametersIn(a.route) - parametersIn(b.route))
    .flatMap((match) => {
      const params = readParams(match.route.pattern, pathname)
      return params ? [{ ...match, params }] : []
    })
  const [found] = matches.filter(({ route }) => allows(route, method))
  if (found) return { outcome: 'matched', function: found.function, params: found.params }
  const allowed = [...new Set(matches.flatMap(({ route }) => route.methods))]
  return matches.length > 0 ? { outcome: 'wrong-method', allowed } : { outcome: 'none' }
}

/** A reader who asks for the headers alone is asking for the page. */
function allows({ methods }: FunctionRoute, method: string): boolean {
  return methods.length === 0 || methods.includes(method === 'HEAD' ? 'GET' : method)
}

function parametersIn({ pattern }: FunctionRoute): number {
  return pattern.split('/').filter((part) => /[:*]/.test(part)).length
}

function readParams(pattern: string, pathname: string): Record<string, string> | undefined {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  const groups = new URLPattern({ pathname: pattern }).exec({ pathname: path })?.pathname.groups
  if (!groups) return undefined
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, value ?? '']))
}
