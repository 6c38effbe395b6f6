/**
 * The dates of a round for calendar programs.
 *
 * Talks to the site's data. Invariant: the same content gives the same bytes.
 * Decided in docs/decisions/0017.
 */
import type { APIRoute } from 'astro'
import { loadSite } from '../../../../site/load.ts'
import { roundCalendar } from '../../../../site/round-calendar.ts'
import { roundPaths, type RoundProps } from '../../../../site/static-paths.ts'

export async function getStaticPaths() {
  return roundPaths(await loadSite())
}

export const GET: APIRoute<RoundProps> = ({ props: { page, reader }, site }) =>
  new Response(roundCalendar(page, reader, site), {
    headers: { 'Content-Type': 'text/calendar' },
  })
