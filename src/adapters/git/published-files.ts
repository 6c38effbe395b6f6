/**
 * Published files: which paths may be written, and the id that git gives their bytes.
 *
 * Pure. Invariant: a checked path names a file below the content folder, on every operating system.
 * Decided in docs/decisions/0006.
 */
import { createHash } from 'node:crypto'
import type { PublishedFile } from '../../service/ports.ts'

/** Backslash and colon are folders, drives and streams on Windows; control characters end a line of git's input. */
const FORBIDDEN_CHARACTER = /[\u0000-\u001f\u007f\\:]/

/** Windows drops dots and blanks at the end of a name, and knows .git as git~1. */
const GIT_FOLDER = /^(\.git|git~\d+)[. ]*$/i

const COMMIT_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/

/** Throws a RangeError unless there are files, each on a path of its own that may be written or removed. */
export function checkFiles(files: readonly PublishedFile[], removed: readonly string[] = []): void {
  if (files.length === 0) throw new RangeError('a commit holds at least one file')
  const paths = [...files.map(({ path }) => path), ...removed].map(checkPath)
  if (new Set(paths).size < paths.length) throw new RangeError('a commit holds a path once')
}

/** The path, relative to the content folder, `/` between names. Throws a RangeError on any other. */
export function checkPath(path: string): string {
  if (FORBIDDEN_CHARACTER.test(path) || !path.isWellFormed() || path.split('/').some(isNoName))
    throw new RangeError('a published path is relative, with plain names and / between them')
  return path
}

/** The commit id, 40 or 64 hex letters. Throws a RangeError on a name or an expression. */
export function checkCommitId(commit: string): string {
  if (!COMMIT_ID.test(commit)) throw new RangeError('a commit is named by its whole id')
  return commit
}

/** What a file holds, a text as UTF-8. */
export function bytesOf(file: PublishedFile): Buffer {
  return 'text' in file ? Buffer.from(file.text, 'utf8') : Buffer.from(file.bytes)
}

/** Id of the bytes as git stores them (SHA-1): two files with one id are the same. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

function isNoName(name: string): boolean {
  return name === '' || name === '.' || name === '..' || GIT_FOLDER.test(name)
}
