/**
 * The feed of one language.
 *
 * Talks to the site's data. Invariant: the same content gives the same bytes.
 * Decided in docs/decisions/0017.
 */
import type { APIRoute } from 'astro'
import { printFeed } from '../../site/feed.ts'
import { loadSite } from '../../site/load.ts'
import { languagePaths, type PageProps } from '../../site/static-paths.ts'

export async function getStaticPaths() {
  return languagePaths(await loadSite())
}

export const GET: APIRoute<PageProps> = ({ props: { site, reader }, site: base }) =>
  new Response(printFeed(site, reader, base), {
    headers: { 'Content-Type': 'application/atom+xml' },
  })
