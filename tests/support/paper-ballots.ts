/**
 * Paper ballots by the real use cases: stubs held, sheets typed by two tellers, a batch boxed.
 *
 * Talks to the ports that it is given. Invariant: whoever types never sees a code, and the order of the sheets
 * is not that of the stubs.
 */
import * as v from 'valibot'
import type { ClerkRefusal } from '../../src/domain/clerk-refusal.ts'
import { PaperBatchIdSchema, type PaperBatchId } from '../../src/domain/paper-batch.ts'
import { TellerSchema, type SheetReading } from '../../src/domain/paper-sheet.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import type { Result } from '../../src/domain/result.ts'
import type { Token } from '../../src/domain/token.ts'
import { beginPaperBatch } from '../../src/service/begin-paper-batch.ts'
import { boxBatch, type BoxedBatch } from '../../src/service/box-batch.ts'
import { compareBatch } from '../../src/service/compare-batch.ts'
import { enterSheet } from '../../src/service/enter-sheet.ts'
import { holdStub } from '../../src/service/hold-stub.ts'
import type { Ports } from '../../src/service/ports.ts'
import { separateBatch } from '../../src/service/separate-batch.ts'

export const TIM = v.parse(TellerSchema, 'tim')
export const UMA = v.parse(TellerSchema, 'uma')
export const VAL = v.parse(TellerSchema, 'val')

/** A name for a batch. */
export function aBatchId(name: string): PaperBatchId {
  return v.parse(PaperBatchIdSchema, name)
}

export type Pile = {
  readonly roundId: string
  readonly batch: PaperBatchId
  readonly area?: string | undefined
  readonly tokens: readonly Token[]
}

/** Holds every stub of a pile. */
export async function holdPile(ports: Ports, { tokens, ...place }: Pile): Promise<void> {
  valueOf(await beginPaperBatch(ports, place))
  for (const token of tokens) valueOf(await holdStub(ports, { ...place, token }))
}

/** Types every sheet twice: sheet 1 has the first reading, and so on. The round is closed. */
export async function typePile(
  ports: Ports,
  place: Pick<Pile, 'roundId' | 'batch'>,
  readings: readonly SheetReading[],
): Promise<void> {
  valueOf(await separateBatch(ports, { ...place, sheets: readings.length, isLast: true }))
  for (const [at, reading] of readings.entries())
    for (const teller of [TIM, UMA])
      valueOf(await enterSheet(ports, { ...place, sheet: at + 1, teller, reading }))
}

/** Boxes a typed pile on whose sheets both tellers agreed. */
export async function boxPile(
  ports: Ports,
  place: Pick<Pile, 'roundId' | 'batch'>,
): Promise<BoxedBatch> {
  valueOf(await compareBatch(ports, place))
  return valueOf(await boxBatch(ports, place))
}

/** The value; a test that needs one must not go on without it. */
export function valueOf<T>(result: Result<T, Refusal | ClerkRefusal>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
