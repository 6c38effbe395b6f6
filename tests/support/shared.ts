/**
 * What test files of one run share: the functions of the product, bundled once, and sites, each content built once.
 *
 * Talks to a folder of the run. Invariant: a thing is used only once it is whole; one test file makes it, and
 * those that ask meanwhile wait for it.
 */
import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rmdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildSite } from '../../src/commands/build.ts'
import type { SiteSources } from '../../src/commands/example-site.ts'
import type { BundledFunction } from '../../src/commands/host/bundle.ts'
import { keptFunctions } from '../../src/commands/host/kept-functions.ts'

/** Where the run keeps it; global-setup.ts makes the folder and takes it away. */
export const SHARED_DIR = 'TEST_SHARED_DIR'

/** The bundled functions. Throws with the bundler's words where they cannot be bundled. */
export async function sharedBundle(): Promise<readonly BundledFunction[]> {
  await once('functions', async () => void (await keptFunctions()))
  return keptFunctions()
}

/** The site of this content, for reading. Whoever asks must not change the content before the answer. */
export async function sharedBuild(sources: SiteSources): Promise<string> {
  const name = `site-${await digestOf(sources)}`
  return once(name, (outDir) => buildSite({ ...sources, outDir }))
}

async function digestOf({ contentDir, siteUrl = '' }: SiteSources): Promise<string> {
  const hash = createHash('sha256').update(siteUrl)
  const entries = await readdir(contentDir, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !relative(contentDir, file).startsWith(`.git${sep}`))
  for (const file of files.toSorted())
    hash.update(`\0${relative(contentDir, file)}\0`).update(await readFile(file))
  return hash.digest('hex').slice(0, 32)
}

/** The folder of this name in the run's own, which is made by whoever asks first. */
async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const directory = process.env[SHARED_DIR]
  if (directory === undefined)
    throw new Error(`${SHARED_DIR} is set by tests/support/global-setup.ts`)
  const folder = join(directory, name)
  const [whole, making] = [`${folder}.whole`, `${folder}.making`]
  for (;;) {
    if (await isThere(whole)) return folder
    if (await claim(making)) break
    await wait(100)
  }
  try {
    if (await isThere(whole)) return folder
    await make(folder)
    await mkdir(whole)
    return folder
  } finally {
    await rmdir(making)
  }
}

async function claim(making: string): Promise<boolean> {
  return mkdir(making).then(
    () => true,
    () => false,
  )
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
