/**
 * German, sharing: passing a proposal on, by link and on paper, and where it is.
 *
 * Pure. Invariant: what stands on a poster is true on every day. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const share = {
  send: 'Teilen',
  poster: 'Plakat drucken',
}

export const poster = {
  title: (proposal: string) => `Plakat: ${proposal}`,
  description: (proposal: string, round: string) =>
    stop(`Ein Plakat zum Drucken und Aufhängen: ${proposal}, ${round}`),
  print: 'Plakat drucken',
  byBrowser:
    'So drucken Sie das Plakat: Öffnen Sie das Menü Ihres Browsers und wählen Sie Drucken.',
  paper: 'Es passt auf A4 und auf A3.',
  noAddress: 'Die Seite kennt ihre eigene Adresse noch nicht. Darum hat das Plakat keinen QR-Code.',
  when: 'Wann Sie abstimmen können',
  scan: 'Code scannen oder Adresse eintippen. Dann mit dem Code aus Ihrem Brief abstimmen.',
  visit: 'Auf der Website der Gemeinde, mit dem Code aus Ihrem Brief.',
  code: 'QR-Code mit der Adresse des Vorschlags',
}

export const places = {
  where: 'Wo es ist',
  alt: (place: string) => `Karte mit einer Markierung: ${place}`,
  overview: 'Auf der Karte',
  overviewAlt:
    'Karte mit Nummern. Die Liste darunter sagt, welcher Vorschlag zu welcher Nummer gehört.',
}
