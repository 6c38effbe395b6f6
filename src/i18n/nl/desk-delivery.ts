/**
 * Dutch, the desk's room Delivery: what became of funded projects. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008, 0018 and 0031.
 */
export const deskDelivery = {
  heading: 'Uitvoering',
  lede: 'Vertel inwoners wat er van de projecten is geworden: wat er gebeurde, wat het kostte en wanneer ze klaar zijn.',
  none: 'Over deze ronde valt nog niets te vertellen. Projecten komen hier zodra de uitslag is gepubliceerd.',
  proposal: 'Project',
  date: 'De dag waarover het gaat',
  text: 'Wat er is gebeurd',
  textHint: 'Schrijf voor inwoners. Alinea’s, lijsten en links kunnen in Markdown.',
  spent: 'Tot nu toe uitgegeven (niet verplicht)',
  spentHint: 'Al het geld dat tot en met die dag is uitgegeven, zoals 9800.',
  done: 'Het project is klaar',
  where: 'Het komt op de pagina van het project, op de pagina met de uitslag en in de nieuwsfeed.',
  posted: 'Het bericht is gepubliceerd. Over een paar minuten staat het hier: {address}',
  sofar: 'Tot nu toe op de site',
  nothing: 'Over dit project is nog niets verteld.',
  add: 'Nieuws plaatsen',
  changeOne: 'Nieuws wijzigen',
  pictureKept:
    'Dit bericht heeft een afbeelding. Kies alleen een bestand om een andere in de plaats te zetten.',
  pictureMissing: 'Kies ook de afbeelding, of maak de tekst ervan leeg.',
  pictureTold: 'Afbeelding: {alt}',
  kept: 'Wat u eerder hebt getypt, staat hier weer. Een afbeelding moet u opnieuw kiezen.',
}
