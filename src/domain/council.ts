/**
 * The council: who holds the money, in which languages, time zone and currency (content/council.md).
 *
 * Pure. Invariant: everything the site says about the council comes from this one file and its translations.
 * Decided in docs/decisions/0005, its translations in 0020.
 */
import * as v from 'valibot'
import { ColourSchema } from './council-colour.ts'
import { MapSchema } from './place.ts'
import { isTimeZone } from './time.ts'
import { lackingWords, TranslationVersion, type Translations } from './translation.ts'

/** The languages that have a dictionary. */
export const LANGUAGES = ['da', 'nl', 'en', 'de'] as const

export const LanguageSchema = v.picklist(LANGUAGES, 'write one of da, nl, en, de')

export type Language = v.InferOutput<typeof LanguageSchema>

const line = (most: number) =>
  v.pipe(
    v.string('write a line of text'),
    v.trim(),
    v.minLength(1, 'write at least one character'),
    v.maxLength(most, `write at most ${most} characters`),
  )

/** The families of letters that readers' devices have. */
export const TYPES = ['serif', 'sans', 'humanist'] as const

export const LogoSchema = v.strictObject({
  /** Its file, beside council.md: logo.svg. */
  file: v.pipe(
    v.string('write a file name such as logo.svg'),
    v.regex(
      /^[a-z0-9-]{1,64}\.(?:svg|png|webp|jpg|jpeg)$/,
      'write a file name such as logo.svg: a-z, digits and dashes, then .svg, .png, .webp or .jpg',
    ),
  ),
  /** What it shows, for those who do not see it: "The arms of Tranebro: a crane on a bridge". */
  alt: line(150),
})

export const CouncilSchema = v.strictObject({
  /** The version of this file's form. Write 1. */
  schemaVersion: v.literal(1, 'write 1'),
  /** The place, as residents say it: "Lindevang". It stands at the top of every page. */
  name: line(60),
  /** What kind of body it is, in a few words: "School district council". */
  kind: line(80),
  /** The country, as it is called in English: "Denmark". It stands in the files for researchers. */
  country: line(60),
  /** The languages of the site, the main one first: `[da, en]`. Texts are in the first one unless they say otherwise. */
  languages: v.pipe(
    v.array(LanguageSchema, 'write a list such as [da, en]'),
    v.minLength(1, 'name at least one language'),
    v.check((list) => new Set(list).size === list.length, 'name each language once'),
  ),
  /** The time zone in which all dates are meant: "Europe/Copenhagen". */
  timeZone: v.pipe(
    v.string('write a time zone such as Europe/Copenhagen'),
    v.check(isTimeZone, 'write a time zone such as Europe/Copenhagen'),
  ),
  /** The currency's three letters: DKK or EUR. */
  currency: v.pipe(
    v.string('write three capital letters such as DKK'),
    v.regex(/^[A-Z]{3}$/, 'write three capital letters such as DKK'),
  ),
  /** The council's colour as #rrggbb. It must be dark enough to carry white text. */
  colour: v.optional(ColourSchema, '#0d5c4d'),
  /** The letters of the site: `serif` (headings as in a book), `sans` or `humanist`. Nothing is downloaded. */
  type: v.optional(v.picklist(TYPES, `write one of ${TYPES.join(', ')}`), 'serif'),
  /** The council's own mark, in the place of the drawn chest. */
  logo: v.optional(LogoSchema),
  /** A map of the council's own, beside council.md, on which proposals with degrees are shown. */
  map: v.optional(MapSchema),
  /** A sentence at the foot of every page, such as who publishes the site. */
  notice: v.optional(line(300)),
  /** How a resident reaches a person: shown wherever something can go wrong. */
  contact: v.strictObject({
    /** The office or person to ask for. */
    name: line(100),
    /** A phone number, as it is dialled. */
    phone: v.optional(line(40)),
    /** An e-mail address of the office (not of a private person). */
    email: v.optional(
      v.pipe(v.string('write an e-mail address'), v.email('write an e-mail address')),
    ),
  }),
})

export type CouncilText = v.InferOutput<typeof CouncilSchema>

/** The council's words in another language (content/council.<language>.md). */
export const CouncilTranslationSchema = v.strictObject({
  schemaVersion: TranslationVersion,
  /** The place, where it is called otherwise in this language. */
  name: v.optional(line(60)),
  /** What kind of body it is, in a few words. */
  kind: line(80),
  /** The sentence at the foot of every page; where council.md has one. */
  notice: v.optional(line(300)),
  contact: v.strictObject({
    /** The office or person to ask for. */
    name: line(100),
  }),
  /** Where council.md has a logo. */
  logo: v.optional(
    v.strictObject({
      /** What it shows, for those who do not see it. */
      alt: line(150),
    }),
  ),
})

export type CouncilTranslation = v.InferOutput<typeof CouncilTranslationSchema>

export type Council = CouncilText & {
  readonly translations?: Translations<CouncilTranslation>
  /** The language of its words; the first one where it does not say. */
  readonly language?: Language
  /** Its name as council.md has it, where this is a translation. */
  readonly originalName?: string
}

/** What a translation has no words for, in sentences for its author. */
export function lackingInCouncil(words: CouncilTranslation, council: CouncilText): string[] {
  return lackingWords(
    { notice: council.notice, 'logo.alt': council.logo?.alt },
    { notice: words.notice, 'logo.alt': words.logo?.alt },
  )
}

/** The council in a language, where its words have been translated; else as they were written. */
export function tellCouncil(council: Council, language: Language): Council {
  const told = council.translations?.[language]
  if (told === undefined) return council
  const { name = council.name, kind, notice, contact, logo } = told
  return {
    ...council,
    ...{ name, kind, notice, language, originalName: council.name },
    contact: { ...council.contact, ...contact },
    logo: council.logo && { ...council.logo, ...logo },
  }
}
