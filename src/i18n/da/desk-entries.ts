/**
 * Danish, what rooms for entries of a proposal share. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0031.
 */
export const deskEntries = {
  round: 'Runde',
  showIt: 'Vis',
  change: 'Ret',
  changeNamed: 'Ret: {day}',
  takeBack: 'Tag tilbage',
  takeBackNamed: 'Tag tilbage: {day}',
  look: 'Se, hvad der ændres',
  leave: 'Ret det ikke alligevel',
  leaveAsk: 'Du har skrevet noget, der ikke er offentliggjort. Vil du lægge det væk?',
  kept: 'Det, du skrev før, står her igen.',
  moved:
    'Det, du var ved at rette, er der ikke længere: En kollega har rettet det eller taget det tilbage. Det, du skrev, står her endnu og vil blive føjet til.',
  previewNew: 'Dette offentliggøres',
  previewChange: 'Dette rettes',
  previewGone: 'Dette tages tilbage',
  was: 'På siden nu',
  will: 'På siden derefter',
  gone: 'Intet af det. Den, der ser i filernes historik, kan stadig finde det.',
  cost: '1 commit, 1 deploy. Alt andet bliver, som det er.',
  publish: 'Offentliggør',
  takeItBack: 'Tag det tilbage',
  back: 'Ikke endnu',
  takenBack: 'Det er taget tilbage. Om få minutter er det væk fra siden.',
  dateHint: 'I dag eller tidligere.',
  dateMissing: 'Skriv en dag, der er i dag eller tidligere.',
  textMissing: '{field}: skriv mindst 5 og højst 4.000 tegn.',
  amountWrong: 'Skriv et beløb, for eksempel 9800, eller lad feltet stå tomt.',
}
