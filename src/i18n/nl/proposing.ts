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
  lede: 'Vertel wat u wilt, wat het kost en voor wie het is. Het duurt ongeveer tien minuten. De gemeente leest elk voorstel voordat het te zien is.',
  openUntil: (until: string) => `Voorstellen zijn welkom tot ${until}.`,
  opensAt: (at: string) => `Voorstellen kunnen worden ingediend vanaf ${at}.`,
  closedAt: (at: string) =>
    `Voorstellen konden worden ingediend tot ${at}. De volgende ronde is een nieuwe kans.`,
  dates: (period: string) => `Voorstellen indienen kan ${period}.`,
  notTaken: 'In deze ronde worden via de site geen voorstellen aangenomen.',
  public: 'Wat iedereen ziet',
  publicHint: 'Dit staat op de site zodra de gemeente het heeft gelezen.',
  private: 'Alleen voor de gemeente',
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
  pictureHint:
    'Een eigen foto of tekening, of een die u mag gebruiken. Wie erop te herkennen is, moet het goedvinden. Wij halen eruit waar en waarmee de foto is gemaakt.',
  pictureKinds: 'JPEG, PNG of WebP.',
  pictureLimit: 'Ten hoogste 4 MB.',
  pictureWorking: 'De afbeelding wordt kleiner gemaakt …',
  pictureReady: 'De afbeelding is klaar.',
  pictureAltHint:
    'Voor mensen die haar niet zien: “Een grindpad tussen donkere bomen”. Alleen nodig bij een afbeelding.',
  pictureKept:
    'Er is al een afbeelding bij uw voorstel. Kies alleen een bestand om er een andere voor in de plaats te zetten.',
  pictureRemove: 'Haal de afbeelding weg',
  silentTitle: 'Er kwam geen antwoord',
  silent:
    'Misschien is uw voorstel niet aangekomen. Alles wat u schreef staat er nog: kijk naar uw verbinding en stuur het opnieuw.',
  submit: 'Dien mijn voorstel in',
}

export const fields = {
  title: 'Naam van het voorstel',
  summary: 'In het kort',
  description: 'Het hele voorstel',
  picture: 'Een afbeelding',
  pictureAlt: 'Wat de afbeelding laat zien',
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
  unticked: (label: string) => `${label}: zet het vinkje, of noem een groep of een rol.`,
  'too-high': (label: string, limit: string) => `${label}: ten hoogste ${limit} in deze ronde.`,
  'too-low': (label: string, limit: string) => `${label}: ten minste ${limit} in deze ronde.`,
  unknown: (label: string) => `${label}: kies iets uit de lijst.`,
  'not-a-number': (label: string) => `${label}: schrijf een bedrag in cijfers, zoals 12000.`,
  ambiguous: (label: string) =>
    `${label}: wij weten niet zeker welk bedrag u bedoelt. Schrijf alleen cijfers, zoals 12000.`,
  'not-chosen': (label: string) => `${label}: kies het bestand, of laat de beschrijving leeg.`,
  again: (label: string) =>
    `${label}: kies haar opnieuw. Al het andere staat er nog, maar een pagina kan geen afbeelding bewaren.`,
  moving: (label: string) =>
    `${label}: deze afbeelding beweegt. Kies er een die stilstaat, als JPEG of PNG.`,
  heic: (label: string) =>
    `${label}: dit is een HEIC-foto, die browsers niet tonen. Bewaar haar als JPEG, of mail haar aan uzelf, en kies dat bestand.`,
  svg: (label: string) =>
    `${label}: dit is een SVG-tekening, wat de naam ook zegt. Bewaar haar als PNG en kies dat bestand.`,
  pdf: (label: string) =>
    `${label}: dit is een PDF, wat de naam ook zegt. Bewaar de pagina als JPEG of PNG en kies dat bestand.`,
  'not-a-picture': (label: string) =>
    `${label}: wij kunnen dit bestand niet als afbeelding lezen. Kies een JPEG-, PNG- of WebP-bestand.`,
  damaged: (label: string) =>
    `${label}: dit bestand is beschadigd of niet heel. Kies het opnieuw, of kies een ander.`,
  'too-many-pixels': (label: string) =>
    `${label}: deze afbeelding is te groot om te openen. Maak haar eerst kleiner, of kies een andere.`,
  'too-heavy': (label: string, limit: string) =>
    `${label}: ten hoogste ${limit} MB. Maak haar kleiner, of stuur het voorstel zonder afbeelding.`,
  'no-room': (label: string) =>
    `${label}: er is nu geen plaats voor meer afbeeldingen. Stuur het voorstel zonder; de gemeente kan er later een toevoegen.`,
}

export const submission = {
  title: 'Uw voorstel',
  description: 'Hoe het met uw voorstel staat.',
  received: 'Dank u wel. Uw voorstel is aangekomen',
  receivedNext:
    'De gemeente leest het en publiceert het dan, of vertelt u op deze pagina waarom niet.',
  keepLink: 'Bewaar deze link: het is de enige weg terug',
  keepLinkHint:
    'Kopieer hem of maak een bladwijzer van deze pagina. Hiermee ziet u wat er van uw voorstel werd en kunt u het intrekken.',
  yourLink: 'Uw eigen link',
  copy: 'Kopieer de link',
  copied: 'Gekopieerd.',
  waiting: 'Wacht op lezing',
  waitingText: 'De gemeente heeft het nog niet gelezen.',
  changesAsked: 'De gemeente vraagt u iets te veranderen',
  changesAskedText: 'Dit vraagt de gemeente:',
  change: 'Verander mijn voorstel',
  changeTitle: 'Verander uw voorstel',
  changeDescription: (round: string) => `Verander wat u hebt ingediend voor ${round}.`,
  sendAgain: 'Stuur het opnieuw',
  backToIt: 'Terug naar uw voorstel, zonder iets te veranderen',
  merged: 'Samengevoegd met een voorstel dat erop lijkt',
  mergedText:
    'Iemand diende bijna hetzelfde in. De gemeente gaat met beide verder als één voorstel.',
  approved: 'Gelezen en goedgekeurd',
  approvedText: 'Het komt binnenkort op de site, samen met de andere goedgekeurde voorstellen.',
  published: 'Op de site',
  publishedText: 'Iedereen kan het nu lezen.',
  see: 'Bekijk het voorstel',
  rejected: 'Niet opgenomen',
  rejectedText: 'De gemeente gaf deze reden:',
  withdrawn: 'Ingetrokken',
  withdrawnText: 'U hebt het voorstel ingetrokken. Het is niet te zien.',
  withdrawTitle: 'Toch niet?',
  withdrawText:
    'U kunt het voorstel intrekken zolang het niet op de site staat. Dat kan niet ongedaan worden gemaakt.',
  withdraw: 'Trek mijn voorstel in',
  empty:
    'Deze pagina toont alleen een voorstel als u uw eigen link opent, of direct nadat u er een hebt ingediend.',
}
