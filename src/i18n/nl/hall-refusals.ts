/**
 * Dutch, refusals about the boxes of halls: what a clerk is told when one cannot be taken in, counted or sealed.
 *
 * Pure. Invariant: what happened and what to do; nothing of the outcome. Decided in docs/decisions/0008 and 0032.
 */
import { says } from '../refusal-text.ts'

export const hallRefusals = {
  'hall-unknown': says(
    'Die zaal is er niet',
    ({ hall }) =>
      `Deze ronde noemt geen zaal “${hall}”. Kijk of u de juiste ronde en het juiste bestand hebt gekozen.`,
  ),
  'hall-not-here': says(
    'Dit is niet de laptop van een zaal',
    () =>
      'Het bestand van een zaal wordt op de eigen laptop van de zaal gemaakt. Open daar de balie.',
  ),
  'hall-counts-elsewhere': says(
    'Er wordt op kantoor geteld',
    () =>
      'Dit is de laptop van een zaal. De bus wordt op kantoor geteld, samen met alle andere. Bewaar hier het bestand en breng het daarheen.',
  ),
  'halls-out': says(
    'Er ontbreken nog bussen van zalen',
    ({ halls }) =>
      `Er is niets verzegeld. Deze ontbreken nog: ${halls}. Neem de bestanden op, of geef de bussen op met een reden.`,
  ),
  'hall-settled': says(
    'Over die zaal is al beslist',
    () =>
      'Er is al een ander bestand van deze zaal opgenomen, of de bus is opgegeven. Toon de ronde opnieuw; er is niets veranderd.',
  ),
  'hall-file-unreadable': says(
    'Dit is geen bestand van een zaal',
    () =>
      'Er staat iets anders in het bestand, of een deel ontbreekt. Bewaar het opnieuw op de laptop van de zaal en neem dat bestand.',
  ),
  'hall-file-other-round': says(
    'Een bestand van een andere ronde',
    ({ round }) =>
      `Dit bestand hoort bij de ronde “${round}”. Kies die ronde, of een ander bestand.`,
  ),
  'hall-file-changed': says(
    'Het bestand is onderweg veranderd',
    () =>
      'Het bestand is onderweg veranderd, of het is niet van de laptop van deze zaal. Bewaar het daar opnieuw en breng het zelf. Er is niets opgenomen.',
  ),
  'hall-file-other-box': says(
    'Niet op de juiste laptop gemaakt',
    () =>
      'Dit bestand is niet gemaakt op de laptop die voor deze zaal is klaargezet, of het is van voor het verzegelen. Kijk van welke laptop het komt.',
  ),
  'hall-file-rehearsal': says(
    'Niet de bus van deze stemming',
    () =>
      'Deze bus is van een oefening, of van een eerdere start van deze zaal. Het openingsbericht noemt een andere sleutel of een ander tijdstip. Er is niets opgenomen. Zoek het bestand van de laptop die het laatst is klaargezet.',
  ),
  'hall-codes-twice': says(
    'Codes in twee bussen',
    ({ count, halls }) =>
      `${count} gebruikte codes zijn voor twee bussen gemaakt${halls ? `; de andere is van: ${halls}` : ''}. Iemand kan twee keer gestemd hebben, dus er is niets opgenomen of verzegeld. Zoek uit welke zaal codes heeft geregistreerd die niet van die zaal zijn, en geef die bus op. Zolang er een bus ontbreekt, kan dat ook een bus zijn die al is opgenomen.`,
  ),
  'hall-other-ballot': says(
    'Een ander stembiljet op deze laptop',
    () =>
      'De inhoud op deze laptop is niet die waarmee hij is klaargezet. Kopieer de inhoud van de gemeente er opnieuw heen, en start hem met het nieuwe bestand.',
  ),
  'hall-prepare-again': says(
    'Zet de laptops opnieuw klaar',
    ({ halls }) =>
      `De stemming is niet geopend. Het stembiljet is veranderd sinds deze laptops zijn klaargezet: ${halls}. Zet ze opnieuw klaar in de kamer Telling. Anders kunnen die stemmen niet geteld worden.`,
  ),
  'hall-begun': says(
    'De stemming is begonnen',
    () =>
      'Een laptop kan alleen opnieuw beginnen voordat de stemming begint. Anders gaan de stemmen van de laatste start verloren. Bewaar het bestand zonder opnieuw te beginnen.',
  ),
}
