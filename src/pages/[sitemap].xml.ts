/**
 * The sitemap for search engines; there is none where the site does not know its own address.
 *
 * Talks to the site's data. Invariant: every address in it is full. Decided in docs/decisions/0017.
 */
import type { APIRoute } from 'astro'
import { loadSite } from '../site/load.ts'
import { sitemapFiles, type SitemapFile } from '../site/sitemap.ts'

export async function getStaticPaths() {
  const address: string | undefined = import.meta.env.SITE
  if (!address) return []
  return sitemapFiles(await loadSite(), new URL(address)).map((file) => ({
    params: { sitemap: file.name },
    props: file,
  }))
}

export const GET: APIRoute<SitemapFile> = ({ props: { text } }) =>
  new Response(text, { headers: { 'Content-Type': 'application/xml' } })
