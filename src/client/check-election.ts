/**
 * "Check this election": the page that computes the whole published record again, line by line.
 *
 * Talks to the page, and to a worker that is this same file; a saved page may start none, and does the work
 * itself. A classic script for that reason. Invariant: that of tool-page.ts. Decided in docs/decisions/0013.
 */
import { ELECTION_CHECKS, type Verdict } from '../domain/election-checks.ts'
import { readHead } from './receipt-text.ts'
import { runElectionChecks, type CheckMessage, type CheckRequest } from './run-election-checks.ts'
import { part, startTool, type Outcome, type ToolPage } from './tool-page.ts'

type Told = (message: CheckMessage) => void

/** Ends the messages of a worker. */
const DONE = 'done'

async function check(page: ToolPage): Promise<Outcome> {
  const typed = page.typed('head')
  const head = readHead(typed)
  if (typed.trim() !== '' && head === undefined) return 'malformed'
  const { round = '', digest = '', language = '', currency = '', timeZone = '' } = page.root.dataset
  for (const name of ELECTION_CHECKS) showLine(page, { check: name, verdict: 'waiting', lines: [] })
  const files = await page.files()
  const verdicts = new Set<Verdict>()
  try {
    await doChecks({ round, files, head, digest, language, currency, timeZone }, (message) => {
      if (message.verdict !== 'doing') verdicts.add(message.verdict)
      showLine(page, message)
    })
  } catch {
    return ['unstarted']
  }
  if (verdicts.has('differs')) return ['differs']
  return [verdicts.has('unpublished') ? 'partly' : 'holds']
}

/** In a worker, so that the page stays quick; in the page where none can be started. */
async function doChecks(request: CheckRequest, tell: Told): Promise<void> {
  const worker = startWorker()
  if (worker === undefined) return runElectionChecks(request, tell, untilShown)
  try {
    await new Promise<void>((done, failed) => {
      worker.addEventListener('error', failed)
      worker.addEventListener('message', ({ data }: MessageEvent<CheckMessage | typeof DONE>) =>
        data === DONE ? done() : tell(data),
      )
      worker.postMessage(request)
    })
  } finally {
    worker.terminate()
  }
}

function startWorker(): Worker | undefined {
  try {
    return location.protocol === 'file:' ? undefined : new Worker(source)
  } catch {
    return undefined
  }
}

function untilShown(): Promise<void> {
  return new Promise((done) => setTimeout(done, 30))
}

type Line = Omit<CheckMessage, 'verdict'> & {
  readonly verdict: CheckMessage['verdict'] | 'waiting'
}

/** A line has a sentence for each verdict; `waiting` shows none. */
function showLine({ root }: ToolPage, { check: name, verdict, lines }: Line): void {
  const line = part(root, `[data-check="${name}"]`)
  line.dataset['verdict'] = verdict
  if (name === 'head') line.hidden = verdict === 'waiting'
  for (const text of line.querySelectorAll<HTMLElement>('[data-verdict]'))
    text.hidden = text.dataset['verdict'] !== verdict
  part(line, 'ul').replaceChildren(
    ...lines.map((text) => Object.assign(document.createElement('li'), { textContent: text })),
  )
}

function answerPage(): void {
  self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
    const tell: Told = (message) => self.postMessage(message)
    void runElectionChecks(data, tell, () => Promise.resolve()).then(() => self.postMessage(DONE))
  })
}

const isPage = typeof document !== 'undefined'
/** The address of this very file. */
const source =
  isPage && document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''

if (isPage) startTool('check-election', check)
else answerPage()
