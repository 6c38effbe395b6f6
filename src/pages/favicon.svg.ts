/**
 * The site's mark as a file, for programs that ask for it by an address; pages hold it themselves.
 *
 * Talks to the site's data. Invariant: the same mark as on every page. Decided in docs/decisions/0004.
 */
import type { APIRoute } from 'astro'
import { councilMark } from '../site/colour.ts'
import { loadSite } from '../site/load.ts'

export const GET: APIRoute = async () => {
  const { council } = await loadSite()
  return new Response(councilMark(council.colour), { headers: { 'Content-Type': 'image/svg+xml' } })
}
