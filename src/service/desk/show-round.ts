/**
 * Shows a round for the form: its file as it is at the newest commit, which may be newer than the site.
 *
 * Talks to content, the publisher and the ballot box. Invariant: what is shown is named by `seen`, and only from
 * there it can be changed. Decided in docs/decisions/0028.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import type { RoundId } from '../../domain/id.ts'
import { ok } from '../../domain/result.ts'
import { readDraft, type DraftFields } from '../../domain/round-draft.ts'
import { fromPinned, frozenFields, type Frozen, type Pinned } from '../../domain/round-freeze.ts'
import { openFile } from '../change-files.ts'
import type { Ports } from '../ports.ts'
import { whatStands } from '../round-state.ts'
import type { SignedUseCase } from './use-case.ts'

/** The fields as they stand in the file, those that the form does not have among them. */
export const showRound: SignedUseCase<'show-round'> = async (ports, { round }) => {
  const file = await openFile(ports, `rounds/${round}/round.md`)
  if (file === undefined) return refuseClerk('round-unknown', { round })
  const { fields, body } = ports.content.fields(file.path, file.text)
  const { state, pinned } = await whatStands(ports, round)
  const astray = pinned && (await whatIsAstray(ports, round, { fields, pinned }))
  return ok({
    answer: { round, seen: file.seen, fields, body, state, frozen: frozenFields(state, astray) },
  })
}

/** What a change that slipped past the opening has made other than the vote is. */
async function whatIsAstray(
  { content }: Ports,
  id: RoundId,
  { fields, pinned }: { readonly fields: DraftFields; readonly pinned: Pinned },
): Promise<readonly Frozen[]> {
  const { timeZone } = await content.council()
  const { round, faults } = readDraft(fields, timeZone)
  if (round === undefined || faults.length > 0) return []
  const { proposals = [] } = (await content.round(id)) ?? {}
  return fromPinned(round, id, { proposals, timeZone, pinned })
}
