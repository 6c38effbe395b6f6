/**
 * Dutch, the desk's room of voting codes: making, printing, replacing.
 *
 * Pure. Invariant: nothing here says that codes can vote before they can.
 * Decided in docs/decisions/0008.
 */

export const codes = {
  title: 'Stemcodes',
  lede: 'De codes worden in deze browser gemaakt. Ze staan op uw papier en nergens anders.',
  noRounds:
    'Nog geen ronde heeft een stemming. Geef een ronde eerst een stembiljet en een stemfase.',
  choose: 'Kies de ronde',
  made: 'Tot nu toe gemaakt',
  letters: 'Brieven',
  reserve: 'Reservebrieven',
  eligible: 'Mogen stemmen',
  box: 'Stembus',
  unknown: 'Deze aantallen konden niet worden gelezen. Laad de pagina opnieuw.',
  makeTitle: 'Codes maken',
  frozen:
    'De stemming is geopend, dus er kan geen code meer bij. Geef wie geen brief heeft er een uit de reserve.',
  whoTitle: 'Voor wie?',
  byCount: 'Ik deel de brieven zelf uit: maak een aantal codes',
  byList: 'Ik heb een lijst met adressen: maak voor elk een brief',
  countOf: (area: string) => `Brieven: ${area}`,
  reserveOf: (area: string) => `Reserve: ${area}`,
  reserveHint:
    'Ze vervangen brieven die kwijt zijn en kunnen daarvoor niet stemmen. Eén op de twintig brieven is gebruikelijk.',
  file: 'Uw lijst, als CSV',
  fileHint:
    'De eerste rij noemt de kolommen. Kies in uw spreadsheet “Opslaan als” en dan “CSV UTF-8”.',
  paste: 'Of plak de rijen van uw spreadsheet',
  pasteHint:
    'Kies de rijen daar, ook de eerste met de namen van de kolommen. Kopieer ze en plak ze hier.',
  fileStays: 'De lijst blijft in deze browser en wordt nergens heen gestuurd.',
  columns: 'Welke kolom is wat?',
  columnsHint: 'Bekijk het eerste adres hieronder. Zo staat het in het venster van de envelop.',
  noColumn: 'staat niet in mijn lijst',
  parts: {
    firstName: 'Voornaam',
    name: 'Naam',
    extra: 'p/a, verdieping, gebouw',
    street: 'Straat',
    number: 'Huisnummer',
    postcode: 'Postcode',
    town: 'Plaats',
    country: 'Land',
    area: 'Gebied',
  },
  paperTitle: 'Op welk papier?',
  layouts: {
    letters: 'Brieven: een vel A4 voor elk, voor vensterenveloppen',
    cards: 'Kaarten: tien op een vel A4, om te knippen en uit te delen',
  },
  windowSide: 'Het venster van uw enveloppen',
  windowLeft: 'links',
  windowRight: 'rechts',
  sender: 'Afzender, in kleine letters boven het adres',
  first: 'Taal van de brieven',
  second: 'Tweede taal',
  none: 'geen',
  specimen: 'Zo gaat een brief eruitzien. De code erop is niet echt.',
  make: 'Maak de codes',
  makingTitle: 'De codes worden gemaakt',
  makingText: 'Laat deze pagina open. Zolang u de brieven niet neemt, kan geen code stemmen.',
  troubleTitle: 'Het gaat niet verder',
  goOn: 'Ga verder',
  giveUp: 'Stop, en vergeet deze codes',
  offered: 'Niemand kan deze brieven nog een keer afdrukken',
  offeredText:
    'De codes staan alleen in deze pagina. Druk ze nu af of sla ze op. Als u de pagina verlaat, zijn ze weg.',
  lockText:
    'Houd papier en bestanden achter slot tot de brieven verstuurd zijn. Wie een code heeft, kan ermee stemmen.',
  printTitle: 'Hier afdrukken',
  printText:
    'Kies in het afdrukvenster A4, 100 procent, geen kop- en voetteksten, en enkelzijdig. Voor een PDF kiest u die als printer.',
  allAtOnce: 'Alle vellen in één keer, voor één PDF',
  fileTitle: 'Geef ze aan een drukkerij',
  fileText:
    'Een tabel met nummer, code, link en adres van elke brief. U opent die in een spreadsheet. Wil de drukkerij kant-en-klare vellen, druk die dan hierboven af als één PDF.',
  saveCodes: 'Sla de tabel met codes op',
  officeTitle: 'Bewaar deze',
  officeText:
    'De lijst van brieven zonder codes. Daarmee vindt u het nummer van een brief die iemand kwijt is.',
  saveOffice: 'Sla de lijst zonder codes op',
  finishTitle: 'Als alles op papier staat of is opgeslagen',
  finishText: 'Dan vergeet deze pagina de codes. Kijk eerst na of elk vel er is.',
  finish: 'Ik heb ze afgedrukt of opgeslagen',
  doneTitle: 'De codes zijn hier vergeten',
  doneText: 'Ze staan alleen op uw papier. Ze gelden zodra de stemming opengaat.',
  again: 'Maak meer codes',
  lostTitle: 'Een brief die kwijt is',
  lostText:
    'Het nummer van de brief staat onderaan en in uw lijst zonder codes. Elke keer dat u kijkt of wijzigt, komt in het logboek.',
  lost: 'Nummer van de brief die kwijt is',
  serialHint: 'Vier letters of cijfers, een streepje en een getal: K7QF-0042.',
  lookUp: 'Kijk of ermee gestemd is',
  replacement: 'Nummer van de reservebrief die u meegeeft',
  reissue: 'Vervang de brief',
  reissueText:
    'De code van de oude brief werkt meteen niet meer. Dat kan niet ongedaan worden gemaakt.',
  fileNames: { codes: 'stemcodes', office: 'brieven-zonder-codes' },
  list: {
    serial: 'Brief',
    code: 'Code',
    link: 'Link',
    area: 'Stembus',
    reserve: 'reserve',
    line: 'Adres',
  },
}
