/**
 * `npm run preview`: serves the site that was built last, with its functions, on this machine.
 *
 * Talks to the network of this machine; settings are those of the environment. Invariant: it adds
 * nothing: no example, no key, no store. Decided in docs/decisions/0007.
 */
import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { bundleFunctions } from './host/bundle.ts'
import { startHost } from './host/host.ts'
import { checkPortFree } from './host/listen.ts'
import { PROJECT_DIR } from './host/project.ts'
import { onStop, readPort, runCommand } from './host/run-command.ts'

/** The message says how to get one. */
class NoSite extends Error {
  override readonly name = 'NoSite'
}

async function main(): Promise<void> {
  const { PORT, SITE_DIR, SITE_URL } = process.env
  const port = readPort(PORT)
  const siteDir = resolve(PROJECT_DIR, SITE_DIR || 'dist')
  await access(join(siteDir, '404.html')).catch(() => {
    throw new NoSite(`There is no built site in ${siteDir}. Build it first: npm run build`)
  })
  await checkPortFree(port)
  const functions = await bundleFunctions({ outDir: join(PROJECT_DIR, '.netlify/functions') })
  const siteUrl = SITE_URL || `http://localhost:${port}`
  const host = await startHost({ siteDir, functions, port, siteUrl })
  console.log(`The built site is at ${host.url}/. Stop with Ctrl-C.`)
  onStop(() => host.close())
}

await runCommand(main)
