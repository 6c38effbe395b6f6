/**
 * The sizes of pictures that earlier builds made, so that no build makes one twice.
 *
 * Talks to the file system. Invariant: a file is in the store whole or not at all, and its name holds a
 * digest of the picture and of what was asked of it, so builds may share the store at the same time.
 * Decided in docs/decisions/0018.
 */
import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a project keeps them: below node_modules, which Netlify keeps from one build to the next. */
export function storeOf(projectDir: string): string {
  return join(projectDir, 'node_modules/.astro/pictures')
}

/** Astro's own folder for them, in a build's cache. */
const ASSETS = 'assets'

/** Gives a new build what earlier ones made. */
export async function lendPictures(store: string, cacheDir: string): Promise<void> {
  const assets = join(cacheDir, ASSETS)
  await mkdir(assets, { recursive: true })
  for (const name of await picturesIn(store)) await share(join(store, name), join(assets, name))
}

/** Takes from a finished build what is new. */
export async function keepPictures(store: string, cacheDir: string): Promise<void> {
  const assets = join(cacheDir, ASSETS)
  const known = new Set(await picturesIn(store))
  const made = (await picturesIn(assets)).filter((name) => !known.has(name))
  if (made.length > 0) await mkdir(store, { recursive: true })
  for (const name of made) {
    const part = join(store, `.${randomUUID()}`)
    await share(join(assets, name), part)
    await rename(part, join(store, name))
  }
}

/** As one more name of the same file, since nobody writes into it again; else as a copy. */
async function share(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to))
}

async function picturesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.'))
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return []
    throw fault
  }
}
