/**
 * Addresses: where each page of the site is, in one language.
 *
 * Pure. Invariant: every link between pages is made here. Decided in docs/decisions/0004.
 */
import type { Language } from '../domain/council.ts'
import { WHOLE, type Pool, type ProposalId, type RoundId } from '../domain/id.ts'

const PICTURE = 'social.png'

/** The council's map. */
export const MAP_ADDRESS = '/map.svg'

/** The front page. */
export function homeAddress(language: Language): string {
  return `/${language}/`
}

export function guideAddress(language: Language, id: string): string {
  return `/${language}/guide/${id}/`
}

/** The feed of one language. */
export function feedAddress(language: Language): string {
  return `/${language}/feed.xml`
}

/** The picture that other sites show beside a link to the front page. */
export function homePicture(language: Language): string {
  return `/${language}/${PICTURE}`
}

/** The council's logo, the same in every language. */
export const LOGO_ADDRESS = '/logo.webp'

/** The pages of one round, and the addresses that its forms are sent to. */
export function roundAddresses(language: Language, round: RoundId) {
  const base = `/${language}/rounds/${round}/`
  const inPool = (pool: Pool) => (pool === WHOLE ? '' : `${pool}/`)
  return {
    round: base,
    proposals: `${base}proposals/`,
    /** A page of the list of proposals, by its path from src/site/list-pages.ts. */
    proposalList: (path: string) => `${base}proposals/${path}`,
    proposal: (id: ProposalId) => `${base}proposals/${id}/`,
    poster: (id: ProposalId) => `${base}proposals/${id}/poster/`,
    propose: `${base}propose/`,
    vote: (pool: Pool) => `${base}vote/${inPool(pool)}`,
    kiosk: (pool: Pool) => `${base}kiosk/${inPool(pool)}`,
    receipt: `${base}receipt/`,
    submission: `${base}submission/`,
    /** Before the key of a submission; such a link has no language of its own. */
    privateLinks: `/submissions/${round}/`,
    revise: `${base}revise/`,
    result: `${base}result/`,
    findReceipt: `${base}find-receipt/`,
    codeUsed: `${base}was-my-code-used/`,
    checkElection: `${base}check-election/`,
    calendar: `${base}calendar.ics`,
    picture: `${base}${PICTURE}`,
    resultPicture: `${base}result/${PICTURE}`,
    /** A published file, from its path below the round's folder without `results/`. */
    data: (file: string) => `/data/${round}/${file}`,
    /** The proposals as a file, for the browser; one for each language. */
    listFile: `${base}proposals.json`,
    castTo: `/api/rounds/${round}/ballots`,
    /** Whether a device is a kiosk, and where ballots of one are cast. */
    kioskState: `/api/rounds/${round}/kiosk`,
    castAtKiosk: `/api/rounds/${round}/kiosk/ballots`,
    submitTo: `/api/rounds/${round}/proposals`,
  }
}

/** The same page in another language. */
export function translateAddress(address: string, language: Language): string {
  return address.replace(/^\/[a-z]{2}\//, `/${language}/`)
}

/** The address that leads each reader to the page in their own language (src/commands/host/site-rules.ts). */
export function withoutLanguage(address: string): string {
  return address.replace(/^\/[a-z]{2}\//, '/')
}

/** A full address; as it is where the site does not know its own. */
export function absoluteAddress(address: string, base: URL | undefined): string {
  return base === undefined ? address : new URL(address, base).href
}

/** A room of the desk; the first one where none is named. */
export function deskAddress(language: Language, room = ''): string {
  return `/${language}/desk/${room === '' ? '' : `${room}/`}`
}
