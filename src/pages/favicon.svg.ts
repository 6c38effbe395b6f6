/**
 * The site's mark in the council's colour, for the browser's tab.
 *
 * Talks to the site's data. Invariant: the same chest as in src/components/Crest.astro.
 * Decided in docs/decisions/0004.
 */
import type { APIRoute } from 'astro'
import { loadSite } from '../site/load.ts'

export const GET: APIRoute = async () => {
  const { council } = await loadSite()
  const chest = `<path fill="${council.colour}" d="M4 23C4 11 10 6 24 6s20 5 20 17zM4 26h40v16H4z"/>`
  const locks = '<path fill="#edc162" d="M9 22h7v10H9zM20.5 22h7v10h-7zM32 22h7v10h-7z"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">${chest}${locks}</svg>`
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } })
}
