/**
 * Dutch, the letter and the card with a voting code.
 *
 * Pure. Invariant: what stands on paper is true from the day of printing to the last day of the vote.
 * Decided in docs/decisions/0008.
 */

export const letter = {
  decide: (money: string) => `Er is ${money} te verdelen. U beslist mee waar het naartoe gaat.`,
  when: 'Wanneer',
  area: 'Uw gebied',
  code: 'Uw stemcode',
  once: 'Hij is goed voor één stembiljet. Laat hem aan niemand zien.',
  howTitle: 'Zo stemt u',
  scan: 'Richt de camera van uw telefoon op het vierkant.',
  visit: (site: string, button: string) => `Of open ${site}, kies ‘${button}’ en typ de code.`,
  choose: 'Kies voorstellen, kijk ze na en doe uw stembiljet in de bus.',
  keep: 'Bewaar het ontvangstbewijs. Daarmee ziet u later dat uw stembiljet in de bus zit.',
  secretTitle: 'Uw stem is geheim',
  secret: 'De code toont dat u mag stemmen. Wat u koos, is er niet mee te vinden.',
  helpTitle: 'Hulp of een nieuwe brief',
  help: (name: string) => `Vraag ${name}. Noem het nummer van deze brief.`,
  number: 'Brief',
  reserve: 'Reserve',
  sheet: (number: string, of: string) => `Vel ${number} van ${of}`,
  qr: 'QR-code die naar het stembiljet leidt',
}
