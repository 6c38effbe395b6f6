/**
 * The council's logo, where it has one.
 *
 * Talks to the site's data. Invariant: a picture of points, whatever the council's file is.
 * Decided in docs/decisions/0020.
 */
import type { APIRoute } from 'astro'
import { loadSite } from '../site/load.ts'
import type { PaintedLogo } from '../site/paint-logo.ts'

export async function getStaticPaths() {
  const { logo } = await loadSite()
  return logo ? [{ params: { logo: 'logo' }, props: { logo } }] : []
}

export const GET: APIRoute<{ logo: PaintedLogo }> = ({ props: { logo } }) =>
  new Response(logo.bytes, { headers: { 'Content-Type': 'image/webp' } })
