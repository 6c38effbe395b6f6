/**
 * Published result files at addresses that never move: /data/<round>/<snapshot>/<file>.
 *
 * Invariant: byte for byte what was committed. Decided in docs/decisions/0006.
 */
import type { APIRoute } from 'astro'
import { loadSite, readResultFile } from '../../../site/load.ts'

export async function getStaticPaths() {
  const { rounds } = await loadSite()
  return rounds.flatMap(({ round, resultFiles }) =>
    resultFiles.map((path) => ({
      params: { round: round.id, file: path.replace(/^results\//, '') },
      props: { path },
    })),
  )
}

export const GET: APIRoute<{ path: string }> = async ({ params, props }) =>
  new Response(await readResultFile(params['round'] ?? '', props.path))
