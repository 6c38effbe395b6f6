/**
 * `npm start`: the whole of Common Chest on this machine, with an example council and no account.
 *
 * Talks to the file system (.data/ only) and the network of this machine. Invariant: the clone it is
 * started in is only read; content, store and key live in .data/. Decided in docs/decisions/0007.
 */
import { readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { readContent } from '../adapters/content/read-content.ts'
import { buildSite } from './build.ts'
import { bundleFunctions } from './host/bundle.ts'
import { openDataFolder } from './host/data-folder.ts'
import { findUndecided } from './host/example-content.ts'
import { prepareExample } from './host/example.ts'
import { startHost, type Host } from './host/host.ts'
import { checkPortFree } from './host/listen.ts'
import { PROJECT_DIR } from './host/project.ts'
import { makeRebuilder } from './host/rebuild.ts'
import { describeFault, onStop, readPort, runCommand } from './host/run-command.ts'
import { watchContent } from './host/watch-content.ts'

const DATA_DIR = join(PROJECT_DIR, '.data')

async function main(): Promise<void> {
  const port = readPort(process.env['PORT'])
  const siteUrl = `http://localhost:${port}`
  // Asked first: a second `npm start` must not clear the folder of the one that runs.
  await checkPortFree(port)
  console.log('Common Chest: the example council\n')
  const folder = await openDataFolder({
    directory: DATA_DIR,
    source: resolve(PROJECT_DIR, process.env['CONTENT_DIR'] || 'content'),
    keep: process.argv.includes('--keep'),
    now: Date.now(),
    closesAt: readClosing(),
  })
  say('Content', folder.kept ? 'as it was left in .data/content' : 'copied to .data/content')
  const site = { contentDir: folder.contentDir, siteUrl, build: 1 }
  const outDir = join(DATA_DIR, 'functions')
  const [siteDir, functions] = await Promise.all([build(site), bundleFunctions({ outDir })])
  say('Functions', `${functions.length} bundled as Netlify does`)
  useSettings({ ...folder, siteUrl, siteDir })
  const host = await startHost({ siteDir, functions, port, siteUrl })
  await writeFile(join(DATA_DIR, 'address'), siteUrl)
  // Opening a round may be a commit, so the content is followed before.
  await followContent(host, site)
  const { council, rounds } = await readContent(folder.contentDir)
  const round = findUndecided(rounds)?.round.id
  const codes = round === undefined || folder.kept ? [] : await prepareExample(round)
  const home = `${host.url}/${council.languages[0]}/`
  tellWhereToLook(home, round, codes)
  tellDesk(`${home}desk/`, folder)
}

/** `--closes-in N`: voting ends in N minutes, so that a newcomer sees a round close and its result appear. */
function readClosing(): number | undefined {
  const at = process.argv.indexOf('--closes-in')
  const minutes = Number(process.argv[at + 1])
  if (at < 0) return undefined
  if (!(minutes >= 1)) throw new RangeError('--closes-in takes a number of minutes, 1 or more')
  return Date.now() + minutes * 60_000
}

type Site = { readonly contentDir: string; readonly siteUrl: string; build: number }

/** Every build has a folder of its own, so that the one before is served until this one is whole. */
async function build({ contentDir, siteUrl, build }: Site): Promise<string> {
  const began = Date.now()
  const outDir = join(DATA_DIR, 'site', String(build))
  await rm(outDir, { recursive: true, force: true })
  await buildSite({ contentDir, outDir, siteUrl })
  say('Site', `built in ${Math.ceil((Date.now() - began) / 1000)} s`)
  return outDir
}

/** Functions read their settings from the environment when they are first called. */
function useSettings(given: {
  readonly siteUrl: string
  readonly siteDir: string
  readonly key: string
  readonly setupSecret: string
  readonly contentDir: string
}): void {
  Object.assign(process.env, {
    STORE: 'sqlite',
    DATA_DIR,
    CHEST_KEY: given.key,
    SETUP_SECRET: given.setupSecret,
    CONTENT_DIR: given.contentDir,
    SITE_DIR: given.siteDir,
    SITE_URL: given.siteUrl,
    LOG: 'faults',
  })
  // A person's own settings for production have no part in the example.
  for (const name of ['GITHUB_REPOSITORY', 'GITHUB_TOKEN']) delete process.env[name]
}

function tellWhereToLook(home: string, round: string | undefined, codes: readonly string[]): void {
  console.log('')
  say('Home', home)
  if (round !== undefined) say('Vote', `${home}rounds/${round}/vote/`)
  if (codes.length > 0) console.log('\n  Voting codes to try; each works once:')
  for (const code of codes) console.log(`    ${code}`)
  console.log('\n  What you commit in .data/content appears by itself.')
  console.log('  See a round close and its result appear: npm start -- --closes-in 3')
  console.log('  Stop with Ctrl-C; go on later with the same ballots: npm start -- --keep\n')
}

/** The link is told once: it makes whoever opens it first the first clerk. */
function tellDesk(
  desk: string,
  { kept, setupSecret }: { readonly kept: boolean; readonly setupSecret: string },
): void {
  if (kept) return say('Desk', desk)
  say('Desk', 'make yourself the first clerk, with a passkey of this machine:')
  console.log(`             ${desk}join/#${setupSecret}\n`)
}

/** Builds again at each commit until the person stops it. */
async function followContent(host: Host, site: Site): Promise<void> {
  let stopped = false
  const rebuilder = makeRebuilder(async () => {
    try {
      await deployNext(host, site)
    } catch (fault) {
      if (!stopped) console.error(`The site stays as it was:\n${describeFault(fault)}`)
    }
  })
  const { contentDir } = site
  const watch = await watchContent({ directory: contentDir, onCommit: () => rebuilder.ask() })
  onStop(async () => {
    stopped = true
    watch.stop()
    await host.close()
  })
}

/** The deploy before stays on the disk: requests that began on it may still read from it. */
async function deployNext(host: Host, site: Site): Promise<void> {
  site.build += 1
  const siteDir = await build(site)
  process.env['SITE_DIR'] = siteDir
  await host.deploy({ siteDir })
  const folders = await readdir(dirname(siteDir))
  for (const name of folders.filter((folder) => Number(folder) < site.build - 1))
    await rm(join(dirname(siteDir), name), { recursive: true, force: true })
}

function say(what: string, text: string): void {
  console.log(`  ${what.padEnd(10)} ${text}`)
}

await runCommand(main)
