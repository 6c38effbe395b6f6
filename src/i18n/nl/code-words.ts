/**
 * Dutch, what the room of voting codes says while it works.
 *
 * Pure. Invariant: a sentence says what happened and what to do. Decided in docs/decisions/0008.
 */
import type { CodeWords } from '../code-words.ts'

export const codeWords: CodeWords = {
  check: (faults) =>
    faults === 1 ? 'Kijk nog een keer naar één ding' : `Kijk nog een keer naar ${faults} dingen`,
  notWhole: 'Schrijf een heel getal, zoals 40.',
  nothing: 'Schrijf hoeveel brieven u wilt.',
  tooMany: (asked, most) =>
    `Dit zijn ${asked} codes. Maak er hoogstens ${most} tegelijk, druk ze af, en maak dan de andere.`,
  noFile: 'Kies het bestand met uw lijst, of plak de rijen.',
  list: {
    empty: 'In dit bestand staat geen adres. Kies een ander bestand.',
    oneColumn:
      'We vonden maar één kolom. Sla de lijst opnieuw op als CSV, met puntkomma’s, komma’s of tabs tussen de kolommen.',
    workbook:
      'Dit is het eigen bestand van een spreadsheet. Open het daar, kies “Opslaan als” en dan “CSV UTF-8”.',
    quoteOpen: (row) =>
      `In rij ${row} begint een aanhalingsteken dat nooit eindigt. Haal het weg in uw spreadsheet.`,
    tooMany: (rows, most) =>
      `De lijst heeft ${rows} adressen. Splits de lijst in delen van hoogstens ${most}.`,
    columnsMissing: (parts) => `Kies de kolom voor: ${parts}.`,
    cellsEmpty: (part, rows) => `“${part}” is leeg in rij ${rows}.`,
    areaUnknown: (area, rows) =>
      area === ''
        ? `Het gebied is leeg in rij ${rows}.`
        : `De ronde heeft geen gebied “${area}”. Het staat in rij ${rows}.`,
    more: (count) => `nog ${count}`,
  },
  addresses: (count, shown) => (count === 1 ? 'Eén adres.' : `${shown} adressen.`),
  repeated: (count, shown) =>
    count === 1 ? 'Eén adres staat er twee keer.' : `${shown} adressen staan er meer dan één keer.`,
  ready: (count, shown) => (count === 1 ? 'Eén code is klaar' : `${shown} codes zijn klaar`),
  making: (made, of) => `${made} van ${of} gemaakt`,
  sending: (sent, of) => `${sent} van ${of} geregistreerd`,
  lost: 'De verbinding is weg. Er is niets verloren: nog geen code kan stemmen. Kijk naar het netwerk en ga dan verder.',
  lostTaking:
    'De verbinding is weg, en er is geen brief afgedrukt. Kijk naar het netwerk en druk dan opnieuw op de knop.',
  signedOut:
    'U bent afgemeld. Laat deze pagina open, meld u opnieuw aan in een ander tabblad en druk dan weer op de knop.',
  cancelled:
    'De passkey werd niet gegeven, dus er is niets gedaan. Druk weer op de knop als u hem bij de hand hebt.',
  notMade:
    'Deze browser kon de codes niet maken. Laad de pagina opnieuw, of gebruik een andere browser.',
  print: (first, last) => `Druk vel ${first} tot ${last} af`,
  printOne: 'Druk het vel af',
  printed: 'ging naar het afdrukvenster',
  saved: 'opgeslagen',
  finishAsk: (count: number, shown: string) =>
    count === 1
      ? 'De ene code vergeten? Niemand kan die nog eens afdrukken.'
      : `${shown} codes vergeten? Niemand kan ze nog eens afdrukken. Kijk eerst of elk vel uit de printer kwam.`,
  serialWrong: 'Dit is geen nummer van een brief. Het ziet er zo uit: K7QF-0042.',
  letterStates: {
    unused: (serial) => `Met brief ${serial} heeft nog niemand gestemd.`,
    voted: (serial) => `Met brief ${serial} is gestemd. Hij kan niet worden vervangen.`,
    held: (serial) =>
      `Brief ${serial} kwam met een stembiljet op papier, dat nog geteld moet worden.`,
    revoked: (serial) => `Brief ${serial} is al vervangen. Zijn code werkt niet.`,
    reserve: (serial) => `Brief ${serial} ligt in de reserve. Hij kan nog niet stemmen.`,
  },
  replaceAsk: (lost, reserve) =>
    `Brief ${lost} vervangen door brief ${reserve}? De code van ${lost} werkt meteen niet meer. Dat kan niet ongedaan worden gemaakt.`,
  replaced: (lost, reserve) =>
    `Brief ${lost} geldt niet meer. Brief ${reserve} kan nu stemmen: geef hem mee.`,
  lostAsking:
    'Er kwam geen antwoord, dus we weten niet of het gedaan is. Zoek de brief op voordat u verdergaat.',
}
