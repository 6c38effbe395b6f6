/**
 * Texts and their translations: each Markdown file of a folder, with those of the same name in other languages.
 *
 * Talks to the file system. Invariant: a translation has its original, is in another language than it, lacks
 * no words, and its original can be read on the site. Decided in docs/decisions/0020.
 */
import type * as v from 'valibot'
import { LANGUAGES, type Council, type Language } from '../../domain/council.ts'
import type { Translations } from '../../domain/translation.ts'
import { readText, throwProblems } from './files.ts'
import { ContentError, parseFile, type ContentFile } from './front-matter.ts'

/** What a kind of text looks like: its own form, that of its translations, and what is checked beyond forms. */
export type TextKind<Fields, Words> = {
  readonly schema: v.GenericSchema<unknown, Fields>
  readonly words: v.GenericSchema<unknown, Words>
  readonly problems: (fields: Fields) => readonly string[]
  /** The language that a file says it is in; the council's first one, unless said. */
  readonly written?: (fields: Fields) => Language | undefined
  readonly lacking: (words: Words, original: Fields) => readonly string[]
}

/** A file with its translations; `name` is that of the file without its ending. */
export type TranslatedText<Fields, Words> = {
  readonly name: string
  readonly file: string
  readonly fields: Fields
  readonly body: string
  readonly translations: Translations<Words>
}

/** `lit-path.md`, `lit-path.da.md`. */
const NAME = /^([^.]+)(?:\.(.+))?\.md$/

type Folder = { readonly directory: string; readonly folder: string; readonly council: Council }

/** Reads the files of these names; `names` are all names that count, those of translations among them. */
export async function readTranslated<Fields extends object, Words extends object>(
  place: Folder,
  names: readonly string[],
  kind: TextKind<Fields, Words>,
): Promise<readonly TranslatedText<Fields, Words>[]> {
  const byText = Map.groupBy(
    names.filter((name) => NAME.test(name)),
    (name) => NAME.exec(name)?.[1] ?? '',
  )
  return Promise.all(
    [...byText].map(([name, files]) =>
      readOne(
        place,
        name,
        files.flatMap((file) => NAME.exec(file)?.[2] ?? []),
        kind,
      ),
    ),
  )
}

async function readOne<Fields extends object, Words extends object>(
  place: Folder,
  name: string,
  endings: readonly string[],
  kind: TextKind<Fields, Words>,
): Promise<TranslatedText<Fields, Words>> {
  const file = `${place.folder}/${name}.md`
  const { fields, body } = parseFile(file, await readText(place.directory, file), kind.schema)
  throwProblems(file, kind.problems(fields))
  const written = kind.written?.(fields) ?? place.council.languages[0]
  const original = { fields, body, written, languages: place.council.languages }
  const files = endings.map((ending) => [ending, `${place.folder}/${name}.${ending}.md`] as const)
  const translations = await readTranslations(place.directory, files, original, kind)
  return { name, file, fields, body, translations }
}

type Original<Fields> = ContentFile<Fields> & {
  readonly written: Language | undefined
  /** Those of the site. */
  readonly languages: readonly Language[]
}

/** Reads the translations of a text: each file with the language that its name ends with. */
export async function readTranslations<Fields extends object, Words extends object>(
  directory: string,
  files: readonly (readonly [ending: string, file: string])[],
  original: Original<Fields>,
  kind: Pick<TextKind<Fields, Words>, 'words' | 'lacking'>,
): Promise<Translations<Words>> {
  const told = files.map(async ([ending, file]) => {
    const language = languageOf(file, ending, original)
    const { fields, body } = parseFile(file, await readText(directory, file), kind.words)
    const empty = original.body !== '' && body === ''
    throwProblems(file, [
      ...(empty ? ['text: missing, expected it in this language as well'] : []),
      ...kind.lacking(fields, original.fields),
    ])
    return [language, { ...fields, body }] as const
  })
  const translations: Partial<Record<Language, Words & { readonly body: string }>> = {}
  for (const [language, words] of await Promise.all(told)) translations[language] = words
  return translations
}

/** The language that a file's name says it is in. Throws where a translation into it makes no sense. */
function languageOf(
  file: string,
  ending: string,
  { written, languages }: Pick<Original<unknown>, 'written' | 'languages'>,
): Language {
  const language = LANGUAGES.find((each) => each === ending)
  if (language === undefined)
    throw new ContentError(
      `${file}: found the language "${ending}", expected one of ${LANGUAGES.join(', ')}`,
    )
  throwProblems(file, [
    ...(language === written ? [`found a translation into ${language}, the original's own`] : []),
    ...(written !== undefined && !languages.includes(written)
      ? [`the original is in ${written}, expected a language of council.md, so that it can be read`]
      : []),
  ])
  return language
}
