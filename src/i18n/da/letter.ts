/**
 * Danish, the letter and the card with a voting code.
 *
 * Pure. Invariant: what stands on paper is true from the day of printing to the last day of the vote.
 * Decided in docs/decisions/0008.
 */

export const letter = {
  decide: (money: string) => `Der er ${money} at dele. Du er med til at bestemme, hvad de går til.`,
  when: 'Hvornår',
  area: 'Dit område',
  code: 'Din stemmekode',
  once: 'Den gælder til én stemmeseddel. Vis den ikke til andre.',
  howTitle: 'Sådan stemmer du',
  scan: 'Hold telefonens kamera hen over firkanten.',
  visit: (site: string, button: string) => `Eller åbn ${site}, vælg »${button}«, og skriv koden.`,
  choose: 'Vælg forslag, se dem efter, og læg din stemmeseddel i kassen.',
  keep: 'Gem kvitteringen. Med den kan du senere se, at din stemmeseddel ligger i kassen.',
  secretTitle: 'Din stemme er hemmelig',
  secret: 'Koden viser, at du må stemme. Den kan ikke vise, hvad du har valgt.',
  helpTitle: 'Hjælp eller et nyt brev',
  help: (name: string) => `Spørg ${name}. Sig nummeret på dette brev.`,
  number: 'Brev',
  reserve: 'Reserve',
  sheet: (number: string, of: string) => `Ark ${number} af ${of}`,
  qr: 'QR-kode, der fører til stemmesedlen',
}
