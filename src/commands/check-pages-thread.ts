/**
 * One thread of the build gate: its share of the pages.
 *
 * Talks to the thread that started it, and to the folder of the built site. Invariant: it answers once, after
 * its last page. Decided in docs/decisions/0019.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { checkShare, type Share } from './check-pages.ts'

// Whoever starts it is checkPages.
parentPort?.postMessage(checkShare(workerData as Share))
