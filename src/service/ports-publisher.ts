/**
 * The port of publishing: the council's content and the board, in git.
 *
 * Types only; src/adapters makes them real. Invariant: one commit is made whole or not at all, on a head that was
 * read before. Decided in docs/decisions/0006.
 */
import type { Instant } from '../domain/time.ts'

/** A file to publish: `path` is relative to the council's content folder. */
export type PublishedFile = PublishedText | PublishedBytes

export type PublishedText = { readonly path: string; readonly text: string }

/** A picture. */
export type PublishedBytes = { readonly path: string; readonly bytes: Uint8Array }

export type CommitRequest = {
  readonly branch: Branch
  /** The head that the change was made on; undefined for the first commit of the board. */
  readonly expectedHead: string | undefined
  readonly message: string
  readonly files: readonly PublishedFile[]
  /** Paths of files that are there at that head, and are not any more with this commit. */
  readonly removed?: readonly string[]
}

/** `content` is the branch that is deployed; `board` is never deployed. */
export type Branch = 'content' | 'board'

export type Publisher = {
  /** Commit id at the head of the branch; undefined where the branch does not exist. */
  head(branch: Branch): Promise<string | undefined>
  /**
   * When the right to publish ends; undefined where the host tells no end. Not there where there is nothing to end,
   * as in a folder of this machine. Throws PublishFailed.
   */
  accessEndsAt?(): Promise<Instant | undefined>
  /** How many commits `content` got since; not there where no host deploys them. Throws PublishFailed. */
  commitsSince?(since: Instant): Promise<number>
  /** The text of a file at a commit; undefined where there is none. */
  read(commit: string, path: string): Promise<string | undefined>
  /** The same of a file that is no text. */
  readBytes(commit: string, path: string): Promise<Uint8Array | undefined>
  /** The texts of all files that lie in a folder itself, by their names; empty where there is no such folder. */
  readFolder(commit: string, path: string): Promise<ReadonlyMap<string, string>>
  /** One atomic commit on `expectedHead`; `stale` where the branch has moved. Throws PublishFailed where the outcome is unknown. */
  commit(
    request: CommitRequest,
  ): Promise<
    { readonly outcome: 'committed'; readonly commit: string } | { readonly outcome: 'stale' }
  >
}
