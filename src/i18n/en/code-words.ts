/**
 * English, what the room of voting codes says while it works.
 *
 * Pure. Invariant: a sentence says what happened and what to do. Decided in docs/decisions/0008.
 */

export const codeWords = {
  check: (faults: number) =>
    faults === 1 ? 'One thing needs another look' : `${faults} things need another look`,
  notWhole: 'Write a whole number, such as 40.',
  nothing: 'Write how many letters you want.',
  tooMany: (asked: string, most: string) =>
    `These are ${asked} codes. Make at most ${most} at once, print them, and then make the others.`,
  noFile: 'Choose the file with your list, or paste its rows.',
  list: {
    empty: 'There is no address in this file. Choose another file.',
    oneColumn:
      'We found only one column. Save the list again as CSV, with semicolons, commas or tabs between the columns.',
    workbook:
      'This is the file of a spreadsheet program. Open it there, choose “Save as”, and then “CSV UTF-8”.',
    quoteOpen: (row: string) =>
      `In row ${row} a quotation mark is opened and never closed. Take it away in your spreadsheet.`,
    tooMany: (rows: string, most: string) =>
      `The list has ${rows} addresses. Split it into lists of at most ${most}.`,
    columnsMissing: (parts: string) => `Choose the column for: ${parts}.`,
    cellsEmpty: (part: string, rows: string) => `“${part}” is empty in row ${rows}.`,
    areaUnknown: (area: string, rows: string) =>
      area === ''
        ? `The area is empty in row ${rows}.`
        : `The round has no area “${area}”. It stands in row ${rows}.`,
    more: (count: string) => `${count} more`,
  },
  addresses: (count: number, shown: string) =>
    count === 1 ? 'One address.' : `${shown} addresses.`,
  repeated: (count: number, shown: string) =>
    count === 1
      ? 'One address stands there twice.'
      : `${shown} addresses stand there more than once.`,
  ready: (count: number, shown: string) =>
    count === 1 ? 'One code is ready' : `${shown} codes are ready`,
  making: (made: string, of: string) => `${made} of ${of} made`,
  sending: (sent: string, of: string) => `${sent} of ${of} registered`,
  lost: 'The connection is gone. Nothing is lost: no code can vote yet. Look at the network, then go on.',
  lostTaking:
    'The connection is gone, and no letter was printed. Look at the network, then press the button again.',
  signedOut:
    'You were signed out. Leave this page open, sign in again in another tab, and then press the button again.',
  cancelled:
    'The passkey was not given, so nothing was done. Press the button again when it is at hand.',
  notMade: 'This browser could not make the codes. Load the page again, or use another browser.',
  print: (first: string, last: string) => `Print sheets ${first} to ${last}`,
  printOne: 'Print the sheet',
  printed: 'went to the print window',
  saved: 'saved',
  finishAsk: (count: number, shown: string) =>
    count === 1
      ? 'Forget the one code? Nobody can print it a second time.'
      : `Forget ${shown} codes? Nobody can print them a second time. Look first whether every sheet came out of the printer.`,
  serialWrong: 'This is no number of a letter. It looks like this: K7QF-0042.',
  letterStates: {
    unused: (serial: string) => `Nobody has voted with letter ${serial} yet.`,
    voted: (serial: string) => `Letter ${serial} has voted. It cannot be replaced.`,
    held: (serial: string) =>
      `Letter ${serial} came with a paper ballot, which waits to be counted.`,
    revoked: (serial: string) => `Letter ${serial} was replaced before. Its code does not work.`,
    reserve: (serial: string) => `Letter ${serial} lies in the reserve. It cannot vote yet.`,
  },
  replaceAsk: (lost: string, reserve: string) =>
    `Replace letter ${lost} by letter ${reserve}? The code of ${lost} stops working at once. This cannot be undone.`,
  replaced: (lost: string, reserve: string) =>
    `Letter ${lost} is cancelled. Letter ${reserve} can vote now: hand it out.`,
  lostAsking:
    'There was no answer, so we do not know whether it was done. Look the letter up before you go on.',
}
