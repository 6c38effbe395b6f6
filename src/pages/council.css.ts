/**
 * The council's colour and letters as a stylesheet, because the security policy allows no style in a page.
 *
 * Talks to the site's data. Invariant: all looks that differ between councils are here.
 * Decided in docs/decisions/0004.
 */
import type { APIRoute } from 'astro'
import { councilStyles } from '../site/colour.ts'
import { loadSite } from '../site/load.ts'

export const GET: APIRoute = async () => {
  const { council } = await loadSite()
  return new Response(councilStyles(council), { headers: { 'Content-Type': 'text/css' } })
}
