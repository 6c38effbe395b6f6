/**
 * Danish, the ballot on paper with its stub.
 *
 * Pure. Invariant: a voter who reads only the sheet can fill it in. Decided in docs/decisions/0008 and 0026.
 */
export const paperBallot = {
  stub: 'Kupon til din stemmekode',
  stubHow: 'Klip firkanten ud af dit brev, og klæb den her. Eller skriv de 16 tegn i din kode af.',
  square: 'Firkant fra dit brev',
  tear: 'Vi river denne del af, før nogen folder stemmesedlen ud.',
  heading: 'Stemmeseddel',
  budget: (money: string) => `Der er ${money} at dele.`,
  how: {
    crosses: 'Sæt kryds ud for det, du vælger.',
    ranking: 'Skriv 1 ud for det bedste forslag, 2 ud for det næste og så videre.',
    points: 'Skriv dine point ud for forslagene.',
    stances: 'Sæt kryds under For eller under Imod.',
  },
  fold: 'Skriv intet navn på stemmesedlen. Fold den, så kun kuponen kan ses.',
  noReceipt:
    'Papir giver ingen kvittering. To personer læser hver seddel, og en tredje, hvor de er uenige.',
  number: 'Nr.',
  proposal: 'Forslag',
  cost: 'Pris',
  columns: { crosses: 'Kryds', ranking: 'Plads', points: 'Point' },
  isFor: 'For',
  isAgainst: 'Imod',
  mark: (mark: string) => `Stemmesedlens mærke: ${mark}`,
  onSite:
    'Du kan også stemme på papir hos kommunen. Papir giver ingen kvittering: ingen kan senere slå op, om en seddel ligger i kassen.',
}
