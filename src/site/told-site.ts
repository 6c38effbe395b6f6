/**
 * The site in one language: the council's text, guides and rounds in it, where they have been translated, else as they were written.
 *
 * Pure. Invariant: proposals stay as they were written, because what is voted on is; whoever shows one to read
 * asks for it in a language. Decided in docs/decisions/0020.
 */
import type { Language } from '../domain/council.ts'
import { tellGuide } from '../domain/guide.ts'
import { tellRound } from '../domain/round-translation.ts'
import type { Site } from './load.ts'

const told = new WeakMap<Site, Map<Language, Site>>()

/** The same object for the same site and language, so that what is remembered of a round is found again. */
export function tellSite(site: Site, language: Language): Site {
  const known = told.get(site) ?? new Map<Language, Site>()
  told.set(site, known)
  const made = known.get(language) ?? makeSite(site, language)
  known.set(language, made)
  return made
}

function makeSite(site: Site, language: Language): Site {
  return {
    ...site,
    about: site.council.translations?.[language]?.body ?? site.about,
    guides: site.guides.map((guide) => tellGuide(guide, language)),
    rounds: site.rounds.map((page) => {
      const round = tellRound(page.round, language)
      // The dates are the same; the notes beside them are words.
      const periods = page.periods.map((period, at) => ({
        ...period,
        note: round.phases[at]?.note,
      }))
      return { ...page, round, periods }
    }),
  }
}
