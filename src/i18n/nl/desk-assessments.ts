/**
 * Dutch, the desk’s page of assessments. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0031.
 */
export const deskAssessments = {
  heading: 'Beoordelingen',
  lede: 'Wat de afdelingen van de gemeente over een voorstel zeggen: wat het kost, of het kan en of het mag.',
  none: 'Deze ronde heeft nog geen gepubliceerd voorstel.',
  proposal: 'Voorstel',
  sofar: 'Tot nu toe op de site',
  nothing: 'Nog geen afdeling heeft iets over dit voorstel gezegd.',
  add: 'Beoordeling toevoegen',
  changeOne: 'Beoordeling wijzigen',
  about: 'Waar het over gaat',
  aboutAll: 'Alles',
  body: 'Afdeling',
  bodyHint: 'Zoals inwoners haar kennen, bijvoorbeeld ‘Wegen en parken’.',
  bodyMissing: 'Noem de afdeling, in ten minste 2 tekens.',
  date: 'Dag van het antwoord',
  outcome: 'Wat eruit kwam',
  reason: 'Toelichting',
  reasonHint: 'Schrijf voor inwoners. Alinea’s, lijsten en links kunnen in Markdown.',
  cost: 'Gevonden kosten (niet verplicht)',
  costHint: 'Dit worden de kosten van het voorstel, waar mensen op afgaan bij het stemmen.',
  costFixed:
    'De stemming is geopend, dus de kosten van het voorstel liggen vast. Schrijf in de toelichting wat er is gevonden.',
  costChanges:
    'In plaats van {was} kost het voorstel dan {will}, en daar gaan mensen bij het stemmen op af.',
  costStays: 'Het voorstel zelf kost nog steeds {money}, net als eerst.',
  where: 'Het komt op de pagina van het voorstel.',
  posted: 'De beoordeling is gepubliceerd. Over een paar minuten staat ze hier: {address}',
}
