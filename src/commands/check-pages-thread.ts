/**
 * One thread of the build gate: reads its share of the pages as they are written, and the rest at the close.
 *
 * Talks to the thread that started it, and to the folder of the built site. Invariant: it answers once, after
 * the close, and each page that lies there then was read as it lies there. Decided in docs/decisions/0019.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { pageFaults, type Share } from './check-pages.ts'

const PAUSE_MS = 1000

// Whoever starts it is openGate.
const { siteDir, siteUrl, share, shares } = workerData as Share

/** Size and time of each page when it was read, and what was wrong with it. */
const read = new Map<string, { readonly written: string; readonly faults: readonly string[] }>()

function readPages(): void {
  for (const file of pagesOf(siteDir).filter(isOurs)) {
    const written = writtenOf(join(siteDir, file))
    if (written === read.get(file)?.written) continue
    const html = readFileSync(join(siteDir, file), 'utf8')
    const faults = pageFaults(html, siteUrl).map((fault) => `${addressOf(file)}: ${fault}`)
    read.set(file, { written, faults })
  }
}

function pagesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.html'))
}

/** The same for a name whenever it is asked. */
function isOurs(file: string): boolean {
  let sum = 0
  for (const letter of file) sum += letter.charCodeAt(0)
  return sum % shares === share
}

function writtenOf(path: string): string {
  const { size, mtimeNs } = statSync(path, { bigint: true })
  return `${size} ${mtimeNs}`
}

function addressOf(file: string): string {
  return `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`
}

/** A build clears folders of its own away while it works; whatever else was not read then is read later. */
function readWhatIsThere(): void {
  try {
    readPages()
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault
  }
}

const timer = setInterval(readWhatIsThere, PAUSE_MS)

parentPort?.once('message', () => {
  clearInterval(timer)
  readPages()
  parentPort?.postMessage([...read.values()].flatMap(({ faults }) => faults))
})
