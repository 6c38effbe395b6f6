/**
 * Files of the content folder: reading, listing, and what is said where one is wrong.
 *
 * Talks to the file system. Invariant: a file that is there and cannot be read never looks like none.
 * Decided in docs/decisions/0005.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { ContentError } from './front-matter.ts'

/** A file's text. Throws a ContentError where it is missing. */
export async function readText(directory: string, file: string): Promise<string> {
  try {
    return await readFile(join(directory, file), 'utf8')
  } catch (cause) {
    throw new ContentError(`${file}: missing, expected this file in the content folder`, { cause })
  }
}

/** Names in a folder, sorted; empty where there is no such folder. */
export async function listNames(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).filter((name) => !name.startsWith('.')).toSorted()
  } catch (fault) {
    // A folder that is there and cannot be read must not look like an empty one.
    if (
      fault instanceof Error &&
      'code' in fault &&
      ['ENOENT', 'ENOTDIR'].includes(String(fault.code))
    )
      return []
    throw fault
  }
}

/** Throws a ContentError with a line for each problem of a file, if there are any. */
export function throwProblems(file: string, problems: readonly string[]): void {
  if (problems.length > 0)
    throw new ContentError(problems.map((problem) => `${file}: ${problem}`).join('\n'))
}

/** An id from a file's or a folder's name. */
export function parseId<Schema extends v.GenericSchema>(
  file: string,
  name: string,
  schema: Schema,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, name)
  if (parsed.success) return parsed.output
  throw new ContentError(`${file}: found the name "${name}"; ${parsed.issues[0].message}`)
}
