/**
 * The council's map, where it has one.
 *
 * Talks to the site's data. Invariant: pages show it as a picture only, in which no script runs.
 * Decided in docs/decisions/0021.
 */
import type { APIRoute } from 'astro'
import { loadSite, type BaseMap } from '../site/load.ts'

export async function getStaticPaths() {
  const { map } = await loadSite()
  return map ? [{ params: { map: 'map' }, props: map }] : []
}

export const GET: APIRoute<BaseMap> = ({ props: { svg } }) =>
  new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } })
