/**
 * Dutch, the room Today: what needs doing, and whether all parts answer.
 *
 * Pure. Invariant: says what is known and where to look up the rest. Decided in docs/decisions/0008 and 0022.
 */
export const deskToday = {
  heading: 'Vandaag',
  lede: 'Wat er moet gebeuren, wat er komt, en of alle onderdelen antwoorden.',
  goTo: 'Naar: {room}',
  nothing: 'Hier is nu niets te doen.',
  noRounds: 'De gemeente heeft nog geen ronde.',
  health: 'Toestand',
  storeAnswers: 'De opslag antwoordt.',
  publishingAnswers: 'De plek waar we publiceren antwoordt.',
  publishingSilent:
    'De plek waar we publiceren antwoordt niet. Controlepunten en sommen verschijnen zodra dat weer lukt; kijk over tien minuten opnieuw.',
  keyEnds: 'De sleutel van de git-host (GITHUB_TOKEN) werkt tot {at}.',
  keySoon:
    'De sleutel van de git-host (GITHUB_TOKEN) verloopt {at}. Daarna kan niemand publiceren. Laat nu een nieuwe maken en zet die in de instellingen van de host.',
  keyUnknown:
    'De git-host noemt geen einddatum van zijn sleutel (GITHUB_TOKEN). Kijk het daar eens per jaar na.',
  plans: 'De gratis abonnementen',
  planOfHost:
    'Elke publicatie is een deploy en kost {each} van de {all} credits die Netlify per maand geeft. Ook bezoekers gebruiken credits. Bij nul staat de site stil tot de maand voorbij is. De balie kan niet zien hoeveel er over zijn: kijk bij Netlify onder Usage.',
  hostUsed:
    'De site is de laatste {days} dagen ongeveer {count} keer gepubliceerd. {most} keer is gratis: elke keer kost {each} van de {all} credits die Netlify per maand geeft. Ook bezoekers gebruiken credits, dus kijk bij Netlify onder Usage. Bij nul staat de site stil tot de maand voorbij is.',
  planOfStore:
    'De gratis opslag van Upstash neemt {most} opdrachten per maand en {memory} MB. Is die grens bereikt, dan kan niemand stemmen. De balie kan niet zien hoeveel er gebruikt zijn: kijk bij Upstash in het overzicht van de database.',
  storeUsed:
    'Van de {most} gratis opdrachten per maand bij Upstash zijn er ongeveer {count} gebruikt. Is die grens bereikt, dan kan niemand stemmen. Er is ook plaats voor {memory} MB: kijk bij Upstash in het overzicht van de database.',
  otherStore:
    'De stemming in deze ronde is geopend met een andere opslag dan die in de instellingen. Niemand kan hier stemmen. Laat de instellingen van de opslag herstellen (UPSTASH_REDIS_REST_URL).',
  noStore: 'Deze opslag heeft geen stemmen van deze ronde. De stemming is voorbij, of er is geen.',
  stands: 'De ronde is {state}.',
  checkpointPublic: 'Het laatste controlepunt is nummer {n}, {at}. Iedereen kan het zien.',
  checkpointWaits:
    'Controlepunt {n} van {at} is nog niet openbaar. Het wordt elke vijf minuten geprobeerd.',
  checkpointNone: 'Nog geen controlepunt: het eerste komt met de eerste stemmen.',
  keyRight: 'De sleutel van deze ronde klopt. De vingerafdruk ervan is {fingerprint}.',
  keyWrong:
    'CHEST_KEY is niet de sleutel waarmee deze ronde is geopend. Niemand kan stemmen tot die terug is.',
}
