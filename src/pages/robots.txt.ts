/**
 * What search engines are told before they read anything.
 *
 * Pure. Invariant: names a sitemap only where there is one. Decided in docs/decisions/0017.
 */
import type { APIRoute } from 'astro'
import { printRobots } from '../site/sitemap.ts'

export const GET: APIRoute = ({ site }) =>
  new Response(printRobots(site), { headers: { 'Content-Type': 'text/plain' } })
