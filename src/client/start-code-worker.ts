/**
 * Starts the worker that makes voting codes.
 *
 * Talks to the worker. Invariant: it is ended as soon as it has answered, and takes its memory with it.
 * Decided in docs/decisions/0024.
 */
import type { CodesRequest, MadeBatch } from './make-codes.ts'
import type { CodesMessage } from './make-codes-worker.ts'

/** All codes of a request; undefined where this browser cannot make them. */
export function makeInWorker(
  request: CodesRequest,
  report: (made: number) => void,
): Promise<readonly MadeBatch[] | undefined> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./make-codes-worker.ts', import.meta.url), {
      type: 'module',
    })
    const end = (batches: readonly MadeBatch[] | undefined) => {
      worker.terminate()
      done(batches)
    }
    worker.addEventListener('error', () => end(undefined))
    worker.addEventListener('message', ({ data }: MessageEvent<CodesMessage>) =>
      'made' in data ? report(data.made) : end(data.batches),
    )
    worker.postMessage(request)
  })
}
