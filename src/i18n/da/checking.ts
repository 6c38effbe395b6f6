/**
 * Danish, checking: the pages on which anyone can check a final result.
 *
 * Pure. Invariant: says what a check shows and what it does not; nobody is accused.
 * Decided in docs/decisions/0008.
 */

/** What the pages share. */
export const checking = {
  promise:
    'Intet af det, du skriver, bliver sendt. Siden henter de samme offentlige filer for alle og leder i dem på din egen enhed.',
  saved: 'Tjek uden internet',
  savedText:
    'Gem denne side med din browser (“hele siden”) og disse filer ved siden af. Åbn den gemte side senere, og vælg filerne her.',
  savedLabel: 'De filer, du har gemt',
  lacking: 'Vælg også disse filer under “Tjek uden internet”:',
  failed: 'De offentliggjorte filer nåede ikke frem. Prøv igen senere.',
  busy: 'Et øjeblik …',
  byHand: 'Uden denne side',
  command: 'Med denne sides program tjekker én kommando alle de offentliggjorte filer:',
  notYet: 'Listerne er ikke kommet endnu',
  notYetText:
    'De kommer sammen med det endelige resultat. Gem indtil da din kvittering med underskrift og dit brev.',
  unpublished: 'Det kan ikke tjekkes for denne runde',
  unpublishedText: 'De lister, der skal bruges, blev ikke offentliggjort med dette resultat.',
  linksTitle: 'Tjek selv efter',
}

export const findReceipt = {
  title: 'Find min kvittering',
  description: (round: string) => `Find en kvittering på listen over alle kvitteringer i ${round}.`,
  lede: 'Kvitteringen for hver eneste optalte stemmeseddel står på en offentlig liste. Se, om din er der.',
  later: 'Når resultatet er endeligt, kan du finde den på listen:',
  label: 'Din kvittering',
  hint: '16 bogstaver og tal; mellemrum og små bogstaver gør ikke noget. Har du gemt den som fil, så sæt det hele ind: Så bliver underskriften også tjekket.',
  find: 'Find den',
  malformed: 'En kvittering har 16 bogstaver og tal. Sammenlign denne med din.',
  listedHeading: 'Din stemmeseddel er talt med',
  listed: 'Din kvittering står på listen. Den kom på den offentlige tavle med indførsel nummer',
  signed: 'Underskriften er kommunens.',
  unsigned: 'Underskriften hører ikke til denne kvittering. Den står på listen alligevel.',
  headHolds: 'Den indførsel, din kvittering nævner, står på den offentlige tavle.',
  headDiffers:
    'Den indførsel, din kvittering nævner, står ikke på den offentliggjorte tavle. Er den skrevet rigtigt af, er tavlen ændret, efter at du stemte. Sig det til kommunen, og gem din kvittering.',
  missingHeading: 'Denne kvittering står ikke på listen',
  missing:
    'Sammenlign hvert bogstav med din kvittering, og se, om den er fra denne runde: Ét forkert bogstav er nok. Er alt rigtigt, så sæt underskriften ind også. Kvittering og underskrift beviser tilsammen, at en stemmeseddel er modtaget og mangler i optællingen.',
  lostHeading: 'Det er bevis for, at en stemmeseddel er blevet væk',
  lost: 'Kommunen har skrevet under på kvitteringen, så en stemmeseddel er modtaget. Den står ikke på listen, så den er ikke talt med.',
  lostSteps: [
    'Gem kvitteringen og underskriften, og giv kun kopier fra dig.',
    'Skriv til kommunen, og bed om at få resultatet rettet.',
    'Kommer der intet svar, så vis begge dele til et folkevalgt medlem eller en avis. Alle kan tjekke underskriften, og den siger intet om, hvad du valgte.',
  ],
  givenUpHeading: 'Din stemme blev modtaget, men kassen tælles ikke',
  givenUp:
    'En sals computer har underskrevet denne kvittering. Stemmekassen på den nåede ikke til kontoret, så dens stemmer er ikke med i resultatet. Kommunen gav denne grund:',
  forgedHeading: 'Ikke på listen og ikke underskrevet af kommunen',
  forged:
    'Et bogstav i kvitteringen eller underskriften er forkert, eller den er ikke fra denne afstemning. Sæt hele kvitteringen ind igen. Kom den fra os, præcis som den er, så sig det til os.',
  uncheckedHeading: 'Ikke på listen, og underskriften er ikke tjekket',
  unchecked:
    'Underskriften kunne ikke tjekkes her. Prøv en nyere browser eller kommandoen nedenfor. Gem indtil da kvittering og underskrift: Tilsammen kan de være et bevis.',
  byHand:
    'Åbn listen, og søg i den efter din kvittering, skrevet uden mellemrum. Tallet bagved er indførslen på den offentlige tavle.',
}

