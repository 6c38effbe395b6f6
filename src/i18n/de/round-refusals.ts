/**
 * German, refusals of a round on its way: from its files to the end of its vote.
 *
 * Pure. Invariant: what happened and what to do next; no command of a terminal.
 * Decided in docs/decisions/0008 and 0028.
 */
import { says } from '../refusal-text.ts'

export const roundRefusals = {
  'box-without-codes': says(
    'Eine Urne hat keine Codes',
    ({ boxes }) => `Hier könnte niemand abstimmen: ${boxes}. Machen Sie zuerst Codes dafür.`,
  ),
  'codes-of-no-box': says(
    'Einige Codes passen zu keiner Urne',
    ({ count }) =>
      `${count} Codes wurden gemacht, bevor sich die Gebiete der Runde änderten. Geben Sie den Gebieten ihr Geld wie damals, oder beginnen Sie eine neue Runde.`,
  ),
  'end-too-late': says(
    'Dieses Ende liegt zu weit weg',
    ({ latest }, format) =>
      `Das Ende lässt sich um höchstens 31 Tage auf einmal verschieben. Das späteste ist jetzt ${format.ends(latest ?? '')}.`,
  ),
  'complaints-frozen': says(
    'Die Zeit für Beschwerden kann nicht kürzer werden',
    () =>
      'Die Abstimmung wurde mit ihr eröffnet, und man verlässt sich darauf. Geben Sie ebenso viele Tage, oder mehr.',
  ),
  'deploy-pending': says(
    'Eine Änderung ist auf dem Weg zur Website',
    () =>
      'Es ist etwas Neueres veröffentlicht, als die Website zeigt. Warten Sie einige Minuten, bis sie gebaut ist, und sehen Sie noch einmal nach. Bleibt es so, dann finden Sie heraus, warum der Bau stehen blieb.',
  ),
  'files-unreadable': says(
    'Eine Datei der Runde hat einen Fehler',
    ({ path }) =>
      `Mit ${path}, wie es jetzt ist, lässt sich die Website nicht bauen. Bringen Sie zuerst diese Datei in Ordnung.`,
  ),
}
