/**
 * The git command, run on one repository with nothing of its user's own.
 *
 * Talks to the git program. Invariant: the repository is the folder that was named, never one around it,
 * and no hook, signature, prompt or personal setting has a say.
 * Decided in docs/decisions/0006.
 */
import { execFile } from 'node:child_process'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { PublishFailed } from '../../domain/fault.ts'

export type Git = {
  /** What git printed. Throws PublishFailed where git does not end well. */
  run(args: readonly string[], options?: RunOptions): Promise<Buffer>
  /** What git printed as text, without the white space around it. */
  line(args: readonly string[], options?: RunOptions): Promise<string>
}

export type RunOptions = {
  readonly input?: string
  /** Another index file than the repository's own, so that what the user has staged stays as it is. */
  readonly index?: string
}

const MOST_BYTES = 256 * 1024 * 1024
const MOST_MS = 60_000

/** Names the commits of the program; `.invalid` is reserved, so that no mail can go there. */
const IDENTITY = { name: 'Common Chest', email: 'noreply@common-chest.invalid' }

/** A repository's own settings that would run programs, change bytes or give up a lock too early. */
const SETTINGS = [
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=false',
  'core.autocrlf=false',
  'core.filesRefLockTimeout=5000',
  'core.packedRefsTimeout=5000',
  'i18n.commitEncoding=utf-8',
].flatMap((setting) => ['-c', setting])

/** Git on the repository whose root is `directory`. */
export function openGit(directory: string): Git {
  const run: Git['run'] = (args, options = {}) =>
    new Promise((resolve, reject) => {
      const settings = {
        cwd: directory,
        env: environment(directory, options.index),
        encoding: 'buffer' as const,
        maxBuffer: MOST_BYTES,
        timeout: MOST_MS,
      }
      const child = execFile('git', [...SETTINGS, ...args], settings, (error, stdout, stderr) => {
        if (error) reject(gitFailed(args, stderr.toString('utf8').trim() || error.message))
        else resolve(stdout)
      })
      // A git that has refused closes its input; what it printed says more than the broken pipe.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(options.input ?? '')
    })
  const line: Git['line'] = async (args, options) =>
    (await run(args, options)).toString('utf8').trim()
  return { run, line }
}

function gitFailed([verb]: readonly string[], said: string): PublishFailed {
  return new PublishFailed(`git ${verb ?? ''} did not succeed`, { cause: new Error(said) })
}

/** GIT_DIR is said outright: found by looking upwards it could be a developer's clone around the content. */
function environment(directory: string, index: string | undefined): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return {
    ...Object.fromEntries(inherited),
    GIT_DIR: join(directory, '.git'),
    GIT_WORK_TREE: directory,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_LITERAL_PATHSPECS: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: IDENTITY.name,
    GIT_AUTHOR_EMAIL: IDENTITY.email,
    GIT_COMMITTER_NAME: IDENTITY.name,
    GIT_COMMITTER_EMAIL: IDENTITY.email,
    ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
  }
}
