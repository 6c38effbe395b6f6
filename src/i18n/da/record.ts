/**
 * Danish, the record of a proposal: what was said, decided and done.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const record = {
  coFunding: 'Penge andre steder fra',
  coFundingTotal: (elsewhere: string, total: string) =>
    stop(`${elsewhere} kommer andre steder fra; det koster i alt ${total}`),
  assessment: 'Kommunen har set det efter',
  abouts: { cost: 'Pris', feasibility: 'Gennemførlighed', legality: 'Lovlighed' },
  costFound: (money: string) => stop(`Efter dette svar koster det ${money}`),
  outcomes: {
    feasible: 'Kan lade sig gøre',
    'feasible-with-changes': 'Kan lade sig gøre med ændringer',
    'not-feasible': 'Kan ikke lade sig gøre',
  },
  statements: 'Hvad andre siger om det',
  decision: 'Kommunens beslutning',
  decisions: { approved: 'Godkendt', changed: 'Godkendt med ændringer', declined: 'Ikke godkendt' },
  updates: 'Hvad der er sket siden',
  done: 'Færdigt',
  spent: (money: string) => stop(`Brugt indtil nu: ${money}`),
}
