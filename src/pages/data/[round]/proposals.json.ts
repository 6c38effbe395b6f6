/**
 * The proposals of a round as one small file, for searching and sorting in the browser.
 *
 * Invariant: the same in every language. Decided in docs/decisions/0004.
 */
import type { APIRoute } from 'astro'
import { listFile } from '../../../site/list-file.ts'
import { loadSite, type RoundPage } from '../../../site/load.ts'

export async function getStaticPaths() {
  const { rounds } = await loadSite()
  return rounds.map((page) => ({ params: { round: page.round.id }, props: { page } }))
}

export const GET: APIRoute<{ page: RoundPage }> = async ({ props: { page } }) => {
  const { council } = await loadSite()
  return new Response(JSON.stringify(listFile(page, council)))
}
