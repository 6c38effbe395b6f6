/**
 * Dutch, proposing: the form for a proposal, and what happens to it afterwards.
 *
 * Pure. Invariant: what is public and what stays private is said before it is typed.
 * Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const propose = {
  title: 'Doe een voorstel',
  description: (round: string) => `Dien uw voorstel in voor ${round}.`,
  lede: 'Vertel wat u wilt, wat het kost en voor wie het is. Het duurt ongeveer tien minuten. De raad leest elk voorstel voordat het te zien is.',
  openUntil: (until: string) => `Voorstellen zijn welkom tot ${until}.`,
  opensAt: (at: string) => `Voorstellen kunnen worden ingediend vanaf ${at}.`,
  closedAt: (at: string) =>
    `Voorstellen konden worden ingediend tot ${at}. De volgende ronde is een nieuwe kans.`,
  dates: (period: string) => `Voorstellen indienen kan ${period}.`,
  notTaken: 'In deze ronde worden via de site geen voorstellen aangenomen.',
  public: 'Wat iedereen ziet',
  publicHint: 'Dit staat op de site zodra de raad het heeft gelezen.',
  private: 'Alleen voor de raad',
  privateHint: 'Staat nooit op de site. Na de ronde wordt het gewist.',
  atMost: (most: number) => `Ten hoogste ${most} tekens.`,
  titleHint:
    'Een paar woorden die in een lijst duidelijk zijn: “Licht op het pad naar de sporthal”.',
  summaryHint: 'Een of twee zinnen over wat mensen eraan hebben.',
  descriptionHint: 'Wat u wilt doen, waar, met wie, en waarvoor het geld is.',
  costBetween: (least: string, most: string) => stop(`Tussen ${least} en ${most}`),
  costAtMost: (most: string) => stop(`Ten hoogste ${most}`),
  costAtLeast: (least: string) => stop(`Ten minste ${least}`),
  costHint: 'Het hele bedrag dat deze ronde zou betalen.',
  choose: 'Kies …',
  kinds: {
    group: 'Een groep of vereniging',
    role: 'Een rol, zoals “een ouder”',
    person: 'Mijn eigen naam',
  },
  proposerNameHint: 'Zoals het op de site moet staan: “Groep 7”, “Een buur”, of uw naam.',
  consent: 'Ik vind het goed dat mijn eigen naam op de site staat',
  contactNameHint: 'Degene aan wie wij iets kunnen vragen.',
  contactHint: 'Een telefoonnummer of e-mailadres.',
  payeeHint: 'De vereniging of persoon die het geld zou krijgen, als u dat al weet.',
  optional: '(mag leeg blijven)',
  leaveEmpty: 'Laat dit veld leeg',
  submit: 'Dien mijn voorstel in',
}

export const fields = {
  title: 'Naam van het voorstel',
  summary: 'In het kort',
  description: 'Het hele voorstel',
  cost: 'Wat het kost',
  area: 'Gebied',
  theme: 'Thema',
  proposerKind: 'Wie het voorstel doet',
  proposerName: 'Naam van de indiener',
  nameConsent: 'Toestemming om uw naam te tonen',
  contactName: 'Uw naam',
  contact: 'Hoe wij u bereiken',
  payee: 'Wie het geld krijgt',
  language: 'Taal',
}

export const fieldFaults = {
  'too-long': (label: string, limit: string) => `${label}: schrijf ten hoogste ${limit} tekens.`,
  'too-short': (label: string, limit: string) => `${label}: schrijf ten minste ${limit} tekens.`,
  missing: (label: string) => `${label}: vul dit in.`,
  'too-high': (label: string, limit: string) => `${label}: ten hoogste ${limit} in deze ronde.`,
  'too-low': (label: string, limit: string) => `${label}: ten minste ${limit} in deze ronde.`,
  unknown: (label: string) => `${label}: kies iets uit de lijst.`,
  'not-a-number': (label: string) => `${label}: schrijf een bedrag in cijfers, zoals 12000.`,
  ambiguous: (label: string) =>
    `${label}: wij weten niet zeker welk bedrag u bedoelt. Schrijf alleen cijfers, zoals 12000.`,
}

export const submission = {
  title: 'Uw voorstel',
  description: 'Hoe het met uw voorstel staat.',
  received: 'Dank u wel. Uw voorstel is aangekomen',
  receivedNext:
    'De raad leest het en zet het dan op de site, of vertelt u op deze pagina waarom niet.',
  keepLink: 'Bewaar deze link: het is de enige weg terug',
  keepLinkHint:
    'Kopieer hem of maak een bladwijzer van deze pagina. Hiermee ziet u wat er van uw voorstel werd en kunt u het intrekken.',
  yourLink: 'Uw eigen link',
  copy: 'Kopieer de link',
  copied: 'Gekopieerd.',
  waiting: 'Wacht op lezing',
  waitingText: 'De raad heeft het nog niet gelezen.',
  changesAsked: 'De raad vraagt u iets te veranderen',
  changesAskedText: 'Dit vraagt de raad:',
  change: 'Verander mijn voorstel',
  changeTitle: 'Verander uw voorstel',
  changeDescription: (round: string) => `Verander wat u hebt ingediend voor ${round}.`,
  sendAgain: 'Stuur het opnieuw',
  backToIt: 'Terug naar uw voorstel, zonder iets te veranderen',
  merged: 'Samengevoegd met een voorstel dat erop lijkt',
  mergedText: 'Iemand diende bijna hetzelfde in. De raad gaat met beide verder als één voorstel.',
  approved: 'Gelezen en goedgekeurd',
  approvedText: 'Het komt binnenkort op de site, samen met de andere goedgekeurde voorstellen.',
  published: 'Op de site',
  publishedText: 'Iedereen kan het nu lezen.',
  see: 'Bekijk het voorstel',
  rejected: 'Niet opgenomen',
  rejectedText: 'De raad gaf deze reden:',
  withdrawn: 'Ingetrokken',
  withdrawnText: 'U hebt het voorstel ingetrokken. Het is niet te zien.',
  withdrawTitle: 'Toch niet?',
  withdrawText:
    'U kunt het voorstel intrekken zolang het niet op de site staat. Dat kan niet ongedaan worden gemaakt.',
  withdraw: 'Trek mijn voorstel in',
  empty:
    'Deze pagina toont alleen een voorstel als u uw eigen link opent, of direct nadat u er een hebt ingediend.',
}
