/**
 * The built pages of the site, for functions that answer with a page.
 *
 * Talks to the file system. Invariant: only pages of the built site are read, whatever the address.
 * Decided in docs/decisions/0004.
 */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Pages } from '../service/ports.ts'

/** Makes the port over the folder of the built site. */
export function makePages(directory: string, siteUrl: string): Pages {
  const known = new Map<string, string>()
  return {
    siteUrl,
    async read(address) {
      if (!/^(?:\/[a-z0-9-]+)+\/$/.test(address)) return undefined
      const remembered = known.get(address)
      if (remembered !== undefined) return remembered
      const html = await readPage(join(resolve(directory), address, 'index.html'))
      if (html !== undefined) known.set(address, html)
      return html
    },
  }
}

async function readPage(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}
