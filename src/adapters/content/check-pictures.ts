/**
 * The pictures of proposals: that each is where its proposal says.
 *
 * Talks to the file system. Invariant: a site is not built with a picture that is missing. Functions do not
 * ask, because pictures do not travel with them. Decided in docs/decisions/0018.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureFiles } from '../../domain/proposal-record.ts'
import { ContentError } from './front-matter.ts'
import type { RoundFolder } from './read-content.ts'

/** Throws a ContentError with a line for every picture that is missing, and for every one that nobody shows. */
export async function checkPictures(
  directory: string,
  rounds: readonly RoundFolder[],
): Promise<void> {
  const problems = await Promise.all(rounds.map((round) => pictureProblems(directory, round)))
  if (problems.flat().length > 0) throw new ContentError(problems.flat().join('\n'))
}

async function pictureProblems(
  directory: string,
  { round, proposals }: RoundFolder,
): Promise<readonly string[]> {
  const folder = `rounds/${round.id}`
  const shown = proposals.flatMap((proposal) =>
    pictureFiles(proposal).map((file) => ({ id: proposal.id, file })),
  )
  const files = await namesIn(join(directory, folder, 'pictures'))
  const missing = shown.filter(({ file }) => !files.includes(file))
  const unused = files.filter((name) => !shown.some(({ file }) => file === name))
  return [
    ...missing.map(
      ({ id, file }) =>
        `${folder}/proposals/${id}.md: picture.file: found "${file}", expected the name of a file in ${folder}/pictures/`,
    ),
    ...unused.map(
      (name) =>
        `${folder}/pictures/${name}: no proposal shows this picture, expected its name in a proposal, or no file`,
    ),
  ]
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.'))
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return []
    throw fault
  }
}
