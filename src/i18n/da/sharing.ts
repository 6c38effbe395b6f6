/**
 * Danish, sharing: passing a proposal on, by link and on paper, and where it is.
 *
 * Pure. Invariant: what stands on a poster is true on every day. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const share = {
  send: 'Del',
  poster: 'Udskriv en plakat',
}

export const poster = {
  title: (proposal: string) => `Plakat: ${proposal}`,
  description: (proposal: string, round: string) =>
    stop(`En plakat til at udskrive og hænge op: ${proposal}, ${round}`),
  print: 'Udskriv plakaten',
  byBrowser: 'Plakaten udskriver du ved at åbne browserens menu og vælge Udskriv.',
  paper: 'Den passer til A4 og A3.',
  noAddress: 'Siden kender ikke sin egen adresse endnu, så plakaten har ingen QR-kode.',
  when: 'Hvornår du kan stemme',
  scan: 'Scan koden, eller skriv adressen. Stem så med koden fra dit brev.',
  visit: 'På kommunens side, med koden fra dit brev.',
  code: 'QR-kode med forslagets adresse',
}

export const places = {
  where: 'Hvor det er',
  alt: (place: string) => `Kort med et mærke: ${place}`,
  overview: 'På kortet',
  overviewAlt: 'Kort med numre. Listen nedenfor siger, hvilket forslag hvert nummer står for.',
}
