/**
 * Cookies of one request, as a function at Netlify reads and sets them.
 *
 * Pure. Invariant: what a function sets stands in its own answer and nowhere else.
 * Decided in docs/decisions/0007.
 */
import type { Context } from '@netlify/functions'

type Cookies = Context['cookies']

type Cookie = {
  readonly name: string
  readonly value: string
  readonly expires?: Date | number
  readonly maxAge?: number
  readonly domain?: string
  readonly path?: string
  readonly secure?: boolean
  readonly httpOnly?: boolean
  readonly sameSite?: 'Strict' | 'Lax' | 'None'
}

/** `lines` grows by one `Set-Cookie` value for every change. */
export function makeCookies(header: string | null): {
  readonly cookies: Cookies
  readonly lines: readonly string[]
} {
  const sent = new Map(readPairs(header ?? ''))
  const lines: string[] = []
  function set(cookie: string | Cookie, value = ''): void {
    lines.push(printCookie(typeof cookie === 'string' ? { name: cookie, value } : cookie))
  }
  const cookies: Cookies = {
    get: (name) => sent.get(name) ?? '',
    set,
    delete: (cookie) => {
      const rest = typeof cookie === 'string' ? { name: cookie } : cookie
      set({ ...rest, value: '', maxAge: 0 })
    },
  }
  return { cookies, lines }
}

function readPairs(header: string): [string, string][] {
  return header.split(';').flatMap((pair): [string, string][] => {
    const [name = '', ...value] = pair.trim().split('=')
    return name === '' ? [] : [[name, value.join('=')]]
  })
}

function printCookie(cookie: Cookie): string {
  const { name, value, expires, maxAge, domain, path, secure, httpOnly, sameSite } = cookie
  return [
    `${name}=${value}`,
    expires === undefined ? '' : `Expires=${new Date(expires).toUTCString()}`,
    maxAge === undefined ? '' : `Max-Age=${maxAge}`,
    domain === undefined ? '' : `Domain=${domain}`,
    path === undefined ? '' : `Path=${path}`,
    secure ? 'Secure' : '',
    httpOnly ? 'HttpOnly' : '',
    sameSite === undefined ? '' : `SameSite=${sameSite}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}
