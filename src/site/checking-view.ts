/**
 * The pages that check: which published files each of them looks in, and whether they are there.
 *
 * Pure. Invariant: a page names the same files for every reader; none before the result is final.
 * Decided in docs/decisions/0013.
 */
import { hallsThere } from '../domain/box-numbers.ts'
import { hallPrefix } from '../domain/snapshot.ts'
import { recountedFiles } from '../domain/snapshot-texts.ts'
import { roundAddresses } from './addresses.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'

export type CheckingTool = 'find-receipt' | 'code-used' | 'check-election'

export type CheckingView =
  | { readonly state: 'not-yet' | 'unpublished' }
  | {
      readonly state: 'ready'
      /** The address of the folder with the files. */
      readonly base: string
      readonly files: readonly string[]
      /** The digest of the result. */
      readonly digest: string
    }

/** What a tool cannot do without, and what it reads where it is published. */
const READ: Readonly<
  Record<CheckingTool, { readonly needed: readonly string[]; readonly also: readonly string[] }>
> = {
  'find-receipt': { needed: ['receipts.csv'], also: ['board.jsonl'] },
  'code-used': { needed: ['issued.csv', 'used.txt', 'mark-key.txt'], also: [] },
  'check-election': {
    needed: ['result.json', 'paper.json'],
    also: ['board.jsonl', 'issued.csv', 'used.txt', 'mark-key.txt'],
  },
}

/** Files that tell of all boxes together. */
const OF_ALL: ReadonlySet<string> = new Set(['result.json', 'paper.json'])

/** What a tool can read of the result that counts now. */
export function checkingView(page: RoundPage, reader: Reader, tool: CheckingTool): CheckingView {
  const { result, resultFiles, round } = page
  if (result === undefined || result.status === 'provisional') return { state: 'not-yet' }
  const folder = `results/${result.snapshot}/`
  const isPublished = (name: string) => resultFiles.includes(folder + name)
  const { needed, also } = READ[tool]
  const halls = hallsThere(result).map(({ hall }) => hallPrefix(hall))
  const ofBoxes = (names: readonly string[]) =>
    ['', ...halls].flatMap((before) =>
      names.map((name) => (OF_ALL.has(name) ? name : before + name)),
    )
  if (!ofBoxes(needed).every(isPublished)) return { state: 'unpublished' }
  const counted = tool === 'check-election' ? recountedFiles(result) : []
  const theirs = tool === 'check-election' ? halls.map((before) => `${before}receipts.csv`) : []
  const names = new Set([
    ...ofBoxes(needed),
    ...[...ofBoxes(also), ...counted, ...theirs].filter(isPublished),
  ])
  return {
    state: 'ready',
    base: roundAddresses(reader.language, round.id).data(`${result.snapshot}/`),
    files: [...names],
    digest: result.digest,
  }
}
