/**
 * Shows a round for the form: its file as it is at the newest commit, which may be newer than the site.
 *
 * Talks to content, the publisher and the ballot box. Invariant: what is shown is named by `seen`, and only from
 * there it can be changed. Decided in docs/decisions/0028.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { frozenFields } from '../../domain/round-freeze.ts'
import { openFile } from '../change-files.ts'
import { roundState } from '../round-state.ts'
import type { SignedUseCase } from './use-case.ts'

/** The fields as they stand in the file, those that the form does not have among them. */
export const showRound: SignedUseCase<'show-round'> = async (ports, { round }) => {
  const file = await openFile(ports, `rounds/${round}/round.md`)
  if (file === undefined) return refuseClerk('round-unknown', { round })
  const { fields, body } = ports.content.fields(file.path, file.text)
  const state = await roundState(ports, round)
  return ok({
    answer: { round, seen: file.seen, fields, body, state, frozen: frozenFields(state) },
  })
}
