/**
 * Requests from a page of this very site, with a secret in a cookie that only the server reads.
 *
 * Pure over a Request. Invariant: stricter than the rest of the site: a request that does not say where it comes
 * from is refused too. Decided in docs/decisions/0022.
 */

/** `__Host-`: only for this host, only over a safe way, for all of it. */
export const DESK_COOKIE = '__Host-desk'
export const KIOSK_COOKIE = '__Host-kiosk'

type CookieName = typeof DESK_COOKIE | typeof KIOSK_COOKIE

/** Both are looked at where both are there. */
export function isFromOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site === null && origin === null) return false
  const own = new URL(request.url).origin
  return (site === null || site === 'same-origin') && (origin === null || origin === own)
}

/** The secret of a cookie; undefined where there is none that we could have given out. */
export function readSecret(request: Request, name: CookieName): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((one) => one.trim())
  const own = cookies.filter((one) => one.startsWith(`${name}=`))
  // Two of one name are never ours.
  const [value] = own.length === 1 ? own.map((one) => one.slice(name.length + 1)) : []
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined
}

/** The header that gives a secret to the browser for so many seconds; no secret takes it away. */
export function setSecret(name: CookieName, secret: string, seconds: number): string {
  return `${name}=${secret}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`
}
