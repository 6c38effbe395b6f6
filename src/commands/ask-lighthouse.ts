/**
 * Lighthouse's judgement of one page.
 *
 * Talks to a browser through its debugging port, and to the page. Invariant: its defaults for phones, whole;
 * only where a page asks search engines to leave it alone is that not held against it.
 * Decided in docs/decisions/0019.
 */
import lighthouse from 'lighthouse'

export type Judged = {
  /** Largest contentful paint, in milliseconds. */
  readonly lcp: number
  /** Cumulative layout shift. */
  readonly cls: number
  /** Of 100. */
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  readonly seo: number
  /** Whether the page asks search engines to leave it alone. */
  readonly unlisted: boolean
  /** What cost it points, by Lighthouse's names. */
  readonly lost: readonly string[]
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

/** Asks it. Throws where the page could not be judged. */
export async function askLighthouse(address: string, port: number): Promise<Judged> {
  const unlisted = /<meta name="robots" content="noindex/.test(await (await fetch(address)).text())
  const answer = await lighthouse(address, {
    ...{ port, logLevel: 'silent', output: 'json', onlyCategories: CATEGORIES },
    ...(unlisted && { skipAudits: ['is-crawlable'] }),
  })
  const { audits, categories, runtimeError } = answer?.lhr ?? {}
  if (audits === undefined || categories === undefined || runtimeError)
    throw new Error(`${address} could not be judged: ${runtimeError?.message ?? 'no answer'}`)
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100)
  const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs)
  return {
    lcp: audits['largest-contentful-paint']?.numericValue ?? NaN,
    cls: audits['cumulative-layout-shift']?.numericValue ?? NaN,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    unlisted,
    lost: weighed
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => id),
  }
}
