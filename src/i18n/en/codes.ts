/**
 * English, the desk's room of voting codes: making, printing, replacing.
 *
 * Pure. Invariant: nothing here says that codes can vote before they can.
 * Decided in docs/decisions/0008.
 */

export const codes = {
  title: 'Voting codes',
  lede: 'The codes are made in this browser. They stand on your paper and nowhere else.',
  noRounds: 'No round has a vote yet. Add a ballot and a voting phase to a round first.',
  choose: 'Choose the round',
  made: 'Made so far',
  letters: 'Letters',
  reserve: 'Reserve letters',
  eligible: 'May vote',
  box: 'Ballot box',
  unknown: 'These numbers could not be read. Load the page again.',
  makeTitle: 'Make codes',
  frozen:
    'Voting was opened, so no code can be added any more. Give people without a letter one from the reserve.',
  whoTitle: 'For whom?',
  byCount: 'I give out the letters myself: make a number of codes',
  byList: 'I have a list of addresses: make a letter for each',
  countOf: (area: string) => `Letters: ${area}`,
  reserveOf: (area: string) => `Reserve: ${area}`,
  reserveHint:
    'They replace lost letters and cannot vote before that. One for twenty letters is usual.',
  file: 'Your list, as CSV',
  fileHint:
    'The first row names the columns. In your spreadsheet choose “Save as”, and then “CSV UTF-8”.',
  paste: 'Or paste the rows of your spreadsheet',
  pasteHint:
    'Choose the rows there, with the first one that names the columns. Copy them, and paste them here.',
  fileStays: 'The list stays in this browser. It is sent nowhere.',
  columns: 'Which column is what?',
  columnsHint: 'Look at the first address below. It will stand in the window of the envelope.',
  noColumn: 'not in my list',
  parts: {
    firstName: 'First name',
    name: 'Name',
    extra: 'c/o, floor, building',
    street: 'Street',
    number: 'House number',
    postcode: 'Postcode',
    town: 'Town',
    country: 'Country',
    area: 'Area',
  },
  paperTitle: 'On what paper?',
  layouts: {
    letters: 'Letters: a sheet of A4 for each, for envelopes with a window',
    cards: 'Cards: ten on a sheet of A4, to cut and hand out',
  },
  windowSide: 'The window of your envelopes',
  windowLeft: 'on the left',
  windowRight: 'on the right',
  sender: 'Sender, in small print above the address',
  first: 'Language of the letters',
  second: 'Second language',
  none: 'none',
  specimen: 'A letter will look like this. Its code is not a real one.',
  make: 'Make the codes',
  makingTitle: 'The codes are being made',
  makingText: 'Leave this page open. Until you take the letters, no code can vote.',
  troubleTitle: 'It does not go on',
  goOn: 'Go on',
  giveUp: 'Give up, and forget these codes',
  offered: 'Nobody can print these letters a second time',
  offeredText:
    'The codes are in this page only. Print or save them now. When you leave the page, they are gone.',
  lockText: 'Keep paper and files under lock until the letters are sent. Who has a code can vote.',
  printTitle: 'Print here',
  printText:
    'In the print window choose A4, 100 per cent, no headers and footers, and one side. To save a PDF, choose it as the printer.',
  allAtOnce: 'All sheets at once, for one PDF',
  fileTitle: 'Give them to a print house',
  fileText:
    'A table with number, code, link and address of each letter. It opens in a spreadsheet. If it wants finished sheets, print them above into one PDF.',
  saveCodes: 'Save the table with codes',
  officeTitle: 'Keep this one',
  officeText:
    'The list of letters without codes. By it you find the number of a letter that somebody lost.',
  saveOffice: 'Save the list without codes',
  finishTitle: 'When all is on paper or saved',
  finishText: 'Then this page forgets the codes. Check that every sheet is there first.',
  finish: 'I have printed or saved them',
  doneTitle: 'The codes are forgotten here',
  doneText: 'They are on your paper only. They can vote as soon as voting opens.',
  again: 'Make more codes',
  lostTitle: 'A lost letter',
  lostText:
    'The number of the letter stands at its foot, and in your list without codes. Each look and each change is written into the log.',
  lost: 'Number of the lost letter',
  serialHint: 'Four letters or digits, a dash, and a number: K7QF-0042.',
  lookUp: 'Look whether it has voted',
  replacement: 'Number of the reserve letter that you hand out',
  reissue: 'Replace the letter',
  reissueText: 'The code of the lost letter stops working at once. This cannot be undone.',
  fileNames: { codes: 'voting-codes', office: 'letters-without-codes' },
  list: {
    serial: 'Letter',
    code: 'Code',
    link: 'Link',
    area: 'Ballot box',
    reserve: 'reserve',
    line: 'Address',
  },
}
