/**
 * Publishes files in one commit, once, however often and by however many it is tried.
 *
 * Talks to the publisher. Invariant: what is already published is compared, and overwritten only where
 * the caller says so; an unknown outcome is looked up before anything is tried again. Decided in docs/decisions/0002.
 */
import { PublishFailed } from '../domain/fault.ts'
import type { Branch, Ports, PublishedFile } from './ports.ts'

const TRIES = 6

/** `differs`: the first file is already published with another text, and was left as it is. */
export type Published =
  | { readonly outcome: 'committed' | 'already'; readonly commit: string }
  | { readonly outcome: 'differs' }

/** Publishes `files`; the first one tells whether they are published already. */
export async function publishFiles(
  { publisher }: Pick<Ports, 'publisher'>,
  request: {
    readonly branch: Branch
    readonly message: string
    readonly files: readonly [PublishedFile, ...PublishedFile[]]
    /** Whether a different text under the same name may be replaced. */
    readonly replace?: boolean
  },
): Promise<Published> {
  const [sentinel] = request.files
  for (let attempt = 1; ; attempt++) {
    const head = await publisher.head(request.branch)
    const there = head === undefined ? undefined : await publisher.read(head, sentinel.path)
    if (head !== undefined && there === sentinel.text) return { outcome: 'already', commit: head }
    if (there !== undefined && request.replace !== true) return { outcome: 'differs' }
    const outcome = await commitUnlessUnknown(
      publisher,
      { ...request, expectedHead: head },
      attempt,
    )
    if (outcome?.outcome === 'committed') return outcome
    if (attempt === TRIES) throw new PublishFailed('the branch kept moving')
  }
}

/** Undefined where the outcome is unknown and may be looked up again. */
async function commitUnlessUnknown(
  publisher: Ports['publisher'],
  request: Parameters<Ports['publisher']['commit']>[0],
  attempt: number,
) {
  try {
    return await publisher.commit(request)
  } catch (fault) {
    if (fault instanceof PublishFailed && attempt < TRIES / 2) return undefined
    throw fault
  }
}
