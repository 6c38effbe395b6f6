/**
 * German, the record of a proposal: what was said, decided and done.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const record = {
  coFunding: 'Geld von anderer Stelle',
  coFundingTotal: (elsewhere: string, total: string) =>
    stop(`${elsewhere} kommen von anderer Stelle; insgesamt kostet es ${total}`),
  assessment: 'Die Prüfung durch die Gemeinde',
  abouts: { cost: 'Kosten', feasibility: 'Machbarkeit', legality: 'Rechtmäßigkeit' },
  costFound: (money: string) => stop(`Nach dieser Antwort kostet es ${money}`),
  outcomes: {
    feasible: 'Machbar',
    'feasible-with-changes': 'Mit Änderungen machbar',
    'not-feasible': 'Nicht machbar',
  },
  statements: 'Was andere dazu sagen',
  decision: 'Die Entscheidung der Gemeinde',
  decisions: {
    approved: 'Angenommen',
    changed: 'Mit Änderungen angenommen',
    declined: 'Abgelehnt',
  },
  updates: 'Was seither geschehen ist',
  done: 'Fertig',
  spent: (money: string) => stop(`Bisher ausgegeben: ${money}`),
}
