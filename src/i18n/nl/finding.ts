/**
 * Dutch, finding: the list of proposals with its search, and the bar of the reader's own ballot.
 *
 * Pure. Invariant: numbers and amounts come in as text, so that the build can leave gaps for the browser
 * to fill. Decided in docs/decisions/0008.
 */

export const list = {
  lot: 'De volgorde is geloot, zodat geen voorstel altijd vooraan staat.',
  find: 'Zoeken',
  controls: 'Filteren en sorteren',
  theme: 'Thema',
  anyTheme: 'Alle thema’s',
  area: 'Gebied',
  anyArea: 'Alle gebieden',
  cost: 'Kosten',
  anyCost: 'Alle bedragen',
  upTo: (money: string) => `Tot ${money}`,
  between: (least: string, most: string) => `${least} tot ${most}`,
  left: 'Wat nog op mijn stembiljet past',
  order: 'Volgorde',
  byLot: 'Geloot',
  cheap: 'Laagste bedrag eerst',
  dear: 'Hoogste bedrag eerst',
  byTitle: 'A tot Z',
  again: 'Opnieuw loten',
  drawn: 'Er is een nieuwe volgorde geloot.',
  view: 'Tonen als',
  cards: 'Kaarten',
  lines: 'Lijst',
  shown: (shown: string, all: string) => `${shown} van ${all} getoond`,
  matching: (shown: string, found: string, all: string) =>
    `${found} van ${all} passen, ${shown} daarvan getoond`,
  noneTitle: 'Geen voorstel past bij uw zoekopdracht',
  none: 'Probeer een ander woord, of neem een keuze terug.',
  showAll: 'Toon alle voorstellen',
  more: 'Toon meer',
  failed: 'Het zoeken lukt nu niet. Probeer het over een minuut opnieuw.',
  byTheme: 'Per thema',
  pages: 'Pagina’s van de lijst',
  page: (page: string, pages: string) => `Pagina ${page} van ${pages}`,
  previous: 'Vorige pagina',
  next: 'Volgende pagina',
  whole: 'Alle voorstellen op het stembiljet',
  off: (count: number, shown: string) =>
    count === 1
      ? 'Op één ander voorstel kan niet worden gestemd. Bekijk het, en waarom.'
      : `Op ${shown} andere voorstellen kan niet worden gestemd. Bekijk ze, en waarom.`,
}

export const mine = {
  title: 'Mijn stembiljet',
  choose: 'Kies',
  on: 'Op mijn stembiljet',
  count: (count: string) => `${count} op mijn stembiljet`,
  countOf: (count: string, most: string) => `${count} van ${most} op mijn stembiljet`,
  left: (left: string, budget: string) => `nog ${left} van ${budget}`,
  over: (money: string) => `${money} te veel`,
  waits: 'Een stembiljet wacht om opnieuw verstuurd te worden.',
  full: 'Uw volgorde is vol.',
  kept: 'Alleen in dit tabblad bewaard',
  go: 'Naar mijn stembiljet',
}
