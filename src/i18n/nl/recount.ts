/**
 * Dutch, the recount in the browser: what it does, and what it found.
 *
 * Pure. Invariant: says what differs, never who is to blame. Decided in docs/decisions/0008.
 */
export const recount = {
  reading: 'De gepubliceerde bestanden worden opgehaald',
  counting: 'Bezig met tellen',
  step: (step: string) => `Bezig met tellen, stap ${step}`,
  agrees: (count: number, ballots: string) =>
    count === 1
      ? 'Opnieuw geteld: 1 stembiljet. Dezelfde voorstellen winnen.'
      : `Opnieuw geteld: ${ballots} stembiljetten. Dezelfde voorstellen winnen.`,
  agreesSums: (ballots: string) =>
    `Opnieuw geteld uit de sommen van ${ballots} stembiljetten. Dezelfde voorstellen winnen.`,
  digest: 'De vingerafdruk is die op deze pagina.',
  differs: 'Opnieuw geteld, en er klopt iets niet:',
  notCounted:
    'Waar de stembiljetten niet openbaar zijn, kan deze regel niet worden nageteld. De bestanden kloppen met elkaar.',
  failed: 'De gepubliceerde bestanden kwamen niet aan. Probeer het later nog eens.',
  differences: {
    outcome: 'De telling geeft een andere uitkomst dan de gepubliceerde.',
    sideBySide: 'Wat er over de andere regel staat, is niet wat die regel doet.',
    ballots: (said: string, found: string) =>
      `De uitslag noemt ${said} stembiljetten, in de bestanden staan er ${found}.`,
    blank: (said: string, found: string) =>
      `De uitslag noemt ${said} blanco stembiljetten, in de bestanden staan er ${found}.`,
    limits: (count: number, ballots: string) =>
      count === 1
        ? 'Eén stembiljet kan zo niet zijn uitgebracht.'
        : `${ballots} stembiljetten kunnen zo niet zijn uitgebracht.`,
    commitments: (count: number, ballots: string) =>
      count === 1
        ? 'Eén stembiljet is niet het biljet dat in de bus is gedaan.'
        : `${ballots} stembiljetten zijn niet de biljetten die in de bus zijn gedaan.`,
    pabulibBallots: (file: string) => `In ${file} staan andere stembiljetten dan in ballots.csv.`,
    pabulibPaper: (file: string) =>
      `In ${file} zijn regel, budget of grenzen anders dan in paper.json, of kosten, aantallen of winnaars zijn anders.`,
    certificate: (file: string) => `${file} klopt niet met de stembiljetten.`,
    paper: 'paper.json is niet waarover is gestemd.',
    rule: 'result.json noemt een andere regel dan die waaronder is gestemd.',
    missing: (file: string) => `${file} ontbreekt.`,
    receipts: (found: string, expected: string) =>
      `Er zijn ${found} ontvangstbewijzen voor ${expected} stembiljetten.`,
    receiptTwice: 'Een ontvangstbewijs staat twee keer in receipts.csv.',
    sheet: 'In results.csv staat iets anders dan in result.json.',
    resultChanged: 'result.json is niet het gepubliceerde bestand: de vingerafdruk is een andere.',
    unreadable: 'In een bestand staat iets dat er niet hoort, zodat het niet geteld kan worden.',
  },
}
