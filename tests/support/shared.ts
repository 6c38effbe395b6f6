/**
 * What test files of one run share: the functions of the product, bundled once, and the example council, built once.
 *
 * Talks to a folder of the run. Invariant: a thing is used only once it is whole; one test file makes it, and
 * those that ask meanwhile wait for it.
 */
import { access, mkdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeExample, type Example } from '../../src/commands/example-site.ts'
import type { BundledFunction } from '../../src/commands/host/bundle.ts'
import { keptFunctions } from '../../src/commands/host/kept-functions.ts'

/** Where the run keeps it; global-setup.ts makes the folder and takes it away. */
export const SHARED_DIR = 'TEST_SHARED_DIR'

/** The bundled functions. Throws with the bundler's words where they cannot be bundled. */
export async function sharedBundle(): Promise<readonly BundledFunction[]> {
  await once('functions', async () => void (await keptFunctions()))
  return keptFunctions()
}

/** The example council, built. Its content is for copying, its site for reading. */
export async function sharedExample(): Promise<Example> {
  const folder = await once('example', async (directory) => void (await makeExample(directory)))
  return { contentDir: join(folder, 'content'), siteDir: join(folder, 'site') }
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
