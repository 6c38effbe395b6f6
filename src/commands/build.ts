/**
 * `npm run build`: turns the council's content into the plain files of the site.
 *
 * Talks to the file system and to Astro in a process of its own. Invariant: a finished build holds pages
 * and no function, so that only the files in functions/ answer, and each page has passed the gate of
 * check-pages.ts. Decided in docs/decisions/0007.
 */
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { readCouncil } from '../adapters/content/read-content.ts'
import type { Language } from '../domain/council.ts'
import { openGate } from './check-pages.ts'
import { PROJECT_DIR } from './host/project.ts'
import { runCommand } from './host/run-command.ts'
import { printHeaders, printRedirects } from './host/site-rules.ts'
import { keepPictures, lendPictures, storeOf } from './picture-cache.ts'

/** Left by an Astro build with the adapter; the first one would answer every unknown address. */
const STRAY_OUTPUT = ['.netlify/v1/functions/ssr', '.netlify/build']

const ASTRO = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
)

/** Pages are many short-lived texts: with this much room (MiB) for them, they are gone before they are copied about. */
const NODE_FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16']

export type SiteBuild = {
  /** The council's content folder. */
  readonly contentDir: string
  /** Where the site goes; what was there before is removed. */
  readonly outDir: string
  /** The address that pages name as their own; undefined where none is known. */
  readonly siteUrl: string | undefined
  /** The folder with astro.config.mjs and src/pages. */
  readonly projectDir?: string
  /** Where sizes of pictures are kept from one build to the next; a folder of the project, unless said. */
  readonly picturesDir?: string | undefined
  /** Whether Astro's own report is shown while it works. */
  readonly verbose?: boolean
}

/** The message is Astro's own (which file of the content is wrong, or what else stopped it), or the gate's. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed'
}

/**
 * Builds the site. Throws a ContentError where council.md is wrong, and BuildFailed where Astro stops.
 * Several builds may run at once, each with its own outDir.
 */
export async function buildSite(build: SiteBuild): Promise<void> {
  const { languages } = await readCouncil(build.contentDir)
  const projectDir = build.projectDir ?? PROJECT_DIR
  const pictures = build.picturesDir ?? storeOf(projectDir)
  // Builds with folders outside the project would share one for Astro's own files and break each other.
  await mkdir(join(projectDir, '.astro'), { recursive: true })
  const workDir = await mkdtemp(join(projectDir, '.astro', 'build-'))
  try {
    await lendPictures(pictures, join(workDir, 'cache'))
    await runThroughGate(build, workDir)
    await keepPictures(pictures, join(workDir, 'cache'))
    await rm(build.outDir, { recursive: true, force: true })
    await move(join(workDir, 'site'), build.outDir)
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
  await writeRules(build.outDir, languages)
  for (const path of STRAY_OUTPUT)
    await rm(join(projectDir, path), { recursive: true, force: true })
}

/** Another disk takes a copy. */
async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to).catch(() => cp(from, to, { recursive: true }))
}

/** What was built is served only where every page is as it should be. */
async function runThroughGate(build: SiteBuild, workDir: string): Promise<void> {
  const gate = openGate(join(workDir, 'site'), build.siteUrl)
  try {
    await runAstro(build, workDir)
  } catch (fault) {
    gate.abandon()
    throw fault
  }
  const faults = await gate.close()
  if (faults.length > 0)
    throw new BuildFailed(['The site is not published as it is:', ...faults].join('\n'))
}

async function runAstro(build: SiteBuild, workDir: string): Promise<void> {
  const { projectDir = PROJECT_DIR, verbose = false } = build
  const flags = [...NODE_FLAGS, ASTRO, 'build']
  const astro = spawn(process.execPath, verbose ? flags : [...flags, '--silent'], {
    cwd: projectDir,
    env: astroEnvironment(build, workDir),
    stdio: ['ignore', verbose ? 'inherit' : 'ignore', verbose ? 'inherit' : 'pipe'],
  })
  const exit = new Promise<number | null>((done, failed) =>
    astro.on('error', failed).on('close', done),
  )
  const [code, report] = await Promise.all([exit, astro.stderr ? text(astro.stderr) : ''])
  if (code !== 0) throw new BuildFailed(withoutStack(report) || 'The site could not be built.')
}

function astroEnvironment(build: SiteBuild, workDir: string): NodeJS.ProcessEnv {
  // A runner of tests has its own of these names, and they would make it a build for `astro dev`.
  const { FORCE_COLOR, DEV, PROD, MODE, ...env } = process.env
  return {
    ...env,
    ...(build.verbose ? { FORCE_COLOR } : { NO_COLOR: '1' }),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    // Reading Astro's own modules is a good part of a small build.
    NODE_COMPILE_CACHE: join(build.projectDir ?? PROJECT_DIR, '.astro', 'compiled'),
    // Else the fonts and the settings of this machine would have a part in the pictures of links.
    FONTCONFIG_FILE: join(PROJECT_DIR, 'src/site/fonts.conf'),
    CONTENT_DIR: resolve(build.contentDir),
    OUT_DIR: join(workDir, 'site'),
    CACHE_DIR: join(workDir, 'cache'),
    SITE_URL: build.siteUrl ?? '',
  }
}

/** The sentences for an author, without the lines that only a developer of Astro can use. */
function withoutStack(report: string): string {
  return (report.split(/^ *(?:Location:|Stack trace:|at .*:\d+:\d+\)?$)/m)[0] ?? '').trim()
}

async function writeRules(outDir: string, languages: readonly Language[]): Promise<void> {
  const [first, ...others] = languages
  if (first === undefined) throw new RangeError('a council has at least one language')
  await writeFile(join(outDir, '_redirects'), printRedirects([first, ...others]))
  await writeFile(join(outDir, '_headers'), printHeaders())
}

async function main(): Promise<void> {
  const { CONTENT_DIR, OUT_DIR, SITE_URL, URL, PICTURES_DIR } = process.env
  await buildSite({
    contentDir: resolve(PROJECT_DIR, CONTENT_DIR || 'content'),
    outDir: resolve(PROJECT_DIR, OUT_DIR || 'dist'),
    // Netlify names the site's address in URL.
    siteUrl: SITE_URL || URL || undefined,
    picturesDir: PICTURES_DIR || undefined,
    verbose: true,
  })
}

if (import.meta.main) await runCommand(main)
