/**
 * The composition root: the real outside world behind the ports, made from the settings.
 *
 * Talks to everything, lazily: importing this file needs no environment. Invariant: production refuses
 * to start half configured, and names what is missing. Decided in docs/decisions/0002.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { HallSetting } from '../domain/hall-setting.ts'
import type { PreparedHall } from '../service/ports-hall.ts'
import type { Log } from '../service/ports-log.ts'
import type { StorePlan } from '../service/ports-plan.ts'
import type { Pages, Ports, Publisher, Store } from '../service/ports.ts'
import { NotConfigured } from '../domain/fault.ts'
import { makeContentSource } from './content/source.ts'
import { onlyFaults, readSettings, siteDirectory, type Settings } from './env.ts'
import { makeGitPublisher } from './git/publisher.ts'
import { makeGitHubPublisher } from './github/publisher.ts'
import { makeKeys } from './keys.ts'
import { makeLog } from './log.ts'
import { makePages } from './pages.ts'
import { makePasskeys } from './passkeys.ts'

let remembered: Promise<Ports> | undefined

/** The ports of this process. Throws NotConfigured, again at each call until the settings are right. */
export function live(): Promise<Ports> {
  remembered ??= compose(readSettings()).catch((fault: unknown) => {
    remembered = undefined
    throw fault
  })
  return remembered
}

/** Ports from given settings; `live` without the memory. */
export async function compose(settings: Settings): Promise<Ports> {
  const store = await openStore(settings)
  return {
    clock: { now: () => Date.now() },
    random: { bytes: (count) => Uint8Array.from(randomBytes(count)) },
    keys: makeKeys(settings.CHEST_KEY),
    content: makeContentSource(settings.CONTENT_DIR),
    publisher: openPublisher(settings),
    storePlan: await openStorePlan(settings),
    pages: makePages(settings.SITE_DIR, settings.SITE_URL),
    passkeys: makePasskeys(settings.SITE_URL),
    setupSecret: settings.SETUP_SECRET,
    hall: settings.HALL && hallOf(settings.HALL),
    log,
    ...store,
  }
}

/** The secret is with the keys. */
function hallOf({ secret: _, ...prepared }: HallSetting): PreparedHall {
  return prepared
}

/** What a function needs even where nothing is configured: a page to say so, and a log. */
export const edge: { readonly pages: Pages; readonly log: Log } = {
  pages: {
    siteUrl: '',
    read: (address) => makePages(siteDirectory(), '').read(address),
  },
  log: makeLog((line) => console.error(line), onlyFaults),
}

const { log } = edge

/** Each store is loaded only where it is chosen: production never loads SQLite, a village hall no Redis. */
async function openStore(settings: Settings): Promise<Store> {
  if (settings.STORE === 'sqlite') {
    const { openSqliteStore } = await import('./sqlite/store.ts')
    return openSqliteStore(join(settings.DATA_DIR, 'chest.sqlite'))
  }
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = settings
  if (url === undefined || token === undefined)
    throw new NotConfigured('missing settings: UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN')
  const { openUpstashStore } = await import('./upstash/store.ts')
  return openUpstashStore({ url, token })
}

async function openStorePlan(settings: Settings): Promise<StorePlan | undefined> {
  const { UPSTASH_EMAIL: email, UPSTASH_API_KEY: apiKey } = settings
  const { UPSTASH_DATABASE_ID: database } = settings
  if (email === undefined || apiKey === undefined || database === undefined) return undefined
  const { makeUpstashPlan } = await import('./upstash/plan.ts')
  return makeUpstashPlan({ apiUrl: 'https://api.upstash.com', email, apiKey, database })
}

function openPublisher(settings: Settings): Publisher {
  const { GITHUB_REPOSITORY: repository, GITHUB_BRANCH: branch, GITHUB_TOKEN: token } = settings
  if (repository === undefined || token === undefined) {
    const directory = resolve(settings.CONTENT_DIR)
    if (existsSync(join(directory, '.git'))) return makeGitPublisher({ directory })
    throw new NotConfigured('missing settings: GITHUB_REPOSITORY, GITHUB_TOKEN')
  }
  // Inside this checkout the content is a folder of the repository; elsewhere it is a repository of its own.
  const folder = relative('.', settings.CONTENT_DIR).replaceAll('\\', '/')
  const prefix = folder === '' || folder.startsWith('..') ? '' : `${folder}/`
  return makeGitHubPublisher({
    apiUrl: 'https://api.github.com',
    repository,
    branch,
    token,
    prefix,
  })
}
