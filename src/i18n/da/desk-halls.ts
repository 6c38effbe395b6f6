/**
 * Danish, the boxes of halls in the desk's Count. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0032.
 */
export const deskHalls = {
  heading: 'Salenes kasser',
  help: 'Hver af disse sale har sin egen stemmekasse på en bærbar computer uden internet. Intet forsegles eller tælles, før alle kasser er taget ind eller opgivet.',
  out: 'Mangler endnu.',
  in: 'Taget ind: {ballots} stemmesedler. Sidste led i dens protokol: {head}.',
  twice:
    'En kode, der er brugt i den, er også brugt eller lavet til en anden kasse. Find ud af hvorfor, eller opgiv den: Før kan intet forsegles.',
  givenUp: 'Opgivet: {reason}',
  takeIn: 'Tag en kasse ind',
  file: 'Filen, som salens computer gemte',
  fileMissing: 'Vælg filen først.',
  takeInButton: 'Tag kassen ind',
  takeInAsk:
    'Tag kassen fra {hall} ind med {ballots} stemmesedler? Gør det kun, hvis den underskrevne seddel siger det samme. Derefter kan ingen anden fil fra den sal tages ind.',
  takenIn: 'Kassen er taget ind: {hall}.',
  giveUp: 'Opgiv en kasse',
  giveUpHelp:
    'Til en computer, der er væk eller i stykker, eller en kasse med koder fra en anden. Red kassen fra computeren, hvis det på nogen måde kan lade sig gøre.',
  hall: 'Sal',
  giveUpButton: 'Opgiv kassen',
  giveUpAsk:
    'Opgiv kassen fra {hall}? Stemmerne i den tælles ikke. Alle kan læse grunden. Det kan ikke fortrydes.',
  gaveUp: 'Kassen er opgivet: {hall}.',
  prepare: 'Gør en sals computer klar',
  prepareHelp:
    'Her laves en lille fil, der gør en bærbar computer til salens kasse. Bær den selv til den ene computer, og slet alle kopier.',
  prepareButton: 'Gem filen til computeren',
  prepared: 'Gemt som {file}. Bær den til salens computer.',
  here: 'Dette er computeren i salen “{hall}”. Dens stemmer tælles på kontoret sammen med alle andre.',
  save: 'Bær kassen til kontoret',
  saveHelp:
    'Kassen er forseglet, så ingen kan læse en stemme i filen. Lad computeren være, som den er, til resultatet er endeligt.',
  saveButton: 'Gem kassen som en fil',
  saved:
    'Gemt som {file}. Skriv på en seddel: {ballots} stemmesedler, sidste led {head}, forseglet {sealed}. Alle, der var der, skriver under. Bær begge dele til kontoret nu.',
  lookButton: 'Se på kassen',
  lookHelp:
    'Hold det op mod den seddel, som folkene i salen skrev under på. Er noget anderledes, så tag intet ind, og spørg dem.',
  ballots: 'Stemmesedler',
  invalid: 'Ark, der ikke er en stemmeseddel',
  head: 'Sidste led i dens protokol',
  opened: 'Afstemning fra',
  sealed: 'Forseglet',
  afresh: 'Begynd forfra: ingen kasse fra en tidligere fil tages ind',
  afreshHint:
    'Til efter en prøve. Computeren skal så have den nye fil og nye koder. Når afstemningen er begyndt, kan det ikke lade sig gøre mere.',
  afreshAsk:
    'Gør {hall} klar forfra? Koder, der er trykt på dens computer før, virker så ikke mere.',
  line: 'Læg filen i mappen med Common Chest på salens computer, og kommunens indhold ved siden af som “council”. Skriv så denne linje dér, én gang:',
}
