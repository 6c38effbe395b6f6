/**
 * Reading files of commits: all that are asked for at once, by one process of git.
 *
 * Talks to the git command. Invariant: every question gets its own answer, and "there is none" is an answer
 * and not a failure. Decided in docs/decisions/0006.
 */
import type { Git } from './git-command.ts'

type Question = {
  readonly name: string
  readonly answer: (bytes: Buffer | undefined) => void
  readonly fail: (fault: unknown) => void
}

/** Reads the bytes of `path` at `commit`; undefined where there is no such file. */
export type ReadFile = (commit: string, path: string) => Promise<Buffer | undefined>

/** A reader that gathers what is asked for in the same turn. Commits and paths hold no line break. */
export function makeReader(git: Git): ReadFile {
  let waiting: Question[] = []
  return (commit, path) =>
    new Promise((answer, fail) => {
      waiting.push({ name: `${commit}:${path}`, answer, fail })
      if (waiting.length > 1) return
      setImmediate(() => {
        const questions = waiting
        waiting = []
        void ask(git, questions)
      })
    })
}

/** The texts of all files that lie in a folder itself, by their names. */
export async function readFolder(
  git: Git,
  readFile: ReadFile,
  { commit, path }: { readonly commit: string; readonly path: string },
): Promise<ReadonlyMap<string, string>> {
  const input = `${commit}:${path}\n`
  const found = await git.line(['cat-file', '--batch-check'], { input })
  const [, tree] = /^(\w+) tree \d+$/.exec(found) ?? []
  if (tree === undefined) return new Map()
  const listed = (await git.run(['ls-tree', '-z', tree])).toString('utf8').split('\0')
  const names = listed.flatMap((entry) => /^\d+ blob \w+\t(.+)$/s.exec(entry)?.[1] ?? [])
  const read = await Promise.all(names.map((name) => readFile(commit, `${path}/${name}`)))
  return new Map(names.map((name, at) => [name, read[at]?.toString('utf8') ?? '']))
}

async function ask(git: Git, questions: readonly Question[]): Promise<void> {
  try {
    const input = questions.map(({ name }) => `${name}\n`).join('')
    const output = await git.run(['cat-file', '--batch'], { input })
    let at = 0
    for (const { answer } of questions) {
      const { bytes, next } = readAnswer(output, at)
      answer(bytes)
      at = next
    }
  } catch (fault) {
    for (const { fail } of questions) fail(fault)
  }
}

/** An object is its id, type and length on a line, then its bytes and a line break; else there is just a line. */
function readAnswer(output: Buffer, at: number): { bytes: Buffer | undefined; next: number } {
  const start = output.indexOf('\n', at) + 1
  const [, type, length = ''] =
    /^[0-9a-f]+ (\w+) (\d+)$/.exec(output.toString('utf8', at, start - 1)) ?? []
  if (type === undefined) return { bytes: undefined, next: start }
  const end = start + Number(length)
  return { bytes: type === 'blob' ? output.subarray(start, end) : undefined, next: end + 1 }
}
