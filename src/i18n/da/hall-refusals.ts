/**
 * Danish, refusals about the boxes of halls: what a clerk is told when one cannot be taken in, counted or sealed.
 *
 * Pure. Invariant: what happened and what to do; nothing of the outcome. Decided in docs/decisions/0008 and 0032.
 */
import { says } from '../refusal-text.ts'

export const hallRefusals = {
  'hall-unknown': says(
    'Den sal findes ikke',
    ({ hall }) =>
      `Runden nævner ingen sal “${hall}”. Se efter, om du valgte den rigtige runde og den rigtige fil.`,
  ),
  'hall-not-here': says(
    'Det er ikke en sals computer',
    () => 'En sals fil laves på salens egen bærbare computer. Åbn skranken dér.',
  ),
  'hall-counts-elsewhere': says(
    'Der tælles på kontoret',
    () =>
      'Det her er en sals computer. Dens kasse tælles på kontoret sammen med alle andre. Gem filen her, og bær den derhen.',
  ),
  'halls-out': says(
    'Nogle sales kasser mangler',
    ({ halls }) =>
      `Intet er forseglet. Disse mangler endnu: ${halls}. Tag deres filer ind, eller opgiv kasserne med en grund.`,
  ),
  'hall-settled': says(
    'Den sal er allerede afgjort',
    () =>
      'En anden fil fra salen er taget ind før, eller dens kasse er opgivet. Vis runden igen; intet er ændret.',
  ),
  'hall-file-unreadable': says(
    'Det er ikke en sals fil',
    () =>
      'Filen indeholder noget andet, eller en del af den mangler. Gem den igen på salens computer, og tag den fil.',
  ),
  'hall-file-other-round': says(
    'En fil fra en anden runde',
    ({ round }) => `Filen hører til runden “${round}”. Vælg den runde eller en anden fil.`,
  ),
  'hall-file-changed': says(
    'Filen er ændret undervejs',
    () =>
      'Filen er ændret undervejs, eller den er ikke fra denne sals computer. Gem den igen på den computer, og bær den selv. Intet er taget ind.',
  ),
  'hall-file-other-box': says(
    'Ikke lavet på den rigtige computer',
    () =>
      'Filen er ikke lavet på den computer, der blev gjort klar til salen, eller den blev lavet før forseglingen. Se efter, hvilken computer den kom fra.',
  ),
  'hall-file-rehearsal': says(
    'Ikke denne afstemnings kasse',
    () =>
      'Kassen er fra en prøve eller fra en tidligere start i salen. Åbningsposten nævner en anden nøgle eller et andet tidspunkt. Intet er taget ind. Find filen fra den computer, der sidst blev gjort klar.',
  ),
  'hall-codes-twice': says(
    'Koder i to kasser',
    ({ count, halls }) =>
      `${count} brugte koder er lavet til to kasser${halls ? `; den anden hører til: ${halls}` : ''}. Nogen kan have stemt to gange, så intet er taget ind eller forseglet. Find ud af, hvilken sal der har registreret koder, som ikke er dens egne, og opgiv dens kasse. Så længe en kasse mangler, kan det også være en, der allerede er taget ind.`,
  ),
  'hall-other-ballot': says(
    'En anden stemmeseddel på computeren',
    () =>
      'Indholdet på denne computer er ikke det, den blev gjort klar med. Kopiér kommunens indhold til den igen, og start den med den nye fil.',
  ),
  'hall-prepare-again': says(
    'Gør computerne klar igen',
    ({ halls }) =>
      `Afstemningen er ikke åbnet. Stemmesedlen er ændret, siden disse computere blev gjort klar: ${halls}. Gør dem klar igen i rummet Optælling. Ellers kan stemmerne derfra ikke tælles.`,
  ),
  'hall-begun': says(
    'Afstemningen er begyndt',
    () =>
      'En computer kan kun gøres klar forfra, før afstemningen begynder. Ellers gik stemmerne fra dens seneste start tabt. Gem filen uden at begynde forfra.',
  ),
}
