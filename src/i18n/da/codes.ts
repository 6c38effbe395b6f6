/**
 * Danish, the desk's room of voting codes: making, printing, replacing.
 *
 * Pure. Invariant: nothing here says that codes can vote before they can.
 * Decided in docs/decisions/0008.
 */

export const codes = {
  title: 'Stemmekoder',
  lede: 'Koderne bliver lavet i denne browser. De står på dit papir og ingen andre steder.',
  noRounds:
    'Ingen runde har en afstemning endnu. Giv først en runde en stemmeseddel og en afstemningsfase.',
  choose: 'Vælg runden',
  made: 'Lavet indtil nu',
  letters: 'Breve',
  reserve: 'Reservebreve',
  eligible: 'Må stemme',
  box: 'Stemmekasse',
  unknown: 'Tallene kunne ikke læses. Hent siden igen.',
  makeTitle: 'Lav koder',
  frozen:
    'Afstemningen er åbnet, så der kan ikke komme flere koder til. Giv den, der mangler et brev, et fra reserven.',
  whoTitle: 'Til hvem?',
  byCount: 'Jeg deler selv brevene ud: lav et antal koder',
  byList: 'Jeg har en liste med adresser: lav et brev til hver',
  countOf: (area: string) => `Breve: ${area}`,
  reserveOf: (area: string) => `Reserve: ${area}`,
  reserveHint:
    'De erstatter breve, der er blevet væk, og kan ikke stemme før det. Én for hver tyve breve er det sædvanlige.',
  file: 'Din liste som CSV',
  fileHint:
    'Første række siger, hvad der står i kolonnerne. Vælg “Gem som” i dit regneark og så “CSV UTF-8”.',
  paste: 'Eller indsæt rækkerne fra dit regneark',
  pasteHint:
    'Marker rækkerne der, også den første med kolonnernes navne. Kopier dem, og sæt dem ind her.',
  fileStays: 'Listen bliver i denne browser. Den bliver ikke sendt nogen steder hen.',
  columns: 'Hvilken kolonne er hvad?',
  columnsHint: 'Se på den første adresse her nedenunder. Sådan står den i kuvertens rude.',
  noColumn: 'står ikke i min liste',
  parts: {
    firstName: 'Fornavn',
    name: 'Navn',
    extra: 'c/o, etage, bygning',
    street: 'Vej',
    number: 'Husnummer',
    postcode: 'Postnummer',
    town: 'By',
    country: 'Land',
    area: 'Område',
  },
  paperTitle: 'På hvilket papir?',
  layouts: {
    letters: 'Breve: et A4-ark til hver, til kuverter med rude',
    cards: 'Kort: ti på et A4-ark, til at klippe ud og dele ud',
  },
  windowSide: 'Ruden i dine kuverter',
  windowLeft: 'til venstre',
  windowRight: 'til højre',
  sender: 'Afsender, med lille skrift over adressen',
  first: 'Brevenes sprog',
  second: 'Andet sprog',
  none: 'intet',
  specimen: 'Sådan kommer et brev til at se ud. Koden på det er ikke en rigtig kode.',
  make: 'Lav koderne',
  makingTitle: 'Koderne bliver lavet',
  makingText: 'Lad siden stå åben. Ingen kode kan stemme, før du tager brevene.',
  troubleTitle: 'Det går ikke videre',
  goOn: 'Fortsæt',
  giveUp: 'Opgiv, og glem disse koder',
  offered: 'Ingen kan udskrive disse breve en gang til',
  offeredText:
    'Koderne findes kun på denne side. Udskriv eller gem dem nu. Når du forlader siden, er de væk.',
  lockText:
    'Hold papir og filer under lås, indtil brevene er sendt. Den, der har en kode, kan stemme med den.',
  printTitle: 'Udskriv her',
  printText:
    'Vælg A4, 100 procent, intet sidehoved og ingen sidefod, og én side i udskriftsvinduet. En PDF får du ved at vælge den som printer.',
  allAtOnce: 'Alle ark på én gang, til én PDF',
  fileTitle: 'Giv dem til et trykkeri',
  fileText:
    'En tabel med nummer, kode, link og adresse for hvert brev. Et regneark kan åbne den. Vil trykkeriet have færdige ark, så udskriv dem ovenfor til én PDF.',
  saveCodes: 'Gem tabellen med koder',
  officeTitle: 'Behold denne',
  officeText:
    'Listen over breve uden koder. Med den finder du nummeret på et brev, som nogen har mistet.',
  saveOffice: 'Gem listen uden koder',
  finishTitle: 'Når alt er på papir eller gemt',
  finishText: 'Så glemmer siden koderne. Se først efter, at alle ark er der.',
  finish: 'Jeg har udskrevet eller gemt dem',
  doneTitle: 'Koderne er glemt her',
  doneText: 'De står kun på dit papir. De kan stemme, så snart afstemningen åbner.',
  again: 'Lav flere koder',
  lostTitle: 'Et brev, der er blevet væk',
  lostText:
    'Brevets nummer står nederst på det og i din liste uden koder. Hvert opslag og hver ændring bliver skrevet i loggen.',
  lost: 'Nummeret på brevet, der er væk',
  serialHint: 'Fire bogstaver eller tal, en streg og et tal: K7QF-0042.',
  lookUp: 'Se, om det har stemt',
  replacement: 'Nummeret på reservebrevet, som du giver i stedet',
  reissue: 'Erstat brevet',
  reissueText:
    'Koden i det gamle brev holder op med at virke med det samme. Det kan ikke fortrydes.',
  fileNames: { codes: 'stemmekoder', office: 'breve-uden-koder' },
  list: {
    serial: 'Brev',
    code: 'Kode',
    link: 'Link',
    area: 'Stemmekasse',
    reserve: 'reserve',
    line: 'Adresse',
  },
}
