/**
 * Reading files of commits: all that are asked for at once, by one process of git.
 *
 * Talks to the git command. Invariant: every question gets its own answer, and "there is none" is an answer
 * and not a failure. Decided in docs/decisions/0006.
 */
import type { Git } from './git-command.ts'

type Question = {
  readonly name: string
  readonly answer: (text: string | undefined) => void
  readonly fail: (fault: unknown) => void
}

/** Reads the text of `path` at `commit`; undefined where there is no such file. */
export type ReadText = (commit: string, path: string) => Promise<string | undefined>

/** A reader that gathers what is asked for in the same turn. Commits and paths hold no line break. */
export function makeReader(git: Git): ReadText {
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

async function ask(git: Git, questions: readonly Question[]): Promise<void> {
  try {
    const input = questions.map(({ name }) => `${name}\n`).join('')
    const output = await git.run(['cat-file', '--batch'], { input })
    let at = 0
    for (const { answer } of questions) {
      const { text, next } = readAnswer(output, at)
      answer(text)
      at = next
    }
  } catch (fault) {
    for (const { fail } of questions) fail(fault)
  }
}

/** An object is its id, type and length on a line, then its bytes and a line break; else there is just a line. */
function readAnswer(output: Buffer, at: number): { text: string | undefined; next: number } {
  const start = output.indexOf('\n', at) + 1
  const [, type, length = ''] =
    /^[0-9a-f]+ (\w+) (\d+)$/.exec(output.toString('utf8', at, start - 1)) ?? []
  if (type === undefined) return { text: undefined, next: start }
  const end = start + Number(length)
  return { text: type === 'blob' ? output.toString('utf8', start, end) : undefined, next: end + 1 }
}
