/**
 * Danish, what the room of voting codes says while it works.
 *
 * Pure. Invariant: a sentence says what happened and what to do. Decided in docs/decisions/0008.
 */
import type { CodeWords } from '../code-words.ts'

export const codeWords: CodeWords = {
  check: (faults) => (faults === 1 ? 'Se på én ting igen' : `Se på ${faults} ting igen`),
  notWhole: 'Skriv et helt tal, for eksempel 40.',
  nothing: 'Skriv, hvor mange breve du vil have.',
  tooMany: (asked, most) =>
    `Det er ${asked} koder. Lav højst ${most} ad gangen, udskriv dem, og lav så de andre.`,
  noFile: 'Vælg filen med din liste, eller indsæt dens rækker.',
  list: {
    empty: 'Der er ingen adresse i filen. Vælg en anden fil.',
    oneColumn:
      'Vi fandt kun én kolonne. Gem listen igen som CSV, med semikolon, komma eller tabulator mellem kolonnerne.',
    workbook:
      'Det er et regnearks egen fil. Åbn den i regnearket, vælg “Gem som” og så “CSV UTF-8”.',
    quoteOpen: (row) =>
      `I række ${row} begynder et anførselstegn, som aldrig slutter. Fjern det i dit regneark.`,
    tooMany: (rows, most) => `Listen har ${rows} adresser. Del den op i lister på højst ${most}.`,
    columnsMissing: (parts) => `Vælg kolonnen for: ${parts}.`,
    cellsEmpty: (part, rows) => `“${part}” er tom i række ${rows}.`,
    areaUnknown: (area, rows) =>
      area === ''
        ? `Området er tomt i række ${rows}.`
        : `Runden har intet område “${area}”. Det står i række ${rows}.`,
    more: (count) => `${count} til`,
  },
  addresses: (count, shown) => (count === 1 ? 'Én adresse.' : `${shown} adresser.`),
  repeated: (count, shown) =>
    count === 1 ? 'Én adresse står der to gange.' : `${shown} adresser står der mere end én gang.`,
  ready: (count, shown) => (count === 1 ? 'Én kode er klar' : `${shown} koder er klar`),
  making: (made, of) => `${made} af ${of} lavet`,
  sending: (sent, of) => `${sent} af ${of} registreret`,
  lost: 'Forbindelsen er væk. Intet er tabt: Ingen kode kan stemme endnu. Se til netværket, og fortsæt så.',
  lostTaking:
    'Forbindelsen er væk, og intet brev blev udskrevet. Se til netværket, og tryk så på knappen igen.',
  signedOut:
    'Du er logget ud. Lad siden stå åben, log ind igen i en anden fane, og tryk så på knappen igen.',
  cancelled:
    'Adgangsnøglen blev ikke givet, så intet blev gjort. Tryk på knappen igen, når den er ved hånden.',
  notMade: 'Browseren kunne ikke lave koderne. Hent siden igen, eller brug en anden browser.',
  print: (first, last) => `Udskriv ark ${first} til ${last}`,
  printOne: 'Udskriv arket',
  printed: 'gik til udskriftsvinduet',
  saved: 'gemt',
  finishAsk: (count: number, shown: string) =>
    count === 1
      ? 'Glem den ene kode? Ingen kan udskrive den igen.'
      : `Glem ${shown} koder? Ingen kan udskrive dem igen. Se først efter, om alle ark er kommet ud af printeren.`,
  serialWrong: 'Det er ikke nummeret på et brev. Det ser sådan ud: K7QF-0042.',
  letterStates: {
    unused: (serial) => `Ingen har stemt med brev ${serial} endnu.`,
    voted: (serial) => `Brev ${serial} har stemt. Det kan ikke erstattes.`,
    held: (serial) =>
      `Brev ${serial} kom med en stemmeseddel på papir, som venter på at blive talt.`,
    revoked: (serial) => `Brev ${serial} er erstattet. Dets kode virker ikke.`,
    reserve: (serial) => `Brev ${serial} ligger i reserven. Det kan ikke stemme endnu.`,
  },
  replaceAsk: (lost, reserve) =>
    `Erstat brev ${lost} med brev ${reserve}? Koden i ${lost} holder op med at virke med det samme. Det kan ikke fortrydes.`,
  replaced: (lost, reserve) =>
    `Brev ${lost} gælder ikke mere. Brev ${reserve} kan stemme nu: giv det videre.`,
  lostAsking:
    'Der kom intet svar, så vi ved ikke, om det blev gjort. Slå brevet op, før du går videre.',
}
