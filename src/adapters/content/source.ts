/**
 * The content port: the council's files as functions and commands see them.
 *
 * Talks to the content folder. Invariant: a deploy's content never changes, so each file is read and
 * checked once. Decided in docs/decisions/0005.
 */
import slugify from '@sindresorhus/slugify'
import type { ContentSource, RoundContent } from '../../service/ports.ts'
import { editFile } from './edit-file.ts'
import { printFile, readFields } from './front-matter.ts'
import { readCouncil, readRound, readRoundIds } from './read-content.ts'

/** Markdown files, written, read and changed. */
export const MARKDOWN = { print: printFile, fields: readFields, edit: editFile }

/** Makes the port over a folder that does not change while it is used. */
export function makeContentSource(directory: string): ContentSource {
  const council = remember(() => readCouncil(directory))
  const roundIds = remember(() => readRoundIds(directory))
  const rounds = new Map<string, () => Promise<RoundContent>>()
  return {
    council,
    roundIds,
    ...MARKDOWN,
    slug: (title) => slugify(title, { decamelize: false }),
    async round(id) {
      const known = (await roundIds()).find((each) => each === id)
      if (known === undefined) return undefined
      const load =
        rounds.get(id) ?? remember(async () => readRound(directory, known, await council()))
      rounds.set(id, load)
      return load()
    },
  }
}

/** Runs once; a failure is not remembered. */
function remember<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load().catch((fault: unknown) => {
      loaded = undefined
      throw fault
    })
    return loaded
  }
}
