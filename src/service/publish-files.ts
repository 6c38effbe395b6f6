/**
 * Publishes files in one commit, once, however often and by however many it is tried.
 *
 * Talks to the publisher. Invariant: every file is compared with what is already published, and only
 * those that the caller names may be replaced; an unknown outcome is looked up before another try.
 * Decided in docs/decisions/0002.
 */
import { PublishFailed } from '../domain/fault.ts'
import type { Branch, CommitRequest, Ports, PublishedFile, Publisher } from './ports.ts'

const TRIES = 6

export type PublishRequest = {
  readonly branch: Branch
  readonly message: string
  readonly files: readonly PublishedFile[]
  /** Paths whose text may be replaced by another one. */
  readonly replace?: readonly string[]
  /** Texts that may be replaced, by path: these, and no other that stands there. */
  readonly instead?: ReadonlyMap<string, string>
}

/** `replaced`: the texts that the commit took the place of, by path. `differs`: this file is already published with another text, and nothing was written. */
export type Published =
  | {
      readonly outcome: 'committed' | 'already'
      readonly commit: string
      readonly replaced: ReadonlyMap<string, string>
    }
  | { readonly outcome: 'differs'; readonly path: string }

/** Publishes the files; `already` where all of them are there. Throws PublishFailed. */
export async function publishFiles(
  { publisher }: Pick<Ports, 'publisher'>,
  request: PublishRequest,
): Promise<Published> {
  for (let attempt = 1; ; attempt++) {
    const head = await publisher.head(request.branch)
    const there = await readAll(publisher, head, request.files)
    const taken = request.files.find(({ path, text }) =>
      isTaken(request, there.get(path), path, text),
    )
    if (taken) return { outcome: 'differs', path: taken.path }
    const missing = request.files.filter(({ path, text }) => there.get(path) !== text)
    if (head !== undefined && missing.length === 0)
      return { outcome: 'already', commit: head, replaced: new Map() }
    const { branch, message, files } = request
    const change = { branch, message, files, expectedHead: head }
    const outcome = await commitUnlessUnknown(publisher, change, attempt)
    if (outcome?.outcome === 'committed') return { ...outcome, replaced: there }
    if (attempt === TRIES) throw new PublishFailed('the branch kept moving')
  }
}

function isTaken(
  { replace = [], instead }: PublishRequest,
  there: string | undefined,
  path: string,
  text: string,
) {
  if (there === text || replace.includes(path)) return false
  return there !== instead?.get(path)
}

async function readAll(
  publisher: Publisher,
  head: string | undefined,
  files: readonly PublishedFile[],
): Promise<ReadonlyMap<string, string>> {
  const there = new Map<string, string>()
  if (head === undefined) return there
  for (const { path } of files) {
    const text = await publisher.read(head, path)
    if (text !== undefined) there.set(path, text)
  }
  return there
}

/** Undefined where the outcome is unknown and may be looked up again. */
async function commitUnlessUnknown(publisher: Publisher, request: CommitRequest, attempt: number) {
  try {
    return await publisher.commit(request)
  } catch (fault) {
    if (fault instanceof PublishFailed && attempt < TRIES / 2) return undefined
    throw fault
  }
}
