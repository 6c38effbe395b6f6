/**
 * Danish, refusals on the way of paper: what whoever scans, types or boxes is told when something is not done.
 *
 * Pure. Invariant: what happened and what to do with the sheet; no code and no choice.
 * Decided in docs/decisions/0008 and 0025.
 */
import { says } from '../refusal-text.ts'

export const paperRefusals = {
  'serial-unknown': says(
    'Det brev findes ikke',
    ({ serial }) => `Intet brev har nummeret ${serial}. Se på nummeret under koden igen.`,
  ),
  'paper-unused': says(
    'Intet papir i denne runde',
    () => 'Denne runde tæller ikke stemmesedler på papir. Det skal vælges, før afstemningen åbner.',
  ),
  'paper-waiting': says(
    'Stemmesedler på papir venter',
    ({ waiting }) =>
      `${waiting} stemmesedler på papir ligger ikke i kassen endnu. Læg deres bunker i kassen først, eller frigiv deres kuponer.`,
  ),
  'paper-ended': says(
    'Ikke mere papir til denne kasse',
    () =>
      'En sagsbehandler sagde, at der ikke kommer mere, og de sidste sedler er skilt fra. Kun en bunke, der findes, kan fyldes op til 10.',
  ),
  'stub-unknown': says(
    'Intet brev har denne kode',
    () => 'Læg sedlen uåbnet i kuverten med afviste. Intet er ændret.',
  ),
  'stub-revoked': says(
    'Denne kode er erstattet',
    () => 'Der er givet et andet brev for den. Læg sedlen uåbnet i kuverten med afviste.',
  ),
  'stub-used': says(
    'Denne kode har stemt',
    () => 'En stemmeseddel med den ligger i kassen. Læg sedlen uåbnet i kuverten med afviste.',
  ),
  'stub-held': says(
    'Denne kode er allerede spærret',
    () =>
      'Måske har du scannet en kupon to gange. Ellers skal sedlen uåbnet i kuverten med afviste.',
  ),
  'stub-other-area': says(
    'Denne kode hører til et andet område',
    () => 'Scan den til bunken for sin egen stemmekasse. Intet er ændret.',
  ),
  'stub-not-held': says(
    'Denne kupon er ikke i bunken',
    ({ batch }) => `Koden er ikke scannet til bunke ${batch}. Se efter den i en anden bunke.`,
  ),
  'batch-unknown': says(
    'Den bunke findes ikke',
    ({ batch }) => `Ingen bunke papir har navnet ${batch}. Hent siden igen.`,
  ),
  'batch-taken': says(
    'Denne bunke kan ikke begynde',
    ({ batch }) =>
      `Navnet ${batch} er optaget, eller runden tager ikke mere papir. Vælg et andet navn.`,
  ),
  'batch-state': says(
    'Ikke muligt med denne bunke nu',
    ({ batch }) =>
      `Bunke ${batch} er længere fremme eller ikke så langt. Sedlerne skilles fra kuponerne, når afstemningen er lukket.`,
  ),
  'batch-full': says(
    'Denne bunke er fuld',
    ({ most }) => `En bunke rummer højst ${most} sedler. Begynd en ny.`,
  ),
  'batch-too-small': says(
    'For få sedler til at holde valget hemmeligt',
    ({ sheets, fewest }) =>
      `${sheets} sedler skjuler ikke, hvis er hvis: en bunke skal have mindst ${fewest}. Læg dem sammen med andre.`,
  ),
  'batch-changed': says(
    'Bunken er lige ændret',
    () => 'En anden arbejdede på den. Hent siden igen, og prøv igen.',
  ),
  'sheets-differ': says(
    'Der er ikke lige mange sedler og kuponer',
    ({ counted, held }) =>
      `Du talte ${counted} sedler, og ${held} kuponer er scannet. Tæl igen, før du river en kupon af.`,
  ),
  'sheets-open': says(
    'Ikke alle sedler er tastet to gange',
    ({ sheets }) => `To personer skal taste hver seddel. Mangler endnu: ${sheets}.`,
  ),
  'sheets-unsettled': says(
    'To læsninger er forskellige',
    ({ sheets }) => `En tredje person skal først se på disse sedler: ${sheets}.`,
  ),
  'sheet-unknown': says(
    'Den seddel findes ikke',
    ({ sheet }) => `Denne bunke har ingen seddel ${sheet}. Se på nummeret på sedlen igen.`,
  ),
  'sheet-typed-twice': says(
    'Denne seddel er tastet',
    ({ sheet }) => `To andre har tastet seddel ${sheet}. Gå videre til den næste.`,
  ),
  'sheet-settled': says(
    'Intet at afgøre her',
    ({ sheet }) => `Begge læsninger af seddel ${sheet} er ens.`,
  ),
  'third-person-needed': says(
    'En anden skal se på den',
    ({ sheet }) => `Du har selv tastet seddel ${sheet}. En tredje person afgør, hvad der står.`,
  ),
  'blank-is-ballot': says(
    'En blank seddel tæller her',
    () => 'Denne runde tillader blanke stemmesedler. Tast sedlen uden valg.',
  ),
}
