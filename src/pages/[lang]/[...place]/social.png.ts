/**
 * The pictures that other sites show beside a link: one for the front page, each round and each result.
 *
 * Talks to the site's data. Invariant: made when the site is built, from its own content only.
 * Decided in docs/decisions/0017.
 */
import type { APIRoute } from 'astro'
import { loadSite } from '../../../site/load.ts'
import { paintCard } from '../../../site/paint-card.ts'
import { socialCards, type SocialCard } from '../../../site/social-card.ts'
import { languagePaths } from '../../../site/static-paths.ts'

type Props = { readonly card: SocialCard; readonly colour: string }

export async function getStaticPaths() {
  return languagePaths(await loadSite()).flatMap(({ params: { lang }, props: { site, reader } }) =>
    socialCards(site, reader).map((card) => ({
      params: { lang, place: card.image.split('/').slice(2, -1).join('/') || undefined },
      props: { card, colour: site.council.colour } satisfies Props,
    })),
  )
}

export const GET: APIRoute<Props> = async ({ props: { card, colour } }) =>
  new Response(await paintCard(card, colour), { headers: { 'Content-Type': 'image/png' } })
