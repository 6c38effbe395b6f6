/**
 * Publishes the sums of every sealed round that shows them before a clerk certifies its result. A hall's laptop
 * publishes nothing.
 *
 * Talks to content, box and publisher; run by the schedule. Invariant: it certifies nothing, and running it
 * twice, or two at once, publishes once. Decided in docs/decisions/0006 and 0034.
 */
import type { RoundId } from '../domain/id.ts'
import type { Ports } from './ports.ts'
import { publishResult } from './publish-result.ts'

export type ResultStep = {
  readonly round: string
  readonly outcome: 'published' | 'already' | 'refused'
}

/** Answers what was done for each sealed round with sums to show. One round's fault does not keep back the others. */
export async function publishResults(ports: Ports): Promise<readonly ResultStep[]> {
  if (ports.hall !== undefined) return []
  const steps: ResultStep[] = []
  const faults: unknown[] = []
  for (const id of await ports.content.roundIds()) {
    const [content, meta] = await Promise.all([ports.content.round(id), ports.box.meta(id)])
    if (content === undefined || meta?.state !== 'sealed') continue
    if (content.round.publication.result !== 'provisional') continue
    try {
      steps.push({ round: id, outcome: await publishOne(ports, content.round.id) })
    } catch (fault) {
      ports.log.fault('result-not-published', fault, { round: id })
      faults.push(fault)
    }
  }
  for (const { round, outcome } of steps) ports.log.event(`result-${outcome}`, { round })
  if (faults.length > 0) throw new AggregateError(faults, 'some results could not be published')
  return steps
}

async function publishOne(ports: Ports, id: RoundId): Promise<ResultStep['outcome']> {
  if (await isPublished(ports, id)) return 'already'
  const result = await publishResult(ports, id, 'provisional')
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
