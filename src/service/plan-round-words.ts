/**
 * Plans what a change of a round does to its translations: none lacks words for what is new, or has some for
 * what is gone.
 *
 * Talks to content and the publisher. Invariant: words that still fit are not touched.
 * Decided in docs/decisions/0028.
 */
import { LANGUAGES, type Language } from '../domain/council.ts'
import type { RoundId } from '../domain/id.ts'
import type { RoundText } from '../domain/round.ts'
import { retitled } from '../domain/round-copy.ts'
import { changedFields, isSame, type DraftFields } from '../domain/round-draft.ts'
import { alignedWords, ownWords, readRoundTranslation } from '../domain/round-translation.ts'
import { openFile, type FileChange } from './change-files.ts'
import type { Ports } from './ports.ts'

export type WordsPlan = {
  readonly language: Language
  /** The change of its file; undefined where all its words still fit. */
  readonly file?: FileChange
}

/** `from` is the round whose translations are read: another one where this is a copy of it. */
type Changing = {
  readonly from: RoundId
  readonly before: RoundText
  readonly after: RoundText
  readonly body: string
  readonly isStoryChanged: boolean
}

/** The translations that no longer say what the round says, with the change that they need at least. */
export async function planWords(
  ports: Ports,
  id: RoundId,
  changing: Changing,
): Promise<readonly WordsPlan[]> {
  const plans = await Promise.all(
    LANGUAGES.map((language) => planLanguage(ports, id, language, changing)),
  )
  return plans
    .filter((plan) => plan !== undefined)
    .filter(({ file }) => file !== undefined || isRetold(changing))
}

function isRetold({ before, after, isStoryChanged }: Changing): boolean {
  return isStoryChanged || !isSame(ownWords(before), ownWords(after))
}

async function planLanguage(
  ports: Ports,
  id: RoundId,
  language: Language,
  changing: Changing,
): Promise<WordsPlan | undefined> {
  const { from, before, after, body } = changing
  const path = `rounds/${id}/round.${language}.md`
  const file = await openFile(ports, `rounds/${from}/round.${language}.md`)
  if (file === undefined) return undefined
  const there = ports.content.fields(file.path, file.text)
  const words = readRoundTranslation(there.fields)
  if (words === undefined) return { language }
  const isCopy = from !== id
  const title = isCopy ? retitled(words.title, before.title, after.title) : words.title
  const changed = changedWords(there.fields, alignedWords({ ...words, title }, before, after))
  const story = there.body === '' && body !== '' ? body : undefined
  const isKept = Object.keys(changed).length === 0 && story === undefined
  if (isKept && !isCopy) return { language }
  const change = (text: string) =>
    ports.content.edit(path, isCopy ? file.text : text, changed, story)
  return { language, file: { path, seen: isCopy ? undefined : file.seen, change } }
}

/** An empty list that the file leaves out is not put there. */
function changedWords(there: DraftFields, aligned: DraftFields): DraftFields {
  const { schemaVersion: _, ...words } = there
  return Object.fromEntries(
    Object.entries(changedFields(words, aligned)).filter(
      ([name, value]) => there[name] !== undefined || Object.keys(value ?? {}).length > 0,
    ),
  )
}
