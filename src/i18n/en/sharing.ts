/**
 * English, sharing: passing a proposal on, by link and on paper, and where it is.
 *
 * Pure. Invariant: what stands on a poster is true on every day. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const share = {
  send: 'Share',
  poster: 'Print a poster',
}

export const poster = {
  title: (proposal: string) => `Poster: ${proposal}`,
  description: (proposal: string, round: string) =>
    stop(`A poster to print and hang up: ${proposal}, ${round}`),
  print: 'Print the poster',
  byBrowser: 'To print the poster, open the menu of your browser and choose Print.',
  paper: 'It fits on A4 and on A3.',
  noAddress: 'The site does not know its own address yet, so the poster has no QR code.',
  when: 'When to vote',
  scan: 'Scan this, or type the address. Then vote with the code from your letter.',
  visit: 'On the council’s site, with the code from your letter.',
  code: 'QR code with the address of the proposal',
}

export const places = {
  where: 'Where it is',
  alt: (place: string) => `Map with a mark: ${place}`,
  overview: 'On the map',
  overviewAlt: 'Map with numbers. The list below says which proposal each number stands for.',
}
