/**
 * Paper commands of a random history, given to a real store by its port.
 *
 * Talks to the store. Invariant: answers are told as the port told them; the revision that is named is the
 * store's own, or on purpose an older one.
 */
import * as v from 'valibot'
import type { RoundId } from '../../src/domain/id.ts'
import { PaperBatchIdSchema } from '../../src/domain/paper-batch.ts'
import { TellerSchema } from '../../src/domain/paper-sheet.ts'
import type { Ports } from '../../src/service/ports.ts'
import type { Given, Moment, PaperCommand } from './histories-commands.ts'
import { recordFrom, useOf } from './histories-names.ts'
import { paperRecord, paperVote } from './histories-reference-paper.ts'
import { NORTH_POOL, poolOf } from './histories-side.ts'

/** Gives the command, and answers what the store answered. */
export async function performPaper(
  { paper }: Ports,
  round: RoundId,
  command: PaperCommand,
  moment: Moment,
): Promise<string> {
  const batch = v.parse(PaperBatchIdSchema, command.pile)
  switch (command.do) {
    case 'begin a pile':
      return (await paper.begin(round, batch, poolOf(command.pool))) ? 'yes' : 'no'
    case 'hold':
      return paper.hold(round, batch, stubOf(command.code))
    case 'release':
      return paper.release(round, batch, stubOf(command.code))
    case 'release a pile':
      return paper.releaseBatch(round, batch, command.held)
    case 'separate':
      return paper.separate(round, batch, command.sheets)
    case 'type a sheet':
      return paper.enter(round, batch, entryOf(command))
    case 'freeze':
      return paper.freeze(round, batch, await seen(paper, round, command))
    case 'settle a sheet':
      return paper.settle(round, batch, entryOf(command))
    case 'box':
      return paper.box(round, await boxing(paper, round, command, moment))
  }
}

function stubOf(code: string) {
  return { mark: code, use: useOf(code) }
}

function entryOf({ sheet, teller, says }: Given<'type a sheet'> | Given<'settle a sheet'>) {
  return { sheet, teller: v.parse(TellerSchema, teller), sealed: says }
}

async function standOf(paper: Ports['paper'], round: RoundId, pile: string) {
  return (await paper.batches(round)).find(({ batch }) => batch === pile)
}

async function seen(
  paper: Ports['paper'],
  round: RoundId,
  { pile, isStale }: Given<'freeze'> | Given<'box'>,
): Promise<number> {
  const { revision = 1 } = (await standOf(paper, round, pile)) ?? {}
  return isStale ? revision - 1 : revision
}

async function boxing(
  paper: Ports['paper'],
  round: RoundId,
  command: Given<'box'>,
  moment: Moment,
): Promise<Parameters<Ports['paper']['box']>[1]> {
  const { pile, digest, nonces, invalid } = command
  const stand = await standOf(paper, round, pile)
  return {
    ...{ batch: v.parse(PaperBatchIdSchema, pile), digest, invalid },
    pool: stand?.pool ?? NORTH_POOL,
    revision: await seen(paper, round, command),
    records: nonces.map((receipt) => ({
      receipt,
      record: recordFrom(paperRecord(receipt, moment)),
    })),
    // The same for all of a batch, because which code gets which is not to be known.
    retries: Array.from({ length: nonces.length + invalid }, () => paperVote(moment)),
  }
}
