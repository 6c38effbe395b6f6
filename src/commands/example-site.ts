/**
 * The whole product, running: the example council on the built site, with bundled functions and a store.
 *
 * Talks to a temporary folder and this machine's network. Invariant: nothing in it is a stand-in but the
 * council; the store is SQLite unless a test brings a Redis. Decided in docs/decisions/0007.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../adapters/env.ts'
import { compose } from '../adapters/live.ts'
import { makePicture } from '../adapters/make-picture.ts'
import { buildSite, type SiteBuild } from './build.ts'
import { need } from './clerk-command.ts'
import { commitAll } from './commit-all.ts'
import type { BundledFunction } from './host/bundle.ts'
import { copyExample } from './host/example-content.ts'
import { startHost, type Host } from './host/host.ts'
import { keptFunctions } from './host/kept-functions.ts'
import { PROJECT_DIR } from './host/project.ts'
import { makeLetters } from './make-letters.ts'
import type { Letter } from '../domain/token-batch.ts'
import { openRound } from '../service/open-round.ts'
import type { Ports } from '../service/ports.ts'
import type { PicturePorts } from '../service/ports-pictures.ts'

export const OPEN_ROUND = 'tranebro-decides-2026'
export const PAST_ROUND = 'tranebro-decides-2025'

export type RunningSite = {
  readonly url: string
  readonly host: Host
  readonly ports: PicturePorts
  readonly contentDir: string
  readonly letters: readonly Letter[]
  /** Builds from the content as it is now, and deploys. */
  rebuild(): Promise<void>
  close(): Promise<void>
}

export type SiteRequest = {
  readonly letters: number
  readonly settings?: Readonly<Record<string, string>>
  /** The address that the pages name as their own; none, unless said. */
  readonly siteUrl?: string
  /** Changes the content before it is built. */
  readonly prepare?: (contentDir: string) => Promise<void>
  /** The bundled functions, where somebody has them already. */
  readonly functions?: Promise<readonly BundledFunction[]>
  /** Builds a site and answers where it stands; into a folder of this one, unless said. */
  readonly build?: (sources: SiteSources) => Promise<string>
}

/** All that a built site depends on. */
export type SiteSources = Pick<SiteBuild, 'contentDir' | 'siteUrl'>

/** Builds, bundles and starts it; with letters, voting in the newest round is open. */
export async function startSite({
  letters,
  settings = {},
  siteUrl,
  prepare,
  functions: given,
  build,
}: SiteRequest): Promise<RunningSite> {
  const directory = await mkdtemp(join(tmpdir(), 'running-site-'))
  const contentDir = join(directory, 'content')
  await copyExample({
    source: join(PROJECT_DIR, 'content'),
    directory: contentDir,
    now: Date.now(),
  })
  if (prepare) {
    await prepare(contentDir)
    await commitAll(contentDir, 'The content of this site')
  }
  let builds = 0
  const buildHere = async (sources: SiteSources) => {
    const outDir = join(directory, `site-${++builds}`)
    await buildSite({ ...sources, outDir })
    return outDir
  }
  const buildNext = () => (build ?? buildHere)({ contentDir, siteUrl })
  const [siteDir, functions] = await Promise.all([buildNext(), given ?? keptFunctions()])
  // A round that opens by itself in the middle of a test would make another one of it.
  const host = await startHost({ siteDir, functions, port: 0, byTheClock: false })
  Object.assign(process.env, {
    STORE: 'sqlite',
    DATA_DIR: directory,
    CHEST_KEY: randomBytes(32).toString('base64url'),
    CONTENT_DIR: contentDir,
    SITE_DIR: siteDir,
    SITE_URL: host.url,
    LOG: 'faults',
    ...settings,
  })
  const ports = { ...(await compose(readSettings())), makePicture }
  const made = letters > 0 ? await openVoting(ports, OPEN_ROUND, letters) : []
  return {
    ...{ url: host.url, host, ports, contentDir, letters: made },
    async rebuild() {
      process.env['SITE_DIR'] = await buildNext()
      await host.deploy({ siteDir: process.env['SITE_DIR'] })
    },
    async close() {
      await host.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Opens voting in a round with one ballot box, and answers with its letters. */
export async function openVoting(
  ports: Ports,
  round: string,
  count: number,
): Promise<readonly Letter[]> {
  const request = { round, pool: 'all', kind: 'live', count } as const
  const letters = need(await makeLetters(ports, { ...request, keep: async () => {} }))
  need(await openRound(ports, round))
  return letters
}
