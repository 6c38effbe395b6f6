/**
 * The build gate: what no built page may hold, and what text from content may not become.
 *
 * Talks to the folder of the built site. Pages are read by a parser of their own, which takes them as browsers
 * do, so that a mistake of the renderer is not overlooked twice. Invariant: a build with a fault has no pages.
 * Decided in docs/decisions/0004.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { PROSE_END } from '../domain/prose.ts'
import { attributesOf, elementFaults, proseFaults } from './page-faults.ts'

/** Told at once; one mistake of a template stands on every page. */
const MOST_TOLD = 10

/** Of a thread, in MiB: a page and its tree are soon done with, and would else lie about. */
const MEMORY = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }

/** What is wrong with the pages of a built site, in sentences that name page and element. */
export function checkPages(siteDir: string, siteUrl?: string): Promise<readonly string[]> {
  return openGate(siteDir, siteUrl).close()
}

export type Gate = {
  /** What is wrong, as checkPages tells it. Called once, when nobody writes pages any more. */
  close(): Promise<readonly string[]>
  /** Ends without an answer. */
  abandon(): void
}

/**
 * Checks pages while a build still writes them, on all cores but the one that writes; what was written to after
 * it was read is read again at the close.
 */
export function openGate(siteDir: string, siteUrl?: string): Gate {
  const shares = Math.max(1, availableParallelism() - 1)
  const threads = Array.from({ length: shares }, (_, share) =>
    openThread({ siteDir, siteUrl, share, shares }),
  )
  return {
    close: async () => {
      const found = await Promise.all(threads.map((thread) => thread.close()))
      return found.flat().toSorted().slice(0, MOST_TOLD)
    },
    abandon: () => threads.forEach((thread) => thread.abandon()),
  }
}

/** What a thread of the gate is started with: its pages are those with its number. */
export type Share = {
  readonly siteDir: string
  readonly siteUrl: string | undefined
  readonly share: number
  readonly shares: number
}

/** A thread that ends without an answer has passed no page. */
function openThread(share: Share): Gate {
  const thread = new Worker(new URL('./check-pages-thread.ts', import.meta.url), {
    workerData: share,
    resourceLimits: MEMORY,
  })
  const answer = new Promise<readonly string[]>((done, failed) => {
    thread.on('message', done)
    thread.on('error', failed)
    thread.on('exit', () => failed(new Error('a thread of the gate ended before it had answered')))
  })
  // It may fail before anybody waits for it.
  answer.catch(() => undefined)
  return {
    close: () => {
      thread.postMessage('close')
      return answer
    },
    abandon: () => void thread.terminate(),
  }
}

/** What is wrong with one page: as a browser with script reads it, and as one without. */
export function pageFaults(html: string, siteUrl?: string): readonly string[] {
  const readings = html.includes('<noscript') ? [false, true] : [true]
  const faults = readings.flatMap((scriptingEnabled) => [
    ...faultsBelow(parse(html, { scriptingEnabled }), { siteUrl, inProse: undefined }),
  ])
  return [...new Set(faults)]
}

type Place = {
  readonly siteUrl: string | undefined
  /** Whose text the node is part of; undefined outside of any. */
  readonly inProse: string | undefined
}

function* faultsBelow(parent: Tree.ParentNode, place: Place): Generator<string> {
  for (const node of childrenOf(parent)) {
    if (node.nodeName === '#comment' && 'data' in node) yield* commentFaults(node, place)
    if (!('tagName' in node)) continue
    const element = { name: node.tagName, attributes: attributesOf(node.attrs), text: textOf(node) }
    yield* elementFaults(element, place.siteUrl)
    if (place.inProse !== undefined) yield* proseFaults(element, place.inProse)
    const begins = element.attributes.get('data-prose')
    if (begins !== undefined && !isClosed(node))
      yield 'text from content leaves its part of the page: its end does not stand where it belongs'
    yield* faultsBelow(node, { ...place, inProse: begins ?? place.inProse })
  }
}

/** A template keeps its children apart. */
function childrenOf(parent: Tree.ParentNode): readonly Tree.ChildNode[] {
  return 'content' in parent ? parent.content.childNodes : parent.childNodes
}

function isClosed({ childNodes }: Tree.Element): boolean {
  const last = childNodes.at(-1)
  return last?.nodeName === '#comment' && 'data' in last && last.data === PROSE_END
}

function* commentFaults(comment: Tree.CommentNode, place: Place): Generator<string> {
  const parent = comment.parentNode
  const belongs = parent !== null && 'attrs' in parent && isProse(parent)
  if (comment.data !== PROSE_END) {
    if (place.inProse !== undefined) yield 'text from content holds a comment'
  } else if (!belongs || parent.childNodes.at(-1) !== comment)
    yield 'text from content leaves its part of the page: its end stands elsewhere'
}

function isProse({ attrs }: Tree.Element): boolean {
  return attrs.some(({ name }) => name === 'data-prose')
}

function textOf({ childNodes }: Tree.Element): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('')
}
