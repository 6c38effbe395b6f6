/**
 * The functions of the product, bundled once in a run of tests and used by every test file that hosts them.
 *
 * Talks to a folder of the run. Invariant: a bundle is used only once it is whole; one test file makes it,
 * and those that ask meanwhile wait for it.
 */
import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { bundleFunctions, type BundledFunction } from '../../src/commands/host/bundle.ts'

/** Where the run keeps it; global-setup.ts makes the folder and takes it away. */
export const BUNDLE_DIR = 'TEST_BUNDLE_DIR'

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
  const directory = process.env[BUNDLE_DIR]
  if (directory === undefined)
    throw new Error(`${BUNDLE_DIR} is set by tests/support/global-setup.ts`)
  const [list, making] = [join(directory, 'functions.json'), join(directory, 'making')]
  for (;;) {
    const known = await readFile(list, 'utf8').catch(() => undefined)
    if (known !== undefined) return readList(known)
    if (await claim(making)) break
    await wait(100)
  }
  try {
    const functions = await bundleFunctions({ outDir: join(directory, 'bundle') })
    await writeFile(`${list}.new`, JSON.stringify(functions))
    await rename(`${list}.new`, list)
    return functions
  } finally {
    await rmdir(making)
  }
}

function readList(text: string): readonly BundledFunction[] {
  const functions = v.parse(v.pipe(v.string(), v.parseJson(), BundleSchema), text)
  return functions.map(({ schedule, ...each }) => ({ ...each, schedule }))
}

async function claim(making: string): Promise<boolean> {
  try {
    await mkdir(making)
    return true
  } catch {
    return false
  }
}
