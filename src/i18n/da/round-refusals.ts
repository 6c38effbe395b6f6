/**
 * Danish, refusals of a round on its way: from its files to the end of its vote.
 *
 * Pure. Invariant: what happened and what to do next; no command of a terminal.
 * Decided in docs/decisions/0008 and 0028.
 */
import { says } from '../refusal-text.ts'

export const roundRefusals = {
  'box-without-codes': says(
    'En stemmekasse har ingen koder',
    ({ boxes }) => `Her kunne ingen stemme: ${boxes}. Lav først koder til den.`,
  ),
  'codes-of-no-box': says(
    'Nogle koder passer ikke til nogen stemmekasse',
    ({ count }) =>
      `${count} koder blev lavet, før rundens områder blev ændret. Giv områderne deres penge, som de var dengang, eller start en ny runde.`,
  ),
  'end-too-late': says(
    'Den slutning er for langt væk',
    ({ latest }, format) =>
      `Slutningen kan højst flyttes 31 dage ad gangen. Lige nu er den seneste ${format.ends(latest ?? '')}.`,
  ),
  'complaints-frozen': says(
    'Klagefristen kan ikke blive kortere',
    () =>
      'Afstemningen er åbnet med den, og folk regner med den. Giv lige så mange dage eller flere.',
  ),
  'deploy-pending': says(
    'En ændring er på vej til siden',
    () =>
      'Der er offentliggjort noget nyere, end siden viser. Vent nogle minutter, til den er bygget, og se igen. Bliver det ved, så find ud af, hvorfor bygningen gik i stå.',
  ),
  'files-unreadable': says(
    'En fil i runden har en fejl',
    ({ path }) => `Siden kan ikke bygges med ${path}, som den er nu. Ret den fil først.`,
  ),
}
