/**
 * Security headers: what every answer of the council's site tells the browser to refuse.
 *
 * Pure. Invariant: static pages and pages from functions carry the same list; nothing comes from
 * another host, nothing is framed, nothing runs inline. Decided in docs/decisions/0007.
 */

/** By directive, in the order in which it is read aloud: all is refused but what follows. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // For the recount of a result; every other page forbids it again in its own head (src/layouts/Page.astro).
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Names as HTTP writes them, with their values. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  // Browsers pass it over where a page came by http, as from our own host.
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  // `no-referrer` would make a form post of the same site send `Origin: null`, which is refused.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** For pages that a shared computer must not keep: they show a voting code, a ballot or a receipt. */
export const NOT_STORED = 'no-store'
