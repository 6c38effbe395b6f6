/**
 * Publishes the result of every round that is sealed and has none yet. A hall's laptop publishes nothing.
 *
 * Talks to content, box and publisher; run by the schedule. Invariant: running it twice, or two at
 * once, publishes once. Decided in docs/decisions/0006.
 */
import type { RoundId } from '../domain/id.ts'
import type { Round } from '../domain/round.ts'
import type { Ports } from './ports.ts'
import { publishResult } from './publish-result.ts'

export type ResultStep = {
  readonly round: string
  readonly outcome: 'published' | 'already' | 'refused'
}

/** Answers what was done for each sealed round. One round's fault does not keep back the others. */
export async function publishResults(ports: Ports): Promise<readonly ResultStep[]> {
  if (ports.hall !== undefined) return []
  const steps: ResultStep[] = []
  const faults: unknown[] = []
  for (const id of await ports.content.roundIds()) {
    const [content, meta] = await Promise.all([ports.content.round(id), ports.box.meta(id)])
    if (content === undefined || meta?.state !== 'sealed') continue
    try {
      steps.push({ round: id, outcome: await publishOne(ports, content.round) })
    } catch (fault) {
      ports.log.fault('result-not-published', fault, { round: id })
      faults.push(fault)
    }
  }
  for (const { round, outcome } of steps) ports.log.event(`result-${outcome}`, { round })
  if (faults.length > 0) throw new AggregateError(faults, 'some results could not be published')
  return steps
}

async function publishOne(
  ports: Ports,
  { id, publication }: Round,
): Promise<ResultStep['outcome']> {
  const status = publication.result === 'certified' ? 'final' : 'provisional'
  if (status === 'provisional' && (await isPublished(ports, id))) return 'already'
  const result = await publishResult(ports, id, status)
  if (result.ok) return result.value.fresh ? 'published' : 'already'
  const { code, details } = result.error
  const rows = details['rows'] === undefined ? {} : { rows: String(details['rows']) }
  ports.log.fault('result-not-published', undefined, { round: id, why: code, ...rows })
  return 'refused'
}

/** Sums that are out wait for a clerk; counting them again every five minutes would change nothing. */
async function isPublished({ publisher }: Ports, round: RoundId): Promise<boolean> {
  const head = await publisher.head('content')
  const path = `rounds/${round}/results/1/result.json`
  return head !== undefined && (await publisher.read(head, path)) !== undefined
}
