/**
 * Dutch, the desk's room of submissions. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskSubmissions = {
  heading: 'Ingediende voorstellen',
  lede: 'Wat inwoners hebben ingediend. Niets ervan is openbaar voordat u het op de site zet.',
  which: 'Ronde',
  showIt: 'Toon',
  none: 'Er wacht niets op lezing.',
  waiting: 'Wacht op u',
  others: 'Behandeld, of bij de indiener',
  noOthers: 'Nog niets.',
  chosen: 'Kies om te plaatsen of samen te voegen',
  by: 'Van {name}, ontvangen {at}. {cost}',
  holdsContact:
    'In de openbare tekst lijkt een e-mailadres of een telefoonnummer te staan. Haal dat er eerst uit.',
  contact: 'Toon het contact',
  contactTold: '{name}: {contact}',
  payee: 'Geld naar: {payee}',
  edit: 'Bewerk voor de site',
  editHint: 'Wat werd ingediend blijft ernaast staan.',
  sentText: 'Zo werd het ingediend:',
  save: 'Bewaar deze tekst',
  restore: 'Gebruik de tekst zoals die werd ingediend',
  saved: 'De tekst is bewaard.',
  restored: 'De tekst komt op de site zoals die werd ingediend.',
  ask: 'Vraag om een wijziging',
  askHint: 'De indiener leest dit bij de eigen link en kan het voorstel dan veranderen.',
  question: 'Wat moet er anders?',
  askButton: 'Vraag het de indiener',
  asked: 'Het ligt nu bij de indiener.',
  reject: 'Wijs af',
  rejectHint: 'De indiener leest de reden. Dat kan niet ongedaan worden gemaakt.',
  reason: 'De reden',
  rejectButton: 'Wijs af met deze reden',
  rejectAsk: '“{title}” afwijzen? Dat kan niet ongedaan worden gemaakt.',
  rejected: 'Het is afgewezen.',
  publish: 'Zet de gekozen voorstellen op de site',
  publishAsk:
    '{count} voorstellen op de site zetten? Dat is één commit en één publicatie; iedereen kan ze dan lezen.',
  published:
    'In één commit geplaatst: {count} voorstellen. Ze staan over een paar minuten op de site.',
  merge: 'Voeg de gekozen voorstellen samen',
  mergeAsk:
    '{count} inzendingen samenvoegen? “{title}” gaat verder. De andere melden dat aan wie ze indiende.',
  merged: '“{title}” gaat verder voor allemaal.',
  choose: 'Kies er eerst minstens {count}.',
  chooseTitle: 'Er is niets gekozen',
  wordsTitle: 'Er ontbreekt iets',
  wordsMissing: 'Schrijf eerst een zin.',
  costWrong: 'Schrijf de kosten in cijfers, zoals 12000.',
  noChoice: 'geen',
  states: {
    'changes-asked': 'bij de indiener',
    approved: 'goedgekeurd, nog niet geplaatst',
    published: 'op de site',
    rejected: 'afgewezen',
    withdrawn: 'ingetrokken',
    merged: 'samengevoegd',
    waiting: 'wacht',
  },
}
