/**
 * Dutch, checking: the pages on which anyone can check a final result.
 *
 * Pure. Invariant: says what a check shows and what it does not; nobody is accused.
 * Decided in docs/decisions/0008.
 */

/** What the pages share. */
export const checking = {
  promise:
    'Niets van wat u typt wordt verzonden. De pagina haalt voor iedereen dezelfde openbare bestanden op en zoekt erin op uw eigen apparaat.',
  saved: 'Controleren zonder internet',
  savedText:
    'Sla deze pagina op met uw browser (“volledige pagina”), en deze bestanden ernaast. Open de opgeslagen pagina later en kies hier de bestanden.',
  savedLabel: 'De bestanden die u hebt opgeslagen',
  lacking: 'Kies ook deze bestanden, onder “Controleren zonder internet”:',
  failed: 'De gepubliceerde bestanden kwamen niet aan. Probeer het later nog eens.',
  busy: 'Een ogenblik …',
  byHand: 'Zonder deze pagina',
  command: 'Met de software van deze site controleert één opdracht alle gepubliceerde bestanden:',
  notYet: 'De lijsten zijn er nog niet',
  notYetText:
    'Ze verschijnen samen met de definitieve uitslag. Bewaar tot dan uw ontvangstbewijs met de handtekening, en uw brief.',
  unpublished: 'Dit is voor deze ronde niet te controleren',
  unpublishedText: 'De lijsten die daarvoor nodig zijn, zijn niet bij deze uitslag gepubliceerd.',
  linksTitle: 'Controleer het zelf',
}

export const findReceipt = {
  title: 'Vind mijn ontvangstbewijs',
  description: (round: string) =>
    `Zoek een ontvangstbewijs op in de lijst van alle ontvangstbewijzen van ${round}.`,
  lede: 'Het ontvangstbewijs van elk geteld stembiljet staat in een openbare lijst. Kijk of het uwe erbij is.',
  later: 'Zodra de uitslag definitief is, kunt u het opzoeken:',
  label: 'Uw ontvangstbewijs',
  hint: '16 letters en cijfers; spaties en kleine letters maken niet uit. Hebt u het als bestand opgeslagen, plak dan alles: dan wordt ook de handtekening gecontroleerd.',
  find: 'Zoek het op',
  malformed: 'Een ontvangstbewijs heeft 16 letters en cijfers. Vergelijk dit met het uwe.',
  listedHeading: 'Uw stembiljet is meegeteld',
  listed: 'Uw ontvangstbewijs staat in de lijst. Het kwam op het openbare bord met regel nummer',
  signed: 'De handtekening is van de gemeente.',
  unsigned: 'De handtekening hoort niet bij dit ontvangstbewijs. Het staat toch in de lijst.',
  headHolds: 'De regel die uw ontvangstbewijs noemt, staat op het openbare bord.',
  headDiffers:
    'De regel die uw ontvangstbewijs noemt, staat niet op het gepubliceerde bord. Als u hem goed hebt overgenomen, is het bord veranderd nadat u stemde. Laat het de gemeente weten en bewaar uw ontvangstbewijs.',
  missingHeading: 'Dit ontvangstbewijs staat niet in de lijst',
  missing:
    'Vergelijk elke letter met uw ontvangstbewijs en kijk of het van deze ronde is: één verkeerde letter is genoeg. Klopt alles, plak dan ook de handtekening. Ontvangstbewijs en handtekening bewijzen samen dat een stembiljet is aangenomen en in de telling ontbreekt.',
  lostHeading: 'Dit bewijst dat er een stembiljet verloren is gegaan',
  lost: 'De gemeente heeft dit ontvangstbewijs ondertekend, dus er is een stembiljet aangenomen. Het staat niet in de lijst, dus het is niet meegeteld.',
  lostSteps: [
    'Bewaar het ontvangstbewijs en de handtekening, en geef alleen kopieën weg.',
    'Schrijf aan de gemeente en vraag om een verbetering van de uitslag.',
    'Komt er geen antwoord, laat dan beide zien aan een gekozen lid of een krant. Iedereen kan de handtekening controleren, en zij zegt niets over wat u koos.',
  ],
  givenUpHeading: 'Uw stem is ontvangen, maar de bus telt niet mee',
  givenUp:
    'De laptop van een zaal heeft dit ontvangstbewijs ondertekend. De stembus erop is niet op kantoor gekomen, dus die stemmen zitten niet in de uitslag. De gemeente gaf deze reden:',
  forgedHeading: 'Niet in de lijst en niet door de gemeente ondertekend',
  forged:
    'Een letter van het ontvangstbewijs of van de handtekening is verkeerd, of het is niet van deze stemming. Plak het hele ontvangstbewijs opnieuw. Kwam het precies zo van ons, laat het ons dan weten.',
  uncheckedHeading: 'Niet in de lijst, en de handtekening is niet gecontroleerd',
  unchecked:
    'De handtekening was hier niet te controleren. Probeer een nieuwere browser of de opdracht hieronder. Bewaar tot dan ontvangstbewijs en handtekening: samen kunnen ze een bewijs zijn.',
  byHand:
    'Open de lijst en zoek daarin naar uw ontvangstbewijs, zonder spaties geschreven. Het getal erachter is de regel op het openbare bord.',
}

