/**
 * Changes Markdown files of the council, from what somebody saw of them, all in one commit.
 *
 * Talks to the publisher. Invariant: a file that has changed since it was seen is not written over, and then
 * nothing of the change is published. Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { digestOf } from '../domain/digest.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ports, PublishedFile, PublishedText } from './ports.ts'
import { publishFiles } from './publish-files.ts'

/** A file as it stands at the newest commit. `seen` names its text, and goes to whoever may change it. */
export type OpenFile = { readonly path: string; readonly text: string; readonly seen: string }

export type FileChange = {
  readonly path: string
  /** Of the file that was opened; undefined where there was none. */
  readonly seen: string | undefined
  /** The new text, from the one that stands there: empty where there is none. */
  change(text: string): string
}

/** Files that come or go in the same commit, whatever stands in the texts. */
export type Beside = {
  readonly added: readonly PublishedFile[]
  /** Paths; where there is no such file, nothing goes. */
  readonly removed: readonly string[]
}

/** Reads a file as it is now, which may be newer than the deploy's; undefined where there is none. */
export async function openFile(
  { publisher }: Pick<Ports, 'publisher'>,
  path: string,
): Promise<OpenFile | undefined> {
  const head = await publisher.head('content')
  const text = head && (await publisher.read(head, path))
  return text === undefined ? undefined : { path, text, seen: digestOf(text) }
}

/** What the changes would make of the files, with nothing published: the files that would be another. */
export async function planChanges(
  ports: Pick<Ports, 'publisher'>,
  changes: readonly FileChange[],
): Promise<
  Result<readonly (PublishedText & { readonly before: string | undefined })[], ClerkRefusal>
> {
  const planned = []
  for (const { path, seen, change } of changes) {
    const open = await openFile(ports, path)
    if (open?.seen !== seen) return refuseClerk('changed-meanwhile', { path })
    const text = change(open?.text ?? '')
    if (text !== open?.text) planned.push({ path, text, before: open?.text })
  }
  return ok(planned)
}

/** Publishes the changes in one commit; without a commit where they change nothing. Throws PublishFailed. */
export async function changeFiles(
  ports: Pick<Ports, 'publisher'>,
  message: string,
  changes: readonly FileChange[],
  { added, removed }: Beside = { added: [], removed: [] },
): Promise<Result<{ readonly commit: string | undefined }, ClerkRefusal>> {
  const planned = await planChanges(ports, changes)
  if (!planned.ok) return planned
  if (planned.value.length === 0) return ok({ commit: undefined })
  const instead = new Map(
    planned.value.flatMap(({ path, before }) => (before === undefined ? [] : [[path, before]])),
  )
  const files = [...planned.value.map(({ path, text }) => ({ path, text })), ...added]
  const request = { branch: 'content', message, files, removed, instead } as const
  const published = await publishFiles(ports, {
    ...request,
    replace: added.map(({ path }) => path),
  })
  if (published.outcome === 'differs')
    return refuseClerk('changed-meanwhile', { path: published.path })
  return ok({ commit: published.commit })
}
