/**
 * Round translations: the words of a round in another language (content/rounds/<round>/round.<language>.md).
 *
 * Pure. Invariant: what is voted on and when stands in round.md alone.
 * Decided in docs/decisions/0020.
 */
import * as v from 'valibot'
import type { Language } from './council.ts'
import type { Phase } from './phase.ts'
import type { Round, RoundText } from './round.ts'
import { lackingNames, lackingWords, namesBy, TranslationVersion } from './translation.ts'
import { lineOf } from './written-text.ts'

export const RoundTranslationSchema = v.strictObject({
  schemaVersion: TranslationVersion,
  /** The round's name, with its year. */
  title: lineOf(1, 80),
  /** One or two sentences on what residents can do here. */
  summary: lineOf(1, 300),
  /** Who may vote; where round.md says it. */
  voters: v.optional(lineOf(1, 200)),
  /** The conditions, as many and in the same order as in round.md. */
  conditions: v.optional(v.array(lineOf(2, 200), 'write a list of sentences'), []),
  /** The names of the themes by their ids: `play: Leg og bevægelse`. */
  themes: namesBy(60),
  /** The names of the areas by their ids. */
  areas: namesBy(80),
  /** The notes of the phases by their names: `voting: …`; of a second one of the same name `voting-2: …`. */
  phases: namesBy(200),
  /** The words of the events by their ids. */
  events: v.optional(
    v.record(
      v.string(),
      v.strictObject({
        /** What it is. */
        title: lineOf(2, 80),
        /** Where it is; where round.md says it. */
        place: v.optional(lineOf(2, 120)),
        /** What to bring or to expect; where round.md says it. */
        note: v.optional(lineOf(2, 300)),
      }),
      'write the words of each event under its id',
    ),
    {},
  ),
})

export type RoundTranslation = v.InferOutput<typeof RoundTranslationSchema>

/** What a translation has no words for, in sentences for its author. */
export function lackingInRound(words: RoundTranslation, round: RoundText): string[] {
  const noted = namedPhases(round.phases).filter(({ note }) => note !== undefined)
  const [told, all] = [words.conditions.length, round.conditions.length]
  return [
    ...lackingWords({ voters: round.voters }, { voters: words.voters }),
    ...lackingNames('themes', round.themes, words.themes),
    ...lackingNames('areas', round.areas, words.areas),
    ...lackingNames('phases', noted, words.phases),
    ...lackingNames('events', round.events, words.events),
    ...round.events.flatMap(({ id, place, note }) => {
      const event = words.events[id]
      if (event === undefined) return []
      const lacking = lackingWords({ place, note }, { place: event.place, note: event.note })
      return lacking.map((problem) => `events.${id}.${problem}`)
    }),
    ...(told === all ? [] : [`conditions: found ${told}, expected ${all} as in round.md`]),
  ]
}

/** The words of a translation as its file has them; undefined where they are not what they should be. */
export function readRoundTranslation(fields: unknown): RoundTranslation | undefined {
  const parsed = v.safeParse(RoundTranslationSchema, fields)
  return parsed.success ? parsed.output : undefined
}

/**
 * The fields of a translation for a round that has changed: what is new stands there as it was written, what is
 * gone is taken out, and all other words stay.
 */
export function alignedWords(
  words: RoundTranslation,
  before: RoundText,
  after: RoundText,
): Omit<RoundTranslation, 'schemaVersion'> {
  const { title, summary } = words
  const told = new Map(before.conditions.map((text, index) => [text, words.conditions[index]]))
  const names = (rows: readonly { id: string; name: string }[], by: Record<string, string>) =>
    Object.fromEntries(rows.map(({ id, name }) => [id, by[id] ?? name]))
  return {
    ...{ title, summary, voters: after.voters && (words.voters ?? after.voters) },
    conditions: after.conditions.map((text) => told.get(text) ?? text),
    themes: names(after.themes, words.themes),
    areas: names(after.areas, words.areas),
    phases: Object.fromEntries(
      namedPhases(after.phases).flatMap(({ id, note }) =>
        note === undefined ? [] : [[id, words.phases[id] ?? note]],
      ),
    ),
    events: Object.fromEntries(
      after.events.map(({ id, title: name, place, note }) => {
        const event = words.events[id]
        const texts = {
          title: event?.title ?? name,
          ...(place !== undefined && { place: event?.place ?? place }),
          ...(note !== undefined && { note: event?.note ?? note }),
        }
        return [id, texts]
      }),
    ),
  }
}

/** The words of a round that its translations say in their language. */
export function ownWords(round: RoundText): Omit<RoundTranslation, 'schemaVersion'> {
  const none = { conditions: [], themes: {}, areas: {}, phases: {}, events: {} }
  const { title, summary } = round
  return alignedWords({ schemaVersion: 1, title, summary, ...none }, round, round)
}

/** The round in a language, where it has been translated; else as it was written. */
export function tellRound(round: Round, language: Language): Round {
  const told = round.translations?.[language]
  if (told === undefined) return round
  const { title, summary, voters, conditions, body } = told
  return {
    ...round,
    ...{ title, summary, voters, conditions, body, language, originalTitle: round.title },
    themes: round.themes.map((each) => ({ ...each, name: told.themes[each.id] ?? each.name })),
    areas: round.areas.map((each) => ({ ...each, name: told.areas[each.id] ?? each.name })),
    phases: namedPhases(round.phases).map(({ id, ...phase }) => ({
      ...phase,
      note: told.phases[id],
    })),
    events: round.events.map((each) => ({ ...each, ...told.events[each.id] })),
  }
}

/** Phases with the names under which a translation has their notes. */
function namedPhases(phases: readonly Phase[]): readonly (Phase & { readonly id: string })[] {
  return phases.map((phase, index) => {
    const turn = phases.slice(0, index + 1).filter((each) => each.phase === phase.phase).length
    return { ...phase, id: turn === 1 ? phase.phase : `${phase.phase}-${turn}` }
  })
}
