/**
 * Further rounds of the example council: copies of one with other fields.
 *
 * Talks to a content folder. Invariant: nothing differs from the original but what is named.
 */
import { cp, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printFile, readFields } from '../adapters/content/front-matter.ts'

/** Fields of a file in Markdown; `undefined` takes one out. */
export type Fields = Readonly<Record<string, unknown>>

export type RoundCopy = {
  readonly from: string
  readonly to: string
  readonly fields: Fields
  /** Other fields of a proposal, by its id and its place in the order of ids. */
  readonly proposal?: (id: string, at: number) => Fields
}

/** Copies the round and its proposals, without translations of the round itself: they know nothing of other fields. */
export async function copyRound(contentDir: string, copy: RoundCopy): Promise<void> {
  const folderOf = (round: string) => join(contentDir, 'rounds', round)
  const to = folderOf(copy.to)
  const isTold = (path: string) => !/\/round\.[a-z]{2}\.md$/.test(path)
  await cp(folderOf(copy.from), to, { recursive: true, filter: isTold })
  await setFields(join(to, 'round.md'), copy.fields)
  if (copy.proposal === undefined) return
  const files = await readdir(join(to, 'proposals'))
  const ids = files.flatMap((file) => /^([a-z0-9-]+)\.md$/.exec(file)?.[1] ?? []).toSorted()
  for (const [at, id] of ids.entries())
    await setFields(join(to, 'proposals', `${id}.md`), copy.proposal(id, at))
}

async function setFields(file: string, changes: Fields): Promise<void> {
  const { fields, body } = readFields(file, await readFile(file, 'utf8'))
  const given = Object.entries({ ...fields, ...changes }).filter(([, value]) => value !== undefined)
  await writeFile(file, printFile(Object.fromEntries(given), body))
}
