/**
 * Danish, the desk's room Delivery: what became of funded projects. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0018.
 */
export const deskDelivery = {
  heading: 'Gennemførelse',
  lede: 'Fortæl borgerne, hvad der blev af projekterne: hvad der er sket, hvad der er brugt, og hvornår de er færdige.',
  round: 'Runde',
  show: 'Vis',
  none: 'Runden har endnu ingen projekter at fortælle om. De kommer her, når resultatet er offentliggjort.',
  post: 'Skriv nyt',
  proposal: 'Projekt',
  date: 'Dagen, det handler om',
  dateHint: 'I dag eller tidligere.',
  text: 'Hvad der er sket',
  textHint: 'Skriv til borgerne. Afsnit, lister og links kan skrives i Markdown.',
  spent: 'Penge brugt indtil nu (valgfrit)',
  spentHint: 'Alle penge, der er brugt til og med den dag, for eksempel 9800.',
  done: 'Projektet er færdigt',
  where: 'Det kommer til at stå på projektets side, på siden med resultatet og i nyhedsstrømmen.',
  cost: '1 commit, 1 deploy. Hvad der allerede står på siden, bliver stående.',
  button: 'Se det, og offentliggør det',
  dateMissing: 'Skriv en dag, der er i dag eller tidligere.',
  textMissing: 'Skriv mindst 5 og højst 4.000 tegn.',
  spentWrong: 'Skriv et beløb, for eksempel 9800, eller lad feltet stå tomt.',
  ask: 'Dette offentliggøres om »{title}«:\n\n{update}\n\n{where}\n{cost}',
  posted: 'Nyheden er offentliggjort. Om få minutter står den her: {address}',
  sofar: 'På siden indtil nu',
  nothing: 'Der er endnu ikke fortalt noget om dette projekt.',
}
