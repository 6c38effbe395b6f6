/**
 * Danish, the desk’s page of assessments. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0031.
 */
export const deskAssessments = {
  heading: 'Vurderinger',
  lede: 'Hvad kommunens afdelinger siger om et forslag: hvad det koster, om det kan lade sig gøre, og om det er lovligt.',
  none: 'Runden har endnu ingen offentliggjorte forslag.',
  proposal: 'Forslag',
  sofar: 'På siden indtil nu',
  nothing: 'Ingen afdeling har endnu sagt noget om dette forslag.',
  add: 'Tilføj en vurdering',
  changeOne: 'Ret en vurdering',
  about: 'Hvad den handler om',
  aboutAll: 'Det hele',
  body: 'Afdeling',
  bodyHint: 'Som borgerne kender den, for eksempel »Veje og parker«.',
  bodyMissing: 'Skriv afdelingens navn med mindst 2 tegn.',
  date: 'Svarets dag',
  outcome: 'Hvad det blev til',
  reason: 'Begrundelse',
  reasonHint: 'Skriv til borgerne. Afsnit, lister og links kan skrives i Markdown.',
  cost: 'Pris, der blev fundet (valgfrit)',
  costHint: 'Det bliver forslagets pris, som der stemmes ud fra.',
  costFixed:
    'Afstemningen er åbnet, så forslagets pris ligger fast. Skriv i begrundelsen, hvad I fandt.',
  costChanges: 'I stedet for {was} koster forslaget så {will}, og det stemmer folk ud fra.',
  costStays: 'Selve forslaget koster stadig {money} ligesom før.',
  where: 'Det kommer til at stå på forslagets side.',
  posted: 'Vurderingen er offentliggjort. Om få minutter står den her: {address}',
}
