/**
 * English, finding: the list of proposals with its search, and the bar of the reader's own ballot.
 *
 * Pure. Invariant: numbers and amounts come in as text, so that the build can leave gaps for the browser
 * to fill. Decided in docs/decisions/0008.
 */

export const list = {
  lot: 'The order is drawn by lot, so that no proposal always stands first.',
  find: 'Search',
  controls: 'Filter and order',
  theme: 'Theme',
  anyTheme: 'All themes',
  area: 'Area',
  anyArea: 'All areas',
  cost: 'Cost',
  anyCost: 'Any cost',
  upTo: (money: string) => `Up to ${money}`,
  between: (least: string, most: string) => `${least} to ${most}`,
  left: 'What still fits on my ballot',
  order: 'Order',
  byLot: 'Drawn by lot',
  cheap: 'Lowest cost first',
  dear: 'Highest cost first',
  byTitle: 'A to Z',
  again: 'Draw a new order',
  drawn: 'A new order is drawn.',
  view: 'Show as',
  cards: 'Cards',
  lines: 'List',
  shown: (shown: string, all: string) => `${shown} of ${all} shown`,
  matching: (shown: string, found: string, all: string) =>
    `${found} of ${all} fit, ${shown} of them shown`,
  noneTitle: 'No proposal fits your search',
  none: 'Try another word, or take a choice back.',
  showAll: 'Show all proposals',
  more: 'Show more',
  failed: 'The search does not answer just now. Please try again in a minute.',
  byTheme: 'By theme',
  pages: 'Pages of the list',
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
  whole: 'All proposals on the ballot',
  off: (count: number, shown: string) =>
    count === 1
      ? 'One more proposal cannot be voted on. See it, and why.'
      : `${shown} more proposals cannot be voted on. See them, and why.`,
}

export const mine = {
  title: 'My ballot',
  choose: 'Choose',
  on: 'On my ballot',
  count: (count: string) => `${count} on my ballot`,
  countOf: (count: string, most: string) => `${count} of ${most} on my ballot`,
  left: (left: string, budget: string) => `${left} of ${budget} left`,
  over: (money: string) => `${money} too much`,
  waits: 'A ballot waits to be sent again.',
  full: 'Your order is full.',
  kept: 'Kept in this tab only',
  go: 'Go to my ballot',
}
