/**
 * Dutch, the record of a proposal: what was said, decided and done.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const record = {
  coFunding: 'Geld van elders',
  coFundingTotal: (elsewhere: string, total: string) =>
    stop(`${elsewhere} komt van elders; in totaal kost het ${total}`),
  assessment: 'De controle door de gemeente',
  abouts: { cost: 'Kosten', feasibility: 'Haalbaarheid', legality: 'Wettelijkheid' },
  costFound: (money: string) => stop(`Volgens dit antwoord kost het ${money}`),
  outcomes: {
    feasible: 'Kan',
    'feasible-with-changes': 'Kan met aanpassingen',
    'not-feasible': 'Kan niet',
  },
  statements: 'Wat anderen erover zeggen',
  decision: 'Het besluit van de gemeente',
  decisions: {
    approved: 'Goedgekeurd',
    changed: 'Goedgekeurd met aanpassingen',
    declined: 'Afgewezen',
  },
  updates: 'Wat er sindsdien gebeurde',
  done: 'Klaar',
  spent: (money: string) => stop(`Tot nu toe uitgegeven: ${money}`),
}
