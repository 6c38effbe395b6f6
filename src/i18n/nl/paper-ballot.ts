/**
 * Dutch, the ballot on paper with its stub.
 *
 * Pure. Invariant: a voter who reads only the sheet can fill it in. Decided in docs/decisions/0008 and 0026.
 */
export const paperBallot = {
  stub: 'Strookje voor uw stemcode',
  stubHow:
    'Knip het vierkant uit uw brief en plak het hier. Of schrijf de 16 tekens van uw code over.',
  square: 'Vierkant uit uw brief',
  tear: 'We scheuren dit deel eraf voordat iemand het stembiljet openvouwt.',
  heading: 'Stembiljet',
  budget: (money: string) => `Er is ${money} te verdelen.`,
  how: {
    crosses: 'Zet een kruis bij wat u kiest.',
    ranking: 'Schrijf 1 bij het beste voorstel, 2 bij het volgende, enzovoort.',
    points: 'Schrijf uw punten bij de voorstellen.',
    stances: 'Zet een kruis onder Voor of onder Tegen.',
  },
  fold: 'Schrijf geen naam op het stembiljet. Vouw het zo dat alleen het strookje te zien is.',
  noReceipt:
    'Papier geeft geen ontvangstbewijs. Twee mensen lezen elk blad, en een derde waar zij verschillen.',
  number: 'Nr.',
  proposal: 'Voorstel',
  cost: 'Kosten',
  columns: { crosses: 'Kruis', ranking: 'Plaats', points: 'Punten' },
  isFor: 'Voor',
  isAgainst: 'Tegen',
  mark: (mark: string) => `Merk van dit stembiljet: ${mark}`,
  onSite:
    'U kunt ook op papier stemmen, bij de gemeente. Papier geeft geen ontvangstbewijs: niemand kan later opzoeken of een blad in de bus zit.',
}
