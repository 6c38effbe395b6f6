/**
 * Danish, the desk's room of texts, and the texts themselves: press, posts, e-mail, a notice to hang up.
 *
 * Pure. Invariant: a text says only what the round says, and stays true until its moment is over.
 * Decided in docs/decisions/0008 and 0030.
 */
import { counted } from './numbers.ts'

export const texts = {
  title: 'Tekster',
  lede: 'Tekster til aviser, naboer og forslagsstillere, udfyldt ud fra runden. Ret dem, som du vil, og kopiér eller udskriv dem.',
  choose: 'Vælg runden',
  noRounds: 'Kommunen har ingen runde endnu.',
  noTexts:
    'Denne runde har hverken indkaldelse af idéer eller afstemning, så der er intet at annoncere endnu.',
  language: 'Teksternes sprog',
  moment: 'Hvad de handler om',
  kept: 'Det, du retter, bliver i denne fane, indtil du lukker den eller logger ud. Teksterne kender ingens adresse.',
  restore: 'Fortryd mine rettelser',
  copy: 'Kopiér',
  copied: 'Kopieret',
  notCopied: 'Din browser kopierede den ikke. Teksten er markeret nu: kopiér den i hånden.',
  print: 'Udskriv',
  paper: 'Breve og plakater',
  letters: 'Breve med stemmekoder, til udskrift',
  posters: 'Plakater for forslagene, til udskrift:',
  laterResult: 'Tekster om resultatet kommer til, når det er offentliggjort.',
  moments: {
    call: 'Indkaldelse af idéer',
    voting: 'Afstemningen begynder',
    last: 'De sidste dage af afstemningen',
    result: 'Resultatet',
  },
  kinds: {
    press: 'Pressemeddelelse',
    post: 'Kort opslag',
    story: 'Længere opslag',
    email: 'E-mail til forslagsstillere',
    notice: 'Opslag til opslagstavlen',
  },
  said: {
    press: (council: string) => `Pressemeddelelse, ${council}`,
    subject: (subject: string) => `Emne: ${subject}`,
    hello: 'Kære forslagsstillere',
    bye: 'Venlig hilsen',
    voters: (who: string) => `Hvem kan stemme: ${who}`,
    ask: (contact: string) => `Spørgsmål? ${contact}`,
  },
  call: {
    headline: (money: string) => `${money} at dele: Hvad vil du bruge dem til?`,
    lead: (title: string, dates: string) => `${title} beder om dine idéer. Send dem ind: ${dates}.`,
    idea: 'En idé er nok til at begynde med. Sig, hvad det er, hvad det koster, og hvem der får glæde af det.',
    most: (money: string) => `Et forslag må højst koste ${money}.`,
    vote: (dates: string) => `Derefter stemmer borgerne: ${dates}.`,
    act: 'Send et forslag ind',
    subject: (title: string) => `Send et forslag ind: ${title}`,
    proposers:
      'Der er penge at dele, og ingen kender stedet bedre end jer. Måske har I en idé, eller I kender en, der har.',
  },
  voting: {
    headline: (count: number, money: string) =>
      `${counted(count)} forslag, ${money}: Borgerne bestemmer`,
    lead: (title: string, dates: string) => `Afstemning i ${title}: ${dates}.`,
    letter: 'Alle, der må stemme, får et brev med en stemmekode. Koden gælder til én stemmeseddel.',
    secret: 'Det er hemmeligt, hvad man vælger. Optællingen kan efterprøves af alle.',
    act: 'Læs forslagene og stem',
    subject: (title: string) => `Jeres forslag er med i afstemningen: ${title}`,
    proposers:
      'Jeres forslag er med i afstemningen. Det har sin egen side på hjemmesiden og en plakat til udskrift. Fortæl, hvad det er godt for, og lad der være plads til de andre.',
  },
  last: {
    headline: (end: string) => `Afstemningen slutter ${end}`,
    lead: (title: string) => `Du kan stadig nå at stemme i ${title}.`,
    lost: 'Stemmekoden står i brevet. Er der ikke kommet noget brev, eller er det blevet væk, så bed os om et nyt.',
    act: 'Stem nu',
    subject: (title: string) => `De sidste dage af afstemningen: ${title}`,
    proposers:
      'Det er de sidste dage af afstemningen. Mind jeres naboer om det: det tager få minutter at stemme.',
  },
  result: {
    lead: (title: string) => `Resultatet af ${title} er klar.`,
    ballots: (count: number, shown: string) =>
      count === 1 ? 'Én stemmeseddel blev talt op.' : `${shown} stemmesedler blev talt op.`,
    chosen: 'Det valgte borgerne:',
    act: 'Hele resultatet, med en grund for hvert forslag',
    subject: (title: string) => `Resultatet: ${title}`,
    proposers:
      'Tak for jeres forslag, og fordi I stod op for det. På hjemmesiden står der ved hvert forslag, hvordan det gik, og hvorfor.',
    next: 'Vi skriver til dem, hvis forslag får penge, om det videre forløb.',
  },
}
