/**
 * What test files of one run share: the functions of the product, bundled once, and the example council, built once.
 *
 * Talks to a folder of the run. Invariant: a thing is used only once it is whole; one test file makes it, and
 * those that ask meanwhile wait for it.
 */
import { access, mkdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { makeExample, type Example } from '../../src/commands/example-site.ts'
import { bundleFunctions, type BundledFunction } from '../../src/commands/host/bundle.ts'

/** Where the run keeps it; global-setup.ts makes the folder and takes it away. */
export const SHARED_DIR = 'TEST_SHARED_DIR'

const BundleSchema = v.array(
  v.object({
    name: v.string(),
    entry: v.string(),
    routes: v.array(v.object({ pattern: v.string(), methods: v.array(v.string()) })),
    schedule: v.optional(v.string()),
  }),
)

/** The bundled functions. Throws with the bundler's words where they cannot be bundled. */
export async function sharedBundle(): Promise<readonly BundledFunction[]> {
  const list = await once('functions', async (folder) => {
    const functions = await bundleFunctions({ outDir: join(folder, 'bundle') })
    await writeFile(join(folder, 'functions.json'), JSON.stringify(functions))
  })
  return readList(await readFile(join(list, 'functions.json'), 'utf8'))
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

function readList(text: string): readonly BundledFunction[] {
  const functions = v.parse(v.pipe(v.string(), v.parseJson(), BundleSchema), text)
  return functions.map(({ schedule, ...each }) => ({ ...each, schedule }))
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
