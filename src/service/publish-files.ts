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
  /** Paths of files that go in the same commit, where they are there. */
  readonly removed?: readonly string[]
  /** Paths whose content may be replaced by another one. */
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
    const missing = request.files.filter((file) => !isSame(file, there.get(file.path)))
    const taken = missing.find(({ path }) => !mayReplace(request, path, there.get(path)))
    if (taken) return { outcome: 'differs', path: taken.path }
    const removed = await whichAreThere(publisher, head, request.removed)
    if (head !== undefined && missing.length + removed.length === 0)
      return { outcome: 'already', commit: head, replaced: new Map() }
    const { branch, message, files } = request
    const change = { branch, message, files, removed, expectedHead: head }
    const outcome = await commitUnlessUnknown(publisher, change, attempt)
    if (outcome?.outcome === 'committed') return { ...outcome, replaced: textsOf(there) }
    if (attempt === TRIES) throw new PublishFailed('the branch kept moving')
  }
}

/** How much of the files is there at a commit: nothing at any of their paths, all as they are here, or something else. */
export async function whatIsPublished(
  { publisher }: Pick<Ports, 'publisher'>,
  head: string | undefined,
  files: readonly PublishedFile[],
): Promise<'nothing' | 'all' | 'other'> {
  const there = await readAll(publisher, head, files)
  if (there.size === 0) return 'nothing'
  return files.every((file) => isSame(file, there.get(file.path))) ? 'all' : 'other'
}

type Content = string | Uint8Array

/** What is not there may always be written, unless a text is named that should be. */
function mayReplace(
  { replace = [], instead }: PublishRequest,
  path: string,
  there: Content | undefined,
): boolean {
  return replace.includes(path) || there === instead?.get(path)
}

function isSame(file: PublishedFile, there: Content | undefined): boolean {
  if ('text' in file) return there === file.text
  return there instanceof Uint8Array && isEqual(there, file.bytes)
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

function textsOf(contents: ReadonlyMap<string, Content>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [path, content] of contents) if (typeof content === 'string') texts.set(path, content)
  return texts
}

async function readAll(
  publisher: Publisher,
  head: string | undefined,
  files: readonly PublishedFile[],
): Promise<ReadonlyMap<string, Content>> {
  const there = new Map<string, Content>()
  if (head === undefined) return there
  for (const file of files) {
    const { path } = file
    const content =
      'text' in file ? await publisher.read(head, path) : await publisher.readBytes(head, path)
    if (content !== undefined) there.set(path, content)
  }
  return there
}

async function whichAreThere(
  publisher: Publisher,
  head: string | undefined,
  paths: readonly string[] = [],
): Promise<readonly string[]> {
  const there: string[] = []
  for (const path of paths)
    if (head !== undefined && (await publisher.readBytes(head, path)) !== undefined)
      there.push(path)
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
