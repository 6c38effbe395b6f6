/**
 * Dutch, voting: the vote page, the check before sending, and the receipt.
 *
 * Pure. Invariant: nothing here calls a ballot recorded, except the receipt page.
 * Decided in docs/decisions/0008.
 */
import { signed } from '../signed.ts'

export const vote = {
  title: 'Stemmen',
  description: (round: string) => `Stem in ${round} met de code uit uw brief.`,
  heading: 'Wat moet er komen?',
  ledeKnapsack: (money: string) =>
    `Kruis aan wat u wilt, voor samen ${money.replace(/\.$/, '')}. Er wordt niets verstuurd voordat u het hebt nagekeken.`,
  ledeApproval:
    'Kruis aan wat u wilt, wat het ook kost. Er wordt niets verstuurd voordat u het hebt nagekeken.',
  ledeApprovalMost: (most: number) =>
    `Kruis ${most === 1 ? 'één voorstel' : `maximaal ${most} voorstellen`} aan. Er wordt niets verstuurd voordat u het hebt nagekeken.`,
  ledeChooseOne: 'Kruis één voorstel aan. Er wordt niets verstuurd voordat u het hebt nagekeken.',
  ledeRanking:
    'Zet wat u wilt op volgorde, het beste eerst. Er wordt niets verstuurd voordat u het hebt nagekeken.',
  ledeRankingMost: (most: number) =>
    `${most === 1 ? 'Kies één voorstel' : `Zet maximaal ${most} voorstellen op volgorde, het beste eerst`}. Er wordt niets verstuurd voordat u het hebt nagekeken.`,
  ledePoints: (most: number) =>
    `U hebt ${most === 1 ? 'één punt te geven' : `${most} punten te verdelen; u mag er meer dan één aan hetzelfde voorstel geven`}. Er wordt niets verstuurd voordat u het hebt nagekeken.`,
  ledeScore: (least: number, most: number) =>
    `Geef elk voorstel van ${signed(least)} tot en met ${most} punten. Een voorstel dat u overslaat, krijgt er geen. Er wordt niets verstuurd voordat u het hebt nagekeken.`,
  ledeForAgainst:
    'Geef aan waar u voor of tegen bent. Waar u geen mening over hebt, telt niet mee. Er wordt niets verstuurd voordat u het hebt nagekeken.',
  atMost: (most: number) => `Kies maximaal ${most === 1 ? 'één voorstel' : `${most} voorstellen`}.`,
  atMostPoints: (most: number) =>
    `U kunt aan maximaal ${most === 1 ? 'één voorstel' : `${most} voorstellen`} punten geven.`,
  pointsEach: (most: number) =>
    `Eén voorstel kan maximaal ${most === 1 ? 'één punt' : `${most} punten`} krijgen.`,
  atLeast: (least: number) => `Kies ten minste ${least} voorstellen.`,
  atLeastOrBlank: (least: number) => `Kies ten minste ${least} voorstellen, of stem blanco.`,
  notBlank: 'Blanco stemmen kan niet.',
  pointsLine: 'Uw punten',
  orderEmpty: 'Nog niets gekozen. Kies eerst het beste voorstel.',
  noneOfThem: 'Geen van deze',
  rankLabel: 'Nummer',
  noRank: 'Niet gekozen',
  pointsLabel: 'Punten',
  noPoints: 'Geen',
  open: 'Geen mening',
  order: 'Uw volgorde',
  codeLabel: 'Uw stemcode',
  codeHint: '16 letters en cijfers uit uw brief. Spaties en kleine letters maken niet uit.',
  legend: 'De voorstellen',
  more: 'Lees meer',
  moreAbout: (title: string) => `Lees meer over ${title}`,
  ownPage: 'De eigen pagina, in een nieuw tabblad',
  check: 'Controleer mijn stem',
  opensAt: (at: string) => `Stemmen kan vanaf ${at}. Tot dan wordt geen stembiljet aangenomen.`,
  closedAt: (at: string) => `Stemmen kon tot ${at}. Er wordt geen stembiljet meer aangenomen.`,
  clock: 'Loopt de klok van dit apparaat verkeerd?',
  regardless: 'Toch stemmen',
  areaHeading: 'Voor welk gebied is uw brief?',
  areaLede: 'Elk gebied heeft eigen geld en een eigen stembiljet. Het gebied staat op uw brief.',
  areaMoney: (money: string) => `${money} te verdelen`,
  budgetLine: 'Uw keuzes als deel van het geld',
}

