/**
 * The sizes of pictures that earlier builds made, so that no build makes one twice.
 *
 * Talks to the file system. Invariant: a file is in the store whole or not at all, and its name holds a
 * digest of the picture and of what was asked of it, so builds may share the store at the same time.
 * Decided in docs/decisions/0018.
 */
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** Below node_modules, which Netlify keeps from one build to the next. */
const STORE = 'node_modules/.astro/pictures'

/** Astro's own folder for them, in a build's cache. */
const ASSETS = 'assets'

/** Gives a new build what earlier ones made. */
export async function lendPictures(projectDir: string, cacheDir: string): Promise<void> {
  const [store, assets] = [join(projectDir, STORE), join(cacheDir, ASSETS)]
  await mkdir(assets, { recursive: true })
  for (const name of await picturesIn(store))
    await copyFile(join(store, name), join(assets, name), constants.COPYFILE_FICLONE)
}

/** Takes from a finished build what is new. */
export async function keepPictures(projectDir: string, cacheDir: string): Promise<void> {
  const [store, assets] = [join(projectDir, STORE), join(cacheDir, ASSETS)]
  const known = new Set(await picturesIn(store))
  const made = (await picturesIn(assets)).filter((name) => !known.has(name))
  if (made.length > 0) await mkdir(store, { recursive: true })
  for (const name of made) {
    const part = join(store, `.${randomUUID()}`)
    await copyFile(join(assets, name), part)
    await rename(part, join(store, name))
  }
}

async function picturesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.'))
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return []
    throw fault
  }
}
