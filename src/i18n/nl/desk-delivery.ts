/**
 * Dutch, the desk's room Delivery: what became of funded projects. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0018.
 */
export const deskDelivery = {
  heading: 'Uitvoering',
  lede: 'Vertel inwoners wat er van de projecten is geworden: wat er gebeurde, wat het kostte en wanneer ze klaar zijn.',
  round: 'Ronde',
  show: 'Tonen',
  none: 'Over deze ronde valt nog niets te vertellen. Projecten komen hier zodra de uitslag is gepubliceerd.',
  post: 'Nieuws schrijven',
  proposal: 'Project',
  date: 'De dag waarover het gaat',
  dateHint: 'Vandaag of eerder.',
  text: 'Wat er is gebeurd',
  textHint: 'Schrijf voor inwoners. Alinea’s, lijsten en links kunnen in Markdown.',
  spent: 'Tot nu toe uitgegeven (niet verplicht)',
  spentHint: 'Al het geld dat tot en met die dag is uitgegeven, zoals 9800.',
  done: 'Het project is klaar',
  where: 'Het komt op de pagina van het project, op de pagina met de uitslag en in de nieuwsfeed.',
  cost: '1 commit, 1 deploy. Wat al op de site staat, blijft staan.',
  button: 'Bekijken en publiceren',
  dateMissing: 'Vul een dag in: vandaag of eerder.',
  textMissing: 'Schrijf ten minste 5 en ten hoogste 4.000 tekens.',
  spentWrong: 'Vul een bedrag in zoals 9800, of laat het leeg.',
  ask: 'Dit wordt gepubliceerd over ‘{title}’:\n\n{update}\n\n{where}\n{cost}',
  posted: 'Het bericht is gepubliceerd. Over een paar minuten staat het hier: {address}',
  sofar: 'Tot nu toe op de site',
  nothing: 'Over dit project is nog niets verteld.',
}
