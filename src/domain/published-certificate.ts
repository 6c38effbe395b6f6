/**
 * Published certificates: who of which group of ballots paid how much, as a file beside the ballots.
 *
 * Pure. Invariant: the file is checked by a verifier that shares no code with the count; one is only made
 * where the ballots are published too. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import type { AllocateFacts } from './allocate.ts'
import type { BallotPaper } from './ballot.ts'
import { CertificateSchema, type Certificate } from './certificate.ts'
import type { CountedBallot } from './counted-ballot.ts'
import { compareText } from './encoding.ts'
import { WHOLE } from './id.ts'
import { publishedElection } from './published-election.ts'
import { CertificateRefused } from './verify-check.ts'
import { verifyCertificate } from './verify-certificate.ts'

/** The name of the file with the certificate of a ballot box. */
export function certificateName(pool: string): string {
  return `certificate${pool === WHOLE ? '' : `-${pool}`}.json`
}

/** The text of the file. */
export function printCertificate(certificate: Certificate): string {
  return `${JSON.stringify(certificate)}\n`
}

/** Why a published certificate does not hold for the ballots, or for what the result funds; undefined where it does. */
export function certificateFault(
  text: string,
  { paper, selected }: { readonly paper: BallotPaper; readonly selected: readonly string[] },
  ballots: readonly CountedBallot[],
  facts: AllocateFacts,
): string | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), CertificateSchema), text)
  if (!parsed.success) return 'it is not written as a certificate is'
  try {
    verifyCertificate(publishedElection(paper, ballots, facts), parsed.output)
  } catch (fault) {
    if (fault instanceof CertificateRefused) return fault.message
    throw fault
  }
  const same = parsed.output.funded.toSorted(compareText).join('\n') === selected.join('\n')
  return same ? undefined : 'it funds something else than the result'
}
