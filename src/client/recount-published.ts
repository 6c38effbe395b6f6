/**
 * A recount in the browser: fetches the published files of a result and counts them again.
 *
 * Talks to nothing but the reader that it is given. Invariant: the counting is the one of
 * src/domain/recount.ts, which also the command uses; whatever cannot be read is never called the same.
 * Decided in docs/decisions/0006.
 */
import { recountSnapshot, type PoolRecount } from '../domain/recount.ts'
import { readSnapshot } from '../domain/snapshot.ts'
import { snapshotTexts } from '../domain/snapshot-texts.ts'
import { makeFormat, type Format } from '../i18n/format.ts'
import { recountWords, type RecountWords } from '../i18n/recount-words.ts'
import { differenceTexts, type Finding } from './difference-text.ts'

/** What a result page says of itself. */
export type RecountRequest = {
  /** The address of the folder with the files. */
  readonly base: string
  /** Their names, with spaces between. */
  readonly files: string
  /** The digest that the page shows. */
  readonly digest: string
  readonly language: string
  readonly currency: string
  readonly timeZone: string
}

export type RecountAnswer = { readonly title: string; readonly lines: readonly string[] }

export type RecountPorts = {
  /** The text at an address. */
  readonly read: (address: string) => Promise<string>
  /** Told in words what is being done. */
  readonly report: (text: string) => void
}

type Said = { readonly words: RecountWords; readonly format: Format }

/** Counts again, and says in the page's language what came out. */
export async function recountPublished(
  request: RecountRequest,
  ports: RecountPorts,
): Promise<RecountAnswer> {
  const said = { words: recountWords(request.language), format: makeFormat(request) }
  const { words, format } = said
  ports.report(words.reading)
  const files = await readFiles(request, ports.read)
  if (files === undefined) return { title: words.failed, lines: [] }
  ports.report(words.counting)
  try {
    return recountFiles(request, files, {
      ...said,
      progress: (step) => ports.report(words.step(format.number(step))),
    })
  } catch {
    return differing([{ kind: 'unreadable' }], said)
  }
}

/** All of them, by name; undefined where one did not arrive. */
async function readFiles(
  { base, files }: RecountRequest,
  read: RecountPorts['read'],
): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const names = files.split(' ')
    const texts = await Promise.all(
      names.map(async (name) => [name, await read(base + name)] as const),
    )
    return new Map(texts)
  } catch {
    return undefined
  }
}

function recountFiles(
  { digest }: RecountRequest,
  files: ReadonlyMap<string, string>,
  { progress, ...said }: Said & { readonly progress: (step: number) => void },
): RecountAnswer {
  const { snapshot, digest: found } = readSnapshot(files.get('result.json') ?? '')
  const changed: readonly Finding[] =
    found === snapshot.digest && found === digest ? [] : [{ kind: 'digest' }]
  const texts = snapshotTexts(snapshot, files)
  if (texts === undefined)
    return differing([...changed, { kind: 'missing', file: 'paper.json' }], said)
  const recounts = recountSnapshot(texts, {}, { progress })
  const findings = [...changed, ...recounts.flatMap(({ differences }) => differences)]
  return findings.length > 0 ? differing(findings, said) : agreeing(recounts, said)
}

function agreeing(recounts: readonly PoolRecount[], { words, format }: Said): RecountAnswer {
  const counted = recounts.filter(({ allocation }) => allocation !== undefined)
  const notCounted = counted.length < recounts.length ? [words.notCounted] : []
  if (counted.length === 0) return { title: words.notCounted, lines: [words.digest] }
  const ballots = counted.reduce((sum, { tally }) => sum + tally.ballots, 0)
  const shown = format.number(ballots)
  const title = counted.some(({ from }) => from === 'ballots')
    ? words.agrees(ballots, shown)
    : words.agreesSums(shown)
  return { title, lines: [words.digest, ...notCounted] }
}

function differing(findings: readonly Finding[], said: Said): RecountAnswer {
  return { title: said.words.differs, lines: differenceTexts(findings, said) }
}
