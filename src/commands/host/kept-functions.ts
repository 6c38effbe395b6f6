/**
 * The functions as they were bundled last, as long as nothing changed of what they are made of.
 *
 * Talks to the file system. Invariant: a kept bundle is there whole or not at all, and its name holds a digest of
 * all sources, so several programs may share it. The content and pages inside may be older: it is for hosts that
 * name their own (CONTENT_DIR, SITE_DIR). Decided in docs/decisions/0007.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join, relative } from 'node:path'
import * as v from 'valibot'
import { bundleFunctions, type BundledFunction } from './bundle.ts'
import { PROJECT_DIR } from './project.ts'

/** What functions are made of; a folder with all that is in it. */
const SOURCES = ['functions', 'src', 'netlify.toml', 'package.json', 'package-lock.json']

/** What is found in a bundle. */
const LIST = 'functions.json'

/** A bundle that nobody used for so long is thrown away when another is made. */
const UNUSED_MS = 86_400_000

const ListSchema = v.array(
  v.object({
    name: v.string(),
    entry: v.string(),
    routes: v.array(v.object({ pattern: v.string(), methods: v.array(v.string()) })),
    schedule: v.exactOptional(v.string()),
  }),
)

/** The functions, bundled now where they were not before. Throws with the bundler's words where one cannot be. */
export async function keptFunctions(projectDir = PROJECT_DIR): Promise<readonly BundledFunction[]> {
  const home = process.env['BUNDLES_DIR'] || join(projectDir, 'node_modules/.cache/functions')
  await mkdir(home, { recursive: true })
  for (;;) {
    const name = await digestOfSources(projectDir)
    const kept = join(home, name)
    if (existsSync(kept)) return readBundle(kept)
    await removeUnused(home)
    const fresh = await mkdtemp(join(home, 'new-'))
    await bundleInto(fresh, join(projectDir, 'functions'))
    // What was changed meanwhile may be in it or not.
    if ((await digestOfSources(projectDir)) === name)
      await rename(fresh, kept).catch(() => undefined)
    await rm(fresh, { recursive: true, force: true })
  }
}

async function bundleInto(folder: string, functionsDir: string): Promise<void> {
  const functions = await bundleFunctions({ outDir: join(folder, 'bundle'), functionsDir })
  const list = functions.map((one) => ({ ...one, entry: relative(folder, one.entry) }))
  await writeFile(join(folder, LIST), JSON.stringify(list))
}

async function readBundle(folder: string): Promise<readonly BundledFunction[]> {
  await utimes(folder, new Date(), new Date())
  const text = await readFile(join(folder, LIST), 'utf8')
  const list = v.parse(v.pipe(v.string(), v.parseJson(), ListSchema), text)
  return list.map(({ schedule, ...one }) => ({ ...one, schedule, entry: join(folder, one.entry) }))
}

async function digestOfSources(projectDir: string): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const source of SOURCES)
    for (const file of await filesBelow(join(projectDir, source)))
      hash.update(`\0${relative(projectDir, file)}\0`).update(await readFile(file))
  return hash.digest('hex').slice(0, 32)
}

/** In the same order everywhere. */
async function filesBelow(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name)).toSorted()
}

async function removeUnused(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const used = await stat(join(home, name)).catch(() => undefined)
    if (used && used.mtimeMs < Date.now() - UNUSED_MS)
      await rm(join(home, name), { recursive: true, force: true })
  }
}
