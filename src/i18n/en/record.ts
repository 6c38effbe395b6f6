/**
 * English, the record of a proposal: what was said, decided and done.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const record = {
  coFunding: 'Money from elsewhere',
  coFundingTotal: (elsewhere: string, total: string) =>
    stop(`${elsewhere} more come from elsewhere; it costs ${total} in all`),
  assessment: 'The check by the council',
  abouts: { cost: 'Cost', feasibility: 'Feasibility', legality: 'Legality' },
  costFound: (money: string) => stop(`It costs ${money} by this answer`),
  outcomes: {
    feasible: 'Can be done',
    'feasible-with-changes': 'Can be done with changes',
    'not-feasible': 'Cannot be done',
  },
  statements: 'What others say about it',
  decision: 'The decision of the council',
  decisions: { approved: 'Approved', changed: 'Approved with changes', declined: 'Declined' },
  updates: 'What has happened since',
  done: 'Finished',
  spent: (money: string) => stop(`Spent so far: ${money}`),
}
