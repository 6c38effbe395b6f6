/**
 * The worker of a recount: counts away from the page, which stays quick meanwhile.
 *
 * Talks to the page that started it and to its own origin. Invariant: it asks for the files that the page
 * names and for nothing else. Decided in docs/decisions/0006.
 */
import { recountPublished, type RecountRequest } from './recount-published.ts'

/** What the page is told: what is being done, and in the end what came out. */
export type RecountMessage =
  { readonly doing: string } | { readonly title: string; readonly lines: readonly string[] }

/** Milliseconds between two reports: more often nobody can read it. */
const PAUSE = 100

let reported = 0

function report(text: string): void {
  const now = Date.now()
  if (now - reported < PAUSE) return
  reported = now
  tell({ doing: text })
}

function tell(message: RecountMessage): void {
  self.postMessage(message)
}

/** Letter for letter: text() would drop the byte order mark of a table. */
async function read(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
}

self.addEventListener('message', ({ data }: MessageEvent<RecountRequest>) => {
  void recountPublished(data, { read, report }).then(tell)
})
