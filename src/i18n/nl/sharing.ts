/**
 * Dutch, sharing: passing a proposal on, by link and on paper, and where it is.
 *
 * Pure. Invariant: what stands on a poster is true on every day. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const share = {
  send: 'Delen',
  poster: 'Poster printen',
}

export const poster = {
  title: (proposal: string) => `Poster: ${proposal}`,
  description: (proposal: string, round: string) =>
    stop(`Een poster om te printen en op te hangen: ${proposal}, ${round}`),
  print: 'Poster printen',
  byBrowser: 'Open het menu van uw browser en kies Afdrukken om de poster te printen.',
  paper: 'Hij past op A4 en op A3.',
  noAddress: 'De site kent haar eigen adres nog niet, dus staat er geen QR-code op de poster.',
  when: 'Wanneer u kunt stemmen',
  scan: 'Scan de code of typ het adres. Stem dan met de code uit uw brief.',
  visit: 'Op de site van de gemeente, met de code uit uw brief.',
  code: 'QR-code met het adres van het voorstel',
}

export const places = {
  where: 'Waar het is',
  alt: (place: string) => `Kaart met een markering: ${place}`,
  overview: 'Op de kaart',
  overviewAlt: 'Kaart met nummers. De lijst hieronder zegt bij welk voorstel elk nummer hoort.',
}
