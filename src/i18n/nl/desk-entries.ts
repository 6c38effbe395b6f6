/**
 * Dutch, what rooms for entries of a proposal share. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0031.
 */
export const deskEntries = {
  round: 'Ronde',
  showIt: 'Tonen',
  change: 'Wijzigen',
  changeNamed: 'Wijzigen: {day}',
  takeBack: 'Terugnemen',
  takeBackNamed: 'Terugnemen: {day}',
  look: 'Bekijk wat er verandert',
  leave: 'Toch niet wijzigen',
  leaveAsk: 'U hebt iets getypt dat niet is gepubliceerd. Wilt u het wegdoen?',
  kept: 'Wat u eerder hebt getypt, staat hier weer.',
  moved:
    'Wat u aan het wijzigen was, is er niet meer: een collega heeft het gewijzigd of teruggenomen. Wat u hebt getypt, staat hier nog en zou worden toegevoegd.',
  previewNew: 'Dit wordt gepubliceerd',
  previewChange: 'Dit wordt gewijzigd',
  previewGone: 'Dit wordt teruggenomen',
  was: 'Nu op de site',
  will: 'Straks op de site',
  gone: 'Niets ervan. Wie in de geschiedenis van de bestanden kijkt, vindt het nog.',
  cost: '1 commit, 1 deploy. Al het andere blijft zoals het is.',
  publish: 'Publiceren',
  takeItBack: 'Terugnemen',
  back: 'Nog niet',
  takenBack: 'Het is teruggenomen. Over een paar minuten staat het niet meer op de site.',
  dateHint: 'Vandaag of eerder.',
  dateMissing: 'Vul een dag in: vandaag of eerder.',
  textMissing: '{field}: schrijf ten minste 5 en ten hoogste 4.000 tekens.',
  amountWrong: 'Vul een bedrag in zoals 9800, of laat het leeg.',
}
