/**
 * The worker that makes voting codes, away from the page, which stays quick meanwhile.
 *
 * Talks to the page that started it and to the browser's random generator. Invariant: it asks no server for
 * anything; what it made it hands over once. Decided in docs/decisions/0024.
 */
import { makeCodes, type CodesRequest, type MadeBatch } from './make-codes.ts'

/** What the page is told: how many there are by now, and in the end all of them. */
export type CodesMessage = { readonly made: number } | { readonly batches: readonly MadeBatch[] }

function tell(message: CodesMessage): void {
  self.postMessage(message)
}

function random(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes))
}

self.addEventListener('message', ({ data }: MessageEvent<CodesRequest>) => {
  tell({ batches: makeCodes(data, random, (made) => tell({ made })) })
})
