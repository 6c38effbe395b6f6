/**
 * Address columns: which column of a clerk's spreadsheet holds which part of an address.
 *
 * Pure. Invariant: a guess is only a beginning; what is printed comes from the columns that the clerk saw
 * and left as they are. Decided in docs/decisions/0024.
 */

/** The parts of an address in the order in which a letter has them, and the ballot box. */
export const ADDRESS_PARTS = [
  'firstName',
  'name',
  'extra',
  'street',
  'number',
  'postcode',
  'town',
  'country',
  'area',
] as const

export type AddressPart = (typeof ADDRESS_PARTS)[number]

/** Columns by part, counted from 0; a part without one is not in the spreadsheet. */
export type AddressColumns = Readonly<Partial<Record<AddressPart, number>>>

/** Without these no letter arrives. The postcode may stand with the town. */
export const NEEDED_PARTS: readonly AddressPart[] = ['name', 'street', 'town']

/** What head rows say in Danish, Dutch, English and German, the best of each first; letters and digits only. */
const HEADINGS: Readonly<Record<AddressPart, string>> = {
  firstName: 'firstname givenname forename fornavn fornavne voornaam voornamen vorname vornamen',
  name:
    'fullname fuldenavn volledigenaam vollername name navn naam lastname surname familyname ' +
    'efternavn achternaam nachname familienname recipient modtager ontvanger empfänger',
  extra:
    'co coname conavn addressline2 address2 adresse2 adresszusatz adressezusatz toevoeging ' +
    'adrestoevoeging building bygning',
  street:
    'street streetname addressline1 address1 adresse1 vejnavn vej gade gadenavn straat straatnaam ' +
    'straße strasse address adresse adres anschrift',
  number:
    'housenumber houseno husnummer husnr huisnummer huisnr hausnummer hausnr number nummer nr no',
  postcode: 'postcode postalcode zipcode zip postnummer postnr postleitzahl plz',
  town:
    'town city bynavn by postdistrikt woonplaats plaats stad ort wohnort stadt place ' +
    'postnrogby postcodeandtown postcodeenplaats plzort plzundort',
  country: 'country land',
  area: 'area votingarea område omraade distrikt bydel wijk gebied buurt gebiet bezirk stadtteil ortsteil',
}

/** Finds the columns by the words of the head row; a column is taken once. */
export function guessColumns(head: readonly string[]): AddressColumns {
  const named = head.map(plain)
  const taken = new Set<number>()
  const found = ADDRESS_PARTS.flatMap((part): readonly (readonly [AddressPart, number])[] => {
    const column = HEADINGS[part]
      .split(' ')
      .map((heading) => named.findIndex((name, at) => name === heading && !taken.has(at)))
      .find((at) => at >= 0)
    if (column === undefined) return []
    taken.add(column)
    return [[part, column]]
  })
  return Object.fromEntries(found)
}

/** The parts that are needed and have no column; the area too, where letters of each area differ. */
export function missingParts(columns: AddressColumns, areas: number): readonly AddressPart[] {
  const needed: readonly AddressPart[] = areas > 1 ? [...NEEDED_PARTS, 'area'] : NEEDED_PARTS
  return needed.filter((part) => columns[part] === undefined)
}

/** `C/O-navn` and `House no.` without their signs. */
function plain(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