export const codeUsed = {
  title: 'Is mijn code gebruikt?',
  description: (round: string) => `Kijk of er in ${round} met uw code is gestemd.`,
  lede: 'Hebt u niet gestemd, dan mag niemand met uw code hebben gestemd. Kijk het zelf na.',
  find: 'Zoek hem op',
  malformed:
    'Een stemcode heeft 16 letters en cijfers, en een ervan klopt hier niet. Vergelijk hem met uw brief.',
  unusedHeading: 'Niemand heeft met deze code gestemd',
  unused:
    'Hij is voor deze ronde uitgegeven en er is geen stembiljet mee uitgebracht. Hebt u niet gestemd, dan is alles in orde. Hebt u er wel mee gestemd, laat het ons dan weten en houd uw ontvangstbewijs bij de hand.',
  usedHeading: 'Er is met deze code gestemd',
  used: 'Was u het, dan is alles in orde: wat u koos staat er nergens bij. Was u het niet, en ook niemand aan wie u uw brief gaf, laat het ons dan weten.',
  revokedHeading: 'Deze code is ingetrokken',
  revoked:
    'Hij is voor deze ronde uitgegeven en daarna ingetrokken, zoals gebeurt wanneer een verloren brief wordt vervangen. Er is niet mee gestemd. Zoek de code uit uw nieuwste brief op. Hebt u nooit om een nieuwe brief gevraagd, laat het ons dan weten.',
  unknownHeading: 'Deze code is niet voor deze ronde uitgegeven',
  unknown:
    'Vergelijk elke letter en kijk of uw brief van deze ronde is. Klopt alles, laat het ons dan weten: er zou geen brief met zo’n code mogen zijn.',
  byHand:
    'In de lijsten staan geen codes, alleen wat eruit te berekenen is. Met het oog is een code er dus niet in te vinden. Hoe dat wordt berekend, staat in docs/protocol.md van de software.',
}