/** The ballot in a sentence, for the page of a round. */
export const ballotKinds = {
  chooseOne: 'Eén voorstel.',
  ranking: 'Zo veel voorstellen als u wilt, in uw volgorde, het beste eerst.',
  rankingMost: (most: number) =>
    most === 1 ? 'Eén voorstel.' : `Maximaal ${most} voorstellen in uw volgorde, het beste eerst.`,
  points: (most: number) =>
    most === 1
      ? 'Eén punt, voor het voorstel dat u het beste vindt.'
      : `${most} punten, verdeeld zoals u wilt.`,
  score: (least: number, most: number) =>
    `Van ${signed(least)} tot en met ${most} punten voor elk voorstel.`,
  forAgainst: 'Voor of tegen, bij elk voorstel.',
}

export const check = {
  title: 'Controleer uw stem',
  description: 'Controleer uw stembiljet voordat het in de bus gaat.',
  heading: 'Is dit uw stembiljet?',
  lede: 'Als het in de bus zit, kan het niet meer veranderen.',
  chosen: 'U koos',
  blank: 'U hebt niets gekozen. Uw stembiljet telt als blanco.',
  total: 'Samen',
  left: 'Niet gebruikt',
  cast: 'Doe mijn stembiljet in de bus',
  castBlank: 'Lever een blanco stembiljet in',
  change: 'Verander mijn keuzes',
  unconfirmedTitle: 'Wij weten nog niet of uw stembiljet is aangekomen',
  unconfirmed:
    'Uw keuzes staan vast, zodat het niet twee keer kan tellen. Verstuur het nog een keer: het telt één keer.',
  again: 'Verstuur het nog een keer',
  afreshHint:
    'Is dit niet uw stembiljet? Begin dan opnieuw. Wat hier wacht wordt dan vergeten; is het aangekomen, dan telt het nog steeds.',
  afresh: 'Begin opnieuw',
  empty: 'Hier is geen stembiljet om te controleren. Kies eerst uw voorstellen.',
  toVote: 'Naar het stembiljet',
}

export const receipt = {
  title: 'Uw ontvangstbewijs',
  description: 'Het ontvangstbewijs van uw stembiljet.',
  heading: 'Uw stembiljet zit in de bus',
  lede: 'U hebt gestemd en uw code is gebruikt. Wat u koos wordt daarvan gescheiden bewaard.',
  label: 'Uw ontvangstbewijs',
  purpose:
    'Het laat zien dat uw stembiljet is aangenomen. Het laat niet zien wat u koos. Bewaar het tot de uitslag vaststaat.',
  print: 'Afdrukken',
  save: 'Opslaan als bestand',
  fileName: 'ontvangstbewijs',
  proof: 'Bewijs voor het geval dat mijn stembiljet zoekraakt',
  proofText:
    'Dit is de handtekening van de gemeente onder uw ontvangstbewijs. Ontbrak er een stembiljet in de telling, dan zouden ontvangstbewijs en handtekening dat samen aantonen.',
  signature: 'Handtekening',
  board: 'Nieuwste regel op het openbare bord',
  back: 'Terug naar de ronde',
  emptyHeading: 'Hier is geen ontvangstbewijs',
  empty:
    'Een ontvangstbewijs is één keer te zien, direct na het stemmen. Het wordt nergens op deze site bewaard.',
  checking: 'De handtekening van de gemeente wordt gecontroleerd …',
  signed: 'De handtekening is van de gemeente.',
  forgedHeading: 'De gemeente heeft dit ontvangstbewijs niet ondertekend',
  forged:
    'Het hoort niet bij deze stemming, of het adres ervan is veranderd. Kwam het van ons, laat het ons dan weten.',
  uncheckedHeading: 'Een ontvangstbewijs dat nog niet is gecontroleerd',
  unchecked:
    'Wij konden de handtekening hier niet controleren en kunnen daarom niet zeggen of dit ontvangstbewijs echt is. Bewaar het en open het adres later of in een andere browser opnieuw.',
}
