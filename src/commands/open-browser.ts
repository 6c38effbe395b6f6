/**
 * A real Chromium for tests and screenshots, from npm packages alone on x86-64 Linux with glibc.
 * Talks to: playwright-core; @sparticuz/chromium, which packs the binary, the NSS and expat libraries
 * it needs and Open Sans; dejavu-fonts-ttf for a serif (Chromium takes no WOFF as a system font).
 * Invariant: web security stays whole (never the package's own `args`), no host name but localhost
 * is resolved, and no font of the machine is used, so a page looks the same everywhere.
 */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

type Program = { executablePath: string; env?: Record<string, string> }

const run = promisify(execFile)
const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const PACKAGE = join(MODULES, '@sparticuz/chromium')
const DEJAVU = join(MODULES, 'dejavu-fonts-ttf/ttf')

/** Playwright adds the flags against updates, reports and other background traffic itself. */
const FLAGS = [
  '--no-sandbox',
  '--no-proxy-server',
  '--no-pings',
  '--disable-domain-reliability',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
]

const INSTALLED = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']
const ELSEWHERE: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
}

/** For every other name, system-ui included: without it fontconfig would pick any font it has. */
const LAST_RESORT =
  '<match><edit name="family" mode="append_last"><string>Open Sans</string></edit></match>'

/** Runs in a process of its own, because the package unpacks to wherever TMPDIR says. */
const UNPACK = `
import chromium, { inflate } from '@sparticuz/chromium'
await chromium.executablePath()
await inflate(process.argv[1])
`

/**
 * The caller closes it. Starting takes about a second, the first time about five. With a port, another
 * program of this machine may drive it too.
 */
export async function openBrowser(port?: number): Promise<Browser> {
  const { executablePath, env } = await findProgram()
  const args = port === undefined ? FLAGS : [...FLAGS, `--remote-debugging-port=${port}`]
  return chromium.launch({ executablePath, args, ...(env ? { env } : {}) })
}

async function findProgram(): Promise<Program> {
  if (process.platform === 'linux' && process.arch === 'x64') return packagedProgram()
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name)))
  const executablePath = [...(ELSEWHERE[process.platform] ?? []), ...onPath].find(existsSync)
  if (executablePath) return { executablePath }
  throw new Error(
    `The browser tests bring their own Chromium on x86-64 Linux only; on ${process.platform} ` +
      `${process.arch} install Google Chrome or Chromium and run them again.`,
  )
}

async function packagedProgram(): Promise<Program> {
  const home = await unpackOnce()
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    // Always the package's libraries, so that a machine with its own is no different from a bare one.
    LD_LIBRARY_PATH: join(home, 'al2023/lib'),
    FONTCONFIG_FILE: join(home, 'fonts.conf'),
  }
  await writeFontConfig(home)
  return { executablePath: join(home, 'chromium'), env }
}

/** One folder per version, filled beside it and renamed, so no worker ever sees half a browser. */
async function unpackOnce(): Promise<string> {
  const facts: unknown = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
  const version = (facts as { version: string }).version
  const cache = join(MODULES, '.cache/common-chest')
  const home = join(cache, `chromium-${version}`)
  if (existsSync(home)) return home
  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(`${home}-`)
  try {
    const args = ['--input-type=module', '-e', UNPACK, join(PACKAGE, 'bin/al2023.tar.br')]
    const env = { ...process.env, TMPDIR: fresh }
    await run(process.execPath, args, { env, cwd: PACKAGE })
    await rename(fresh, home)
  } catch (error) {
    // Another worker was faster, and its folder is as good as ours.
    if (!existsSync(home)) throw error
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return home
}

/** Written every time, for the fonts may have been installed after the browser was unpacked. */
async function writeFontConfig(home: string): Promise<void> {
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...[join(home, 'fonts'), DEJAVU].map((folder) => `<dir>${escapeXml(folder)}</dir>`),
    // Cuts that would otherwise win as "the nearest" for plain text.
    ...['*Math*', '*Condensed*', '*ExtraLight*'].map(rejected),
    // Chromium asks for the second of each pair where a page names no font, or a generic one.
    ...['serif', 'Times New Roman'].map((name) => alias(name, 'DejaVu Serif')),
    ...['sans-serif', 'Arial'].map((name) => alias(name, 'Open Sans')),
    ...['monospace', 'Monospace'].map((name) => alias(name, 'DejaVu Sans Mono')),
    LAST_RESORT,
    `<cachedir>${escapeXml(join(home, 'font-cache'))}</cachedir>`,
    '</fontconfig>',
  ]
  // Written aside and renamed: another worker's browser may be reading it.
  const draft = join(home, `fonts.conf.${randomUUID()}`)
  await writeFile(draft, lines.join('\n'))
  await rename(draft, join(home, 'fonts.conf'))
}

function rejected(glob: string): string {
  return `<selectfont><rejectfont><glob>${glob}</glob></rejectfont></selectfont>`
}

function alias(name: string, family: string): string {
  const preferred = `<prefer><family>${family}</family></prefer>`
  return `<alias binding="strong"><family>${name}</family>${preferred}</alias>`
}

function escapeXml(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