export const checkElection = {
  title: 'Controleer deze stemming',
  description: (round: string) =>
    `Controleer in uw eigen browser wat er over ${round} is gepubliceerd.`,
  lede: 'Uw browser haalt alles op wat is gepubliceerd en rekent het na: het openbare bord, de lijsten, de aantallen en de uitslag.',
  start: 'Controleer alles',
  headLabel: 'Een bordregel van een ontvangstbewijs, als u die hebt',
  headHint: 'Hij ziet eruit als 12:0a1b2c3d. Hij laat zien of het bord na die stem is vervangen.',
  malformed:
    'Een bordregel ziet eruit als 12:0a1b2c3d: een getal, een dubbele punt en acht tekens.',
  doing: 'Bezig met controleren …',
  checks: {
    board: {
      asks: 'Volgt elke regel op het openbare bord uit de vorige?',
      holds: 'Ja. Er is geen regel veranderd, verwijderd of tussengeschoven.',
      differs: 'Nee. Er is een regel veranderd, verwijderd of tussengeschoven.',
    },
    head: {
      asks: 'Staat de regel van uw ontvangstbewijs op dit bord?',
      holds: 'Ja. Tot en met die regel is het het bord van die dag.',
      differs: 'Nee. Kijk na wat u hebt getypt. Klopt het, dan is het bord vervangen.',
    },
    paper: {
      asks: 'Is dit het stembiljet dat vóór de stemming vastlag?',
      holds: 'Ja. Voorstellen, kosten en regel zijn die van de opening.',
      differs: 'Nee. paper.json is niet wat bij de opening vastlag.',
    },
    receipts: {
      asks: 'Zijn dit de ontvangstbewijzen die het bord steeds heeft geteld?',
      holds: 'Ja. De lijst past bij elke regel op het bord.',
      differs: 'Nee. Er is een ontvangstbewijs bijgekomen, verwijderd of veranderd.',
    },
    issued: {
      asks: 'Zijn dit de codes die vóór de stemming zijn uitgegeven?',
      holds: 'Ja. Niet één meer en niet één minder.',
      differs: 'Nee. Er is een code bijgekomen, verwijderd of veranderd.',
    },
    used: {
      asks: 'Is elke gebruikte code uitgegeven, niet ingetrokken en één keer gebruikt?',
      holds: 'Ja, allemaal.',
      differs: 'Nee. Een gebruikte code is niet uitgegeven, is ingetrokken of telt dubbel.',
    },
    numbers: {
      asks: 'Zijn er evenveel gebruikte codes als ontvangstbewijzen en stembiljetten?',
      holds: 'Ja. Alle aantallen zijn gelijk.',
      differs: 'Nee. De aantallen zijn niet gelijk.',
    },
    ballots: {
      asks: 'Zijn de gepubliceerde stembiljetten die uit de bus?',
      holds: 'Ja. Er is er niet één veranderd.',
      differs: 'Nee. Er is een stembiljet veranderd, bijgekomen of verwijderd.',
    },
    result: {
      asks: 'Geeft opnieuw tellen dezelfde uitslag?',
      holds: 'Ja. Dezelfde voorstellen krijgen het geld.',
      differs: 'Nee. Er klopt iets niet:',
    },
  },
  unpublished: 'Niet te controleren: wat daarvoor nodig is, is niet gepubliceerd.',
  holdsHeading: 'Alles klopt met elkaar',
  holds: 'Niets in de gepubliceerde bestanden spreekt de uitslag tegen.',
  partlyHeading: 'Wat te controleren was, klopt met elkaar',
  partly: 'Een deel was niet te controleren. In de lijst staat wat.',
  differsHeading: 'Er klopt iets niet',
  differs:
    'Laad de pagina opnieuw en herhaal het. Blijft het zo, vraag de gemeente dan om uitleg. In de lijst staat waar het om gaat.',
  unstarted: 'De controle kon in deze browser niet worden uitgevoerd.',
  limitsTitle: 'Wat de bestanden alleen niet kunnen laten zien',
  limits: {
    lost: 'Een stembiljet dat is aangenomen en daarna verloren ging. Het ontvangstbewijs laat het zien:',
    stuffed: 'Een stem die iemand anders met uw code heeft uitgebracht. Dat ziet alleen u:',
    replaced:
      'Een bord dat in zijn geheel is vervangen. Wie een regel van een ontvangstbewijs heeft bewaard, kan het zien.',
    device:
      'Wat een schadelijk programma op iemands telefoon deed, of iemand die over de schouder meekeek.',
  },
}
