/**
 * Dutch, refusals of a round on its way: from its files to the end of its vote.
 *
 * Pure. Invariant: what happened and what to do next; no command of a terminal.
 * Decided in docs/decisions/0008 and 0028.
 */
import { says } from '../refusal-text.ts'

export const roundRefusals = {
  'box-without-codes': says(
    'Een stembus heeft geen codes',
    ({ boxes }) => `Hier zou niemand kunnen stemmen: ${boxes}. Maak er eerst codes voor.`,
  ),
  'codes-of-no-box': says(
    'Sommige codes passen bij geen stembus',
    ({ count }) =>
      `${count} codes zijn gemaakt voordat de gebieden van de ronde veranderden. Geef de gebieden hun geld zoals het toen was, of begin een nieuwe ronde.`,
  ),
  'end-too-late': says(
    'Dat einde is te ver weg',
    ({ latest }, format) =>
      `Het einde kan per keer hoogstens 31 dagen opschuiven. Het laatste is nu ${format.ends(latest ?? '')}.`,
  ),
  'complaints-frozen': says(
    'De tijd voor klachten kan niet korter worden',
    () => 'De stemming is ermee geopend, en mensen rekenen erop. Geef evenveel dagen, of meer.',
  ),
  'deploy-pending': says(
    'Een wijziging is onderweg naar de site',
    () =>
      'Er is iets nieuwers gepubliceerd dan de site toont. Wacht een paar minuten tot de site is gebouwd, en kijk opnieuw. Blijft dit zo, zoek dan uit waarom de bouw stopte.',
  ),
  'files-unreadable': says(
    'Een bestand van de ronde bevat een fout',
    ({ path }) =>
      `De site kan niet worden gebouwd met ${path} zoals het nu is. Herstel eerst dat bestand.`,
  ),
}
