/**
 * Real elections for tests: where they lie, if they are on this machine.
 *
 * Talks to the file system. Invariant: on CI their absence fails; elsewhere the run says that the tests
 * which need them were skipped.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of PABULIB_DIR or ../shared/pabulib; undefined where it is absent. */
export function requirePabulib(): string | undefined {
  const directory = resolve(process.env['PABULIB_DIR'] || '../shared/pabulib')
  if (existsSync(join(directory, 'expected.json'))) return directory
  if (process.env['CI'])
    throw new Error(`CI needs the real elections: set PABULIB_DIR (looked in ${directory})`)
  return undefined
}
