/**
 * `npm run inbox -- <round> [approve NAME …| reject NAME --reason "…"]`: the submissions that wait.
 *
 * Talks to the inbox and the publisher. Invariant: contact data is shown here, to the clerk, and is
 * written nowhere, and what has changed since it was listed is not decided on. Decided in docs/decisions/0005.
 */
import { parseArgs } from 'node:util'
import { printMoney } from '../domain/money.ts'
import {
  publicationOf,
  readingOf,
  seemsToHoldContact,
  type StoredSubmission,
} from '../domain/submission.ts'
import { printInstant } from '../domain/time.ts'
import { approveSubmissions } from '../service/approve-submissions.ts'
import type { ReadSubmission } from '../service/find-read.ts'
import type { Ports } from '../service/ports.ts'
import { rejectSubmission } from '../service/reject-submission.ts'
import { need, openPorts } from './clerk-command.ts'
import { runCommand } from './host/run-command.ts'
import { Refused } from './refused.ts'

const USAGE = 'Usage: npm run inbox -- <round> [approve NAME … | reject NAME --reason "why"]'

/** Of the digest of what was listed: enough to tell one text from the next. */
const DIGITS = 12

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { reason: { type: 'string' } },
  })
  const [roundId, step = 'list', ...ids] = positionals
  if (roundId === undefined) throw new Refused(USAGE)
  const ports = await openPorts()
  const [id] = ids
  if (step === 'list') return list(ports, roundId)
  if (step === 'approve' && id !== undefined) return approve(ports, roundId, ids)
  if (step !== 'reject' || id === undefined || !values.reason) throw new Refused(USAGE)
  const read = asRead(id)
  need(await rejectSubmission(ports, { roundId, ...read, reason: values.reason }))
  console.log(`Rejected ${read.id}. Its proposer can read the reason.`)
}, USAGE)

async function list(ports: Ports, roundId: string): Promise<void> {
  const content = await ports.content.round(roundId)
  if (content === undefined) throw new Refused(`There is no round "${roundId}" in content/rounds.`)
  const submissions = await ports.inbox.list(content.round.id)
  const waiting = submissions.filter(({ state }) => state === 'waiting' || state === 'approved')
  if (waiting.length === 0) console.log('Nothing is waiting.')
  for (const submission of waiting) console.log(`${describe(submission)}\n`)
}

function describe(stored: StoredSubmission): string {
  const { receivedAt, state } = stored
  const s = publicationOf(stored)
  return [
    `${nameOf(stored)}  ${s.title}  (${printMoney(s.cost)})${state === 'waiting' ? '' : `  [${state}, publish again]`}`,
    `  ${s.summary}`,
    `  Proposed by ${s.proposerName}. Received ${printInstant(receivedAt)}.`,
    `  Private: ${s.contactName}, ${s.contact}${s.payee === undefined ? '' : `; money to ${s.payee}`}`,
    ...(seemsToHoldContact(stored)
      ? ['  LOOK: the public text seems to hold an e-mail address or a phone number.']
      : []),
    ...s.description.split('\n').map((line) => `  | ${line}`),
  ].join('\n')
}

/** Names a submission and the text that stands below it, so that no other text is decided on. */
function nameOf(stored: StoredSubmission): string {
  return `${stored.id}:${readingOf(stored).slice(0, DIGITS)}`
}

function asRead(name: string): ReadSubmission & { readonly seen: string } {
  const [, id, seen] = /^(.+):([0-9a-f]{12})$/.exec(name) ?? []
  if (id === undefined || seen === undefined)
    throw new Refused(`Name "${name}" as the list does, with what stands behind the colon.`)
  return { id, seen }
}

async function approve(ports: Ports, roundId: string, ids: readonly string[]): Promise<void> {
  const { commit, proposals } = need(await approveSubmissions(ports, roundId, ids.map(asRead)))
  for (const { id, proposal } of proposals) console.log(`${id} is now proposals/${proposal}.md`)
  console.log(`Published in one commit: ${commit}`)
}
