/**
 * Danish, finding: the list of proposals with its search, and the bar of the reader's own ballot.
 *
 * Pure. Invariant: numbers and amounts come in as text, so that the build can leave gaps for the browser
 * to fill. Decided in docs/decisions/0008.
 */

export const list = {
  lot: 'Rækkefølgen er trukket ved lod, så intet forslag altid står først.',
  find: 'Søg',
  controls: 'Filtrér og sortér',
  theme: 'Tema',
  anyTheme: 'Alle temaer',
  area: 'Område',
  anyArea: 'Alle områder',
  cost: 'Pris',
  anyCost: 'Alle priser',
  upTo: (money: string) => `Op til ${money}`,
  between: (least: string, most: string) => `${least} til ${most}`,
  left: 'Det, der endnu er plads til på min stemmeseddel',
  order: 'Rækkefølge',
  byLot: 'Trukket ved lod',
  cheap: 'Laveste pris først',
  dear: 'Højeste pris først',
  byTitle: 'A til Å',
  again: 'Træk en ny rækkefølge',
  drawn: 'Der er trukket en ny rækkefølge.',
  view: 'Vis som',
  cards: 'Kort',
  lines: 'Liste',
  shown: (shown: string, all: string) => `${shown} af ${all} vises`,
  matching: (shown: string, found: string, all: string) =>
    `${found} af ${all} passer, ${shown} af dem vises`,
  noneTitle: 'Ingen forslag passer til din søgning',
  none: 'Prøv et andet ord, eller fortryd et valg.',
  showAll: 'Vis alle forslag',
  more: 'Vis flere',
  failed: 'Søgningen svarer ikke lige nu. Prøv igen om et minut.',
  byTheme: 'Efter tema',
  pages: 'Listens sider',
  page: (page: string, pages: string) => `Side ${page} af ${pages}`,
  previous: 'Forrige side',
  next: 'Næste side',
  whole: 'Alle forslag på stemmesedlen',
  off: (count: number, shown: string) =>
    count === 1
      ? 'Ét andet forslag kan man ikke stemme på. Se det, og hvorfor.'
      : `${shown} andre forslag kan man ikke stemme på. Se dem, og hvorfor.`,
}

export const mine = {
  title: 'Min stemmeseddel',
  choose: 'Vælg',
  on: 'På min stemmeseddel',
  count: (count: string) => `${count} på min stemmeseddel`,
  countOf: (count: string, most: string) => `${count} af ${most} på min stemmeseddel`,
  left: (left: string, budget: string) => `${left} af ${budget} tilbage`,
  over: (money: string) => `${money} for meget`,
  waits: 'En stemmeseddel venter på at blive sendt igen.',
  full: 'Din rækkefølge er fuld.',
  kept: 'Gemmes kun i denne fane',
  go: 'Gå til min stemmeseddel',
}
