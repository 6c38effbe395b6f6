/**
 * Dutch, refusals on the way of paper: what whoever scans, types or boxes is told when something is not done.
 *
 * Pure. Invariant: what happened and what to do with the sheet; no code and no choice.
 * Decided in docs/decisions/0008 and 0025.
 */
import { says } from '../refusal-text.ts'

export const paperRefusals = {
  'serial-unknown': says(
    'Die brief is er niet',
    ({ serial }) =>
      `Geen brief heeft het nummer ${serial}. Kijk nog eens naar het nummer onder de code.`,
  ),
  'paper-unused': says(
    'Geen papier in deze ronde',
    () =>
      'Deze ronde telt geen stembiljetten op papier. Dat moet u kiezen voordat de stemming opengaat.',
  ),
  'paper-waiting': says(
    'Papieren stembiljetten wachten',
    ({ waiting }) =>
      `${waiting} papieren stembiljetten liggen nog niet in de bus. Leg eerst hun stapels erin, of geef hun strookjes vrij.`,
  ),
  'paper-ended': says(
    'Geen papier meer voor deze bus',
    () =>
      'Een medewerker zei dat er niets meer komt, en de laatste bladen zijn gescheiden. Alleen een stapel die er al is, kan tot 10 worden aangevuld.',
  ),
  'stub-unknown': says(
    'Geen brief heeft deze code',
    () => 'Leg het blad ongeopend in de envelop met geweigerde. Er is niets veranderd.',
  ),
  'stub-revoked': says(
    'Deze code is vervangen',
    () =>
      'Er is een andere brief voor gegeven. Leg het blad ongeopend in de envelop met geweigerde.',
  ),
  'stub-used': says(
    'Met deze code is gestemd',
    () =>
      'Een stembiljet ervan ligt al in de bus. Leg het blad ongeopend in de envelop met geweigerde.',
  ),
  'stub-held': says(
    'Deze code is al geblokkeerd',
    () =>
      'Misschien hebt u een strookje twee keer gescand. Leg het blad anders ongeopend in de envelop met geweigerde.',
  ),
  'stub-other-area': says(
    'Deze code is van een ander gebied',
    () => 'Scan hem bij de stapel van zijn eigen stembus. Er is niets veranderd.',
  ),
  'stub-not-held': says(
    'Dit strookje zit niet in de stapel',
    ({ batch }) => `Deze code is niet bij stapel ${batch} gescand. Zoek hem bij een andere stapel.`,
  ),
  'batch-unknown': says(
    'Die stapel is er niet',
    ({ batch }) => `Geen stapel papier heeft de naam ${batch}. Laad de pagina opnieuw.`,
  ),
  'batch-taken': says(
    'Deze stapel kan niet beginnen',
    ({ batch }) =>
      `De naam ${batch} is bezet, of de ronde neemt geen papier meer aan. Kies een andere naam.`,
  ),
  'batch-state': says(
    'Nu niet mogelijk met deze stapel',
    ({ batch }) =>
      `Stapel ${batch} is al verder, of nog niet zo ver. De strookjes gaan eraf als de stemming gesloten is.`,
  ),
  'batch-full': says(
    'Deze stapel is vol',
    ({ most }) => `Een stapel heeft hoogstens ${most} bladen. Begin een nieuwe.`,
  ),
  'batch-too-small': says(
    'Te weinig bladen voor een geheime stemming',
    ({ sheets, fewest }) =>
      `${sheets} bladen verbergen niet wat van wie is: een stapel heeft er minstens ${fewest} nodig. Leg ze bij andere.`,
  ),
  'batch-changed': says(
    'De stapel is net veranderd',
    () => 'Iemand anders werkte eraan. Laad de pagina opnieuw en probeer het nog eens.',
  ),
  'sheets-differ': says(
    'Er zijn niet evenveel bladen als strookjes',
    ({ counted, held }) =>
      `U telde ${counted} bladen, en ${held} strookjes zijn gescand. Tel opnieuw voordat u een strookje afscheurt.`,
  ),
  'sheets-open': says(
    'Niet elk blad is twee keer ingevoerd',
    ({ sheets }) => `Twee mensen moeten elk blad invoeren. Nog open: ${sheets}.`,
  ),
  'sheets-unsettled': says(
    'Twee lezingen verschillen',
    ({ sheets }) => `Een derde moet eerst naar deze bladen kijken: ${sheets}.`,
  ),
  'sheet-unknown': says(
    'Dat blad is er niet',
    ({ sheet }) =>
      `Deze stapel heeft geen blad ${sheet}. Kijk nog eens naar het nummer op het blad.`,
  ),
  'sheet-typed-twice': says(
    'Dit blad is al ingevoerd',
    ({ sheet }) => `Twee anderen hebben blad ${sheet} ingevoerd. Ga door met het volgende.`,
  ),
  'sheet-settled': says(
    'Hier is niets te beslissen',
    ({ sheet }) => `Beide lezingen van blad ${sheet} zijn gelijk.`,
  ),
  'third-person-needed': says(
    'Iemand anders moet kijken',
    ({ sheet }) => `U hebt blad ${sheet} zelf ingevoerd. Een derde beslist wat er staat.`,
  ),
  'blank-is-ballot': says(
    'Een blanco blad telt hier',
    () => 'Deze ronde staat blanco stembiljetten toe. Voer het blad in zonder keuze.',
  ),
}
