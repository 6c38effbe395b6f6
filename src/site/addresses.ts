/**
 * Addresses: where each page of the site is, in one language.
 *
 * Pure. Invariant: every link between pages is made here. Decided in docs/decisions/0004.
 */
import type { Language } from '../domain/council.ts'
import { WHOLE, type Pool, type ProposalId, type RoundId } from '../domain/id.ts'

/** The front page. */
export function homeAddress(language: Language): string {
  return `/${language}/`
}

export function guideAddress(language: Language, id: string): string {
  return `/${language}/guide/${id}/`
}

export type RoundAddresses = ReturnType<typeof roundAddresses>

/** The pages of one round, and the addresses that its forms are sent to. */
export function roundAddresses(language: Language, round: RoundId) {
  const base = `/${language}/rounds/${round}/`
  const inPool = (pool: Pool) => (pool === WHOLE ? '' : `${pool}/`)
  return {
    round: base,
    proposals: `${base}proposals/`,
    proposal: (id: ProposalId) => `${base}proposals/${id}/`,
    propose: `${base}propose/`,
    vote: (pool: Pool) => `${base}vote/${inPool(pool)}`,
    receipt: `${base}receipt/`,
    submission: `${base}submission/`,
    result: `${base}result/`,
    findReceipt: `${base}find-receipt/`,
    codeUsed: `${base}was-my-code-used/`,
    checkElection: `${base}check-election/`,
    /** A published file, from its path below the round's folder without `results/`. */
    data: (file: string) => `/data/${round}/${file}`,
    castTo: `/api/rounds/${round}/ballots`,
    submitTo: `/api/rounds/${round}/proposals`,
  }
}

/** The same page in another language. */
export function translateAddress(address: string, language: Language): string {
  return address.replace(/^\/[a-z]{2}\//, `/${language}/`)
}
