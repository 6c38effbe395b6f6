/**
 * The proposals of a round as one small file, for searching and sorting in the browser.
 *
 * Talks to the site's data. Invariant: in the language of the pages that ask for it.
 * Decided in docs/decisions/0035.
 */
import type { APIRoute } from 'astro'
import { listFile } from '../../../../site/list-file.ts'
import { loadSite } from '../../../../site/load.ts'
import { roundPaths, type RoundProps } from '../../../../site/static-paths.ts'

export async function getStaticPaths() {
  return roundPaths(await loadSite())
}

export const GET: APIRoute<RoundProps> = ({ props: { page, reader } }) =>
  new Response(JSON.stringify(listFile(page, reader)))
