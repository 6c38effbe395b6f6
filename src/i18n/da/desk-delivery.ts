/**
 * Danish, the desk's room Delivery: what became of funded projects. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008, 0018 and 0031.
 */
export const deskDelivery = {
  heading: 'Gennemførelse',
  lede: 'Fortæl borgerne, hvad der blev af projekterne: hvad der er sket, hvad der er brugt, og hvornår de er færdige.',
  none: 'Runden har endnu ingen projekter at fortælle om. De kommer her, når resultatet er offentliggjort.',
  proposal: 'Projekt',
  date: 'Dagen, det handler om',
  text: 'Hvad der er sket',
  textHint: 'Skriv til borgerne. Afsnit, lister og links kan skrives i Markdown.',
  spent: 'Penge brugt indtil nu (valgfrit)',
  spentHint: 'Alle penge, der er brugt til og med den dag, for eksempel 9800.',
  done: 'Projektet er færdigt',
  where: 'Det kommer til at stå på projektets side, på siden med resultatet og i nyhedsstrømmen.',
  posted: 'Nyheden er offentliggjort. Om få minutter står den her: {address}',
  sofar: 'På siden indtil nu',
  nothing: 'Der er endnu ikke fortalt noget om dette projekt.',
  add: 'Skriv nyt',
  changeOne: 'Ret en nyhed',
  pictureKept: 'Denne nyhed har et billede. Vælg kun en fil, hvis et andet skal stå i stedet.',
  pictureMissing: 'Vælg også billedet, eller slet teksten til det.',
  pictureTold: 'Billede: {alt}',
  kept: 'Det, du skrev før, står her igen. Et billede skal vælges igen.',
}