export const codeUsed = {
  title: 'Er min kode brugt?',
  description: (round: string) => `Se, om der er stemt med din kode i ${round}.`,
  lede: 'Har du ikke stemt, må ingen have stemt med din kode. Se selv efter.',
  find: 'Slå den op',
  malformed:
    'En stemmekode har 16 bogstaver og tal, og et af dem her passer ikke. Sammenlign den med dit brev.',
  unusedHeading: 'Ingen har stemt med denne kode',
  unused:
    'Den er udstedt til denne runde, og der er ikke afgivet nogen stemmeseddel med den. Har du ikke stemt, er alt i orden. Har du stemt med den, så sig det til os, og hav din kvittering klar.',
  usedHeading: 'Der er stemt med denne kode',
  used: 'Var det dig, er alt i orden: Hvad du valgte, står ingen steder sammen med den. Var det ikke dig, og heller ikke en, du gav brevet til, så sig det til os.',
  revokedHeading: 'Denne kode er annulleret',
  revoked:
    'Den er udstedt til denne runde og siden annulleret, sådan som det sker, når et tabt brev erstattes. Der er ikke stemt med den. Slå koden i dit nyeste brev op. Har du aldrig bedt om et nyt brev, så sig det til os.',
  unknownHeading: 'Denne kode er ikke udstedt til denne runde',
  unknown:
    'Sammenlign hvert bogstav, og se, om brevet er til denne runde. Er alt rigtigt, så sig det til os: Der burde ikke findes et brev med sådan en kode.',
  byHand:
    'Listerne rummer ingen koder, kun det, der kan regnes ud fra dem, så en kode kan ikke findes med det blotte øje. Hvordan det regnes ud, står i docs/protocol.md i programmet.',
}

export const checkElection = {
  title: 'Tjek denne afstemning',
  description: (round: string) =>
    `Tjek det, der er offentliggjort om ${round}, i din egen browser.`,
  lede: 'Din browser henter alt, hvad der er offentliggjort, og regner det efter: den offentlige tavle, listerne, tallene og resultatet.',
  start: 'Tjek det hele',
  headLabel: 'En indførsel fra en kvittering, hvis du har en',
  headHint: 'Den ser ud som 12:0a1b2c3d. Den viser, om tavlen er skiftet ud efter den stemme.',
  malformed: 'En indførsel ser ud som 12:0a1b2c3d: et tal, et kolon og otte tegn.',
  doing: 'Tjekker …',
  checks: {
    board: {
      asks: 'Følger hver indførsel på den offentlige tavle af den forrige?',
      holds: 'Ja. Ingen er ændret, fjernet eller smuglet ind.',
      differs: 'Nej. En indførsel er ændret, fjernet eller smuglet ind.',
    },
    head: {
      asks: 'Står indførslen fra din kvittering på denne tavle?',
      holds: 'Ja. Indtil den indførsel er det tavlen fra den dag.',
      differs: 'Nej. Se efter, om den er skrevet rigtigt. Er den det, er tavlen skiftet ud.',
    },
    paper: {
      asks: 'Er det den stemmeseddel, der lå fast før afstemningen?',
      holds: 'Ja. Forslag, priser og regel er dem fra åbningen.',
      differs: 'Nej. paper.json er ikke det, der lå fast ved åbningen.',
    },
    receipts: {
      asks: 'Er det de kvitteringer, tavlen har talt hele vejen?',
      holds: 'Ja. Listen passer til hver indførsel på tavlen.',
      differs: 'Nej. En kvittering er kommet til, fjernet eller ændret.',
    },
    issued: {
      asks: 'Er det de koder, der blev udstedt før afstemningen?',
      holds: 'Ja. Hverken flere eller færre.',
      differs: 'Nej. En kode er kommet til, fjernet eller ændret.',
    },
    used: {
      asks: 'Er hver brugt kode udstedt, ikke annulleret og kun brugt én gang?',
      holds: 'Ja, hver eneste.',
      differs: 'Nej. En brugt kode er ikke udstedt, er annulleret eller tæller to gange.',
    },
    numbers: {
      asks: 'Er der lige mange brugte koder, kvitteringer og stemmesedler?',
      holds: 'Ja. Alle tallene er ens.',
      differs: 'Nej. Tallene er ikke ens.',
    },
    ballots: {
      asks: 'Er de offentliggjorte stemmesedler dem, der lå i kassen?',
      holds: 'Ja. Ingen er ændret.',
      differs: 'Nej. En stemmeseddel er ændret, kommet til eller fjernet.',
    },
    result: {
      asks: 'Giver en ny optælling det samme resultat?',
      holds: 'Ja. De samme forslag får pengene.',
      differs: 'Nej. Noget stemmer ikke:',
    },
  },
  unpublished: 'Kunne ikke tjekkes: Det, der skal bruges, er ikke offentliggjort.',
  holdsHeading: 'Alt passer sammen',
  holds: 'Intet i de offentliggjorte filer modsiger resultatet.',
  partlyHeading: 'Det, der kunne tjekkes, passer sammen',
  partly: 'Noget kunne ikke tjekkes. Listen siger hvad.',
  differsHeading: 'Noget passer ikke sammen',
  differs:
    'Hent siden igen, og gentag det. Bliver det ved, så bed kommunen om en forklaring. Listen siger, hvad det handler om.',
  unstarted: 'Det kunne ikke tjekkes i denne browser.',
  limitsTitle: 'Hvad filerne alene ikke kan vise',
  limits: {
    lost: 'En stemmeseddel, der blev modtaget og siden blev væk. Dens kvittering viser det:',
    stuffed: 'En stemme, som en anden har afgivet med din kode. Det kan kun du se:',
    replaced:
      'En tavle, der er skiftet helt ud. Den, der har gemt en indførsel fra en kvittering, kan se det.',
    device:
      'Hvad et skadeligt program på nogens telefon har gjort, eller en, der kiggede med over skulderen.',
  },
}
