/**
 * `npm run hall`: the ballot box of a hall without internet, on this machine; the first time with a file and content.
 *
 * Talks to the file system (.data/halls/ only) and the network of this machine. Invariant: what was begun is gone
 * on with, and never begun anew; the council's content is only read. Decided in docs/decisions/0032.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { readContent } from '../adapters/content/read-content.ts'
import { makeContentSource } from '../adapters/content/source.ts'
import { openSqliteStore } from '../adapters/sqlite/store.ts'
import { HallSettingSchema, printHallSetting, type HallSetting } from '../domain/hall-setting.ts'
import { findPeriod, periodsOf } from '../domain/phase.ts'
import { printInstant } from '../domain/time.ts'
import { buildSite } from './build.ts'
import { commitAll } from './commit-all.ts'
import { startHost } from './host/host.ts'
import { keptFunctions } from './host/kept-functions.ts'
import { checkPortFree } from './host/listen.ts'
import { PROJECT_DIR } from './host/project.ts'
import { onStop, readPort, runCommand } from './host/run-command.ts'
import { Refused } from './refused.ts'

const USAGE = `Usage: npm run hall -- <file> --content <folder>   the first time
       npm run hall                                 after that: goes on with the box that was started last here
  <file>     what the council's desk gave for this hall (room Count, "Prepare the laptop of a hall")
  --content  the council's content folder, copied here while there was internet; read until voting is open here`

/** The line of the desk, kept in the folder of its box. */
const SETTING = 'setting'

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { content: { type: 'string' } },
  })
  const halls = join(resolve(PROJECT_DIR, process.env['DATA_DIR'] || '.data'), 'halls')
  const [file = await lastSetting(halls)] = positionals
  const setting = await readSetting(file)
  const port = readPort(process.env['PORT'])
  const siteUrl = `http://localhost:${port}`
  await checkPortFree(port)
  const folder = join(halls, [setting.round, setting.id, setting.sitting].join('.'))
  const { contentDir, setupSecret } = await openFolder(folder, setting, values.content)
  const siteDir = join(folder, 'site')
  await buildSite({ contentDir, outDir: siteDir, siteUrl })
  const functions = await keptFunctions()
  useSettings({ setting, folder, contentDir, setupSecret, siteDir, siteUrl })
  const host = await startHost({ siteDir, functions, port, siteUrl })
  onStop(() => host.close())
  const { council } = await readContent(contentDir)
  const desk = `${siteUrl}/${council.languages[0]}/desk/`
  console.log(`The box of hall ${setting.id}, round ${setting.round}.\n`)
  console.log(`  The desk:                    ${desk}`)
  console.log(`  The first clerk, only once:  ${desk}join/#${setupSecret}`)
  console.log('\nStop with Ctrl-C; npm run hall goes on with the same box.')
}

/** The setting of the box that was started last on this machine. */
async function lastSetting(halls: string): Promise<string> {
  const folders = existsSync(halls) ? await readdir(halls) : []
  const files = folders.map((folder) => join(halls, folder, SETTING)).filter(existsSync)
  const started = await Promise.all(
    files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })),
  )
  const last = started.toSorted((one, other) => other.at - one.at)[0]
  if (last === undefined) throw new Refused(USAGE)
  return last.file
}

async function readSetting(file: string): Promise<HallSetting> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`There is no file ${file}.`)
  })
  const parsed = v.safeParse(HallSettingSchema, text)
  if (!parsed.success) throw new Refused(`${basename(file)} is not what the desk gave for a hall.`)
  return parsed.output
}

/** Content is copied until voting was opened here, so that nothing that comes later changes what is voted on. */
async function openFolder(folder: string, setting: HallSetting, content: string | undefined) {
  const { round, digest } = setting
  const [contentDir, setupFile] = [join(folder, 'content'), join(folder, 'set-up')]
  const isNew = !existsSync(setupFile)
  if (isNew && content === undefined) throw new Refused(USAGE)
  const { box } = openSqliteStore(join(folder, 'chest.sqlite'))
  const meta = await box.meta(round)
  const isOpened = meta !== undefined
  if (isOpened && meta.digest !== digest)
    throw new Refused(
      'Voting was opened here on another ballot than this file names. Use the file that was here then.',
    )
  if (content !== undefined && !isOpened) {
    await checkContent(resolve(content), setting)
    await copyContent(resolve(content), contentDir)
  }
  await writeFile(join(folder, SETTING), `${printHallSetting(setting)}\n`, { mode: 0o600 })
  if (isNew) await writeFile(setupFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return { contentDir, setupSecret: (await readFile(setupFile, 'utf8')).trim() }
}

/** Sooner than at the opening, when nobody could fetch the right content any more. */
async function checkContent(source: string, setting: HallSetting): Promise<void> {
  if (!existsSync(join(source, 'council.md')))
    throw new Refused(`There is no council.md in ${source}.`)
  const content = makeContentSource(source)
  const found = await content.round(setting.round)
  const { timeZone } = await content.council()
  const period = found && findPeriod(periodsOf(found.round.phases, timeZone), 'voting')
  const opensAt = period && printInstant(period.startsAt)
  if (found?.digest !== setting.digest || opensAt !== setting.opensAt)
    throw new Refused(
      `The content in ${source} has another ballot or another day than this file names. Copy the council's content as it is now, or let the desk prepare the laptop again.`,
    )
}

async function copyContent(source: string, contentDir: string): Promise<void> {
  await rm(contentDir, { recursive: true, force: true })
  await cp(source, contentDir, {
    recursive: true,
    filter: (path) => basename(path) !== '.git',
  })
  await commitAll(contentDir, 'The content of the council')
}

/** Functions read their settings from the environment when they are first called. */
function useSettings(given: {
  readonly setting: HallSetting
  readonly folder: string
  readonly contentDir: string
  readonly setupSecret: string
  readonly siteDir: string
  readonly siteUrl: string
}): void {
  Object.assign(process.env, {
    ...{ STORE: 'sqlite', DATA_DIR: given.folder, CONTENT_DIR: given.contentDir },
    ...{ HALL: printHallSetting(given.setting), SETUP_SECRET: given.setupSecret },
    ...{ SITE_DIR: given.siteDir, SITE_URL: given.siteUrl, LOG: 'faults' },
  })
  // Settings of the council's own software have no part in the box of a hall.
  for (const name of ['CHEST_KEY', 'GITHUB_REPOSITORY', 'GITHUB_TOKEN']) delete process.env[name]
}

await runCommand(main, USAGE)
