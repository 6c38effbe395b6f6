/**
 * Danish, proposing: the form for a proposal, and what happens to it afterwards.
 *
 * Pure. Invariant: what is public and what stays private is said before it is typed.
 * Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const propose = {
  title: 'Stil et forslag',
  description: (round: string) => `Send dit forslag til ${round}.`,
  lede: 'Skriv, hvad du vil, hvad det koster, og hvem det er til. Det tager omkring ti minutter. Kommunen læser hvert forslag, før det vises.',
  openUntil: (until: string) => `Der tages imod forslag til ${until}.`,
  opensAt: (at: string) => `Der kan sendes forslag ind fra ${at}.`,
  closedAt: (at: string) => `Der kunne sendes forslag ind til ${at}. Næste runde er en ny chance.`,
  dates: (period: string) => `Der tages imod forslag ${period}.`,
  notTaken: 'Denne runde tager ikke imod forslag her på siden.',
  public: 'Det, alle kan se',
  publicHint: 'Det står her på siden, når kommunen har læst det.',
  private: 'Kun til kommunen',
  privateHint: 'Vises aldrig på siden. Det slettes efter runden.',
  atMost: (most: number) => `Højst ${most} tegn.`,
  titleHint: 'Et par ord, som giver mening på en liste: “Lys på stien til hallen”.',
  summaryHint: 'En eller to sætninger om, hvad folk får ud af det.',
  descriptionHint: 'Hvad du vil gøre, hvor, sammen med hvem, og hvad pengene skal bruges til.',
  costBetween: (least: string, most: string) => stop(`Mellem ${least} og ${most}`),
  costAtMost: (most: string) => stop(`Højst ${most}`),
  costAtLeast: (least: string) => stop(`Mindst ${least}`),
  costHint: 'Alt det, som denne runde skal betale.',
  choose: 'Vælg …',
  kinds: {
    group: 'En gruppe eller forening',
    role: 'En rolle, for eksempel “en forælder”',
    person: 'Mit eget navn',
  },
  proposerNameHint: 'Som det skal stå på siden: “5. B”, “En nabo” eller dit navn.',
  consent: 'Jeg er indforstået med, at mit eget navn står på siden',
  contactNameHint: 'Den, vi kan spørge.',
  contactHint: 'Et telefonnummer eller en mailadresse.',
  payeeHint: 'Den forening eller person, der skal have pengene udbetalt, hvis du allerede ved det.',
  optional: '(må være tomt)',
  leaveEmpty: 'Lad dette felt være tomt',
  pictureHint:
    'Dit eget foto eller din egen tegning, eller et billede, som du må bruge. Alle, der kan kendes på det, skal have sagt ja. Vi fjerner, hvor og med hvad det er taget.',
  pictureKinds: 'JPEG, PNG eller WebP.',
  pictureLimit: 'Højst 4 MB.',
  pictureWorking: 'Billedet bliver gjort mindre …',
  pictureReady: 'Billedet er klar.',
  pictureAltHint:
    'Til dem, der ikke ser det: “En grussti mellem mørke træer”. Skal kun udfyldes, når der er et billede.',
  pictureKept:
    'Der er allerede et billede til dit forslag. Vælg kun en fil, hvis du vil sætte et andet i stedet.',
  pictureRemove: 'Tag billedet væk',
  silentTitle: 'Der kom intet svar',
  silent:
    'Måske er dit forslag ikke kommet frem. Alt, du skrev, står her endnu: Se til din forbindelse, og send det igen.',
  submit: 'Send mit forslag',
}

export const fields = {
  title: 'Forslagets navn',
  summary: 'Kort fortalt',
  description: 'Hele forslaget',
  picture: 'Et billede',
  pictureAlt: 'Hvad billedet viser',
  cost: 'Hvad det koster',
  area: 'Område',
  theme: 'Tema',
  proposerKind: 'Hvem der stiller forslaget',
  proposerName: 'Forslagsstillerens navn',
  nameConsent: 'Samtykke til at vise dit navn',
  contactName: 'Dit navn',
  contact: 'Hvordan vi får fat i dig',
  payee: 'Hvem der skal have pengene',
  language: 'Sprog',
}

export const fieldFaults = {
  'too-long': (label: string, limit: string) => `${label}: Skriv højst ${limit} tegn.`,
  'too-short': (label: string, limit: string) => `${label}: Skriv mindst ${limit} tegn.`,
  missing: (label: string) => `${label}: Udfyld dette felt.`,
  unticked: (label: string) =>
    `${label}: Sæt krydset, eller nævn en gruppe eller en rolle i stedet.`,
  'too-high': (label: string, limit: string) => `${label}: Højst ${limit} i denne runde.`,
  'too-low': (label: string, limit: string) => `${label}: Mindst ${limit} i denne runde.`,
  unknown: (label: string) => `${label}: Vælg noget fra listen.`,
  'not-a-number': (label: string) => `${label}: Skriv et beløb med tal, for eksempel 12000.`,
  ambiguous: (label: string) =>
    `${label}: Vi er ikke sikre på, hvilket beløb du mener. Skriv det kun med tal, for eksempel 12000.`,
  'not-chosen': (label: string) => `${label}: Vælg filen, eller lad beskrivelsen være tom.`,
  again: (label: string) =>
    `${label}: Vælg det igen. Alt andet står her endnu, men en side kan ikke gemme et billede.`,
  moving: (label: string) =>
    `${label}: Billedet bevæger sig. Vælg et, der står stille, som JPEG eller PNG.`,
  heic: (label: string) =>
    `${label}: Det er et HEIC-foto, som browsere ikke viser. Gem det som JPEG, eller send det til dig selv i en mail, og vælg den fil.`,
  svg: (label: string) =>
    `${label}: Det er en SVG-tegning, uanset hvad filen hedder. Gem den som PNG, og vælg den fil.`,
  pdf: (label: string) =>
    `${label}: Det er en PDF, uanset hvad filen hedder. Gem siden som JPEG eller PNG, og vælg den fil.`,
  'not-a-picture': (label: string) =>
    `${label}: Vi kan ikke læse filen som et billede. Vælg en JPEG-, PNG- eller WebP-fil.`,
  damaged: (label: string) =>
    `${label}: Filen er beskadiget eller ikke hel. Vælg den igen, eller vælg en anden.`,
  'too-many-pixels': (label: string) =>
    `${label}: Billedet er for stort til at blive åbnet. Gør det mindre først, eller vælg et andet.`,
  'too-heavy': (label: string, limit: string) =>
    `${label}: Højst ${limit} MB. Gør det mindre, eller send forslaget uden.`,
  'no-room': (label: string) =>
    `${label}: Der er ikke plads til flere billeder lige nu. Send forslaget uden; kommunen kan tilføje et senere.`,
}

export const submission = {
  title: 'Dit forslag',
  description: 'Sådan står det til med dit forslag.',
  received: 'Tak. Dit forslag er kommet frem',
  receivedNext:
    'Kommunen læser det og offentliggør det så her på siden, eller skriver her, hvorfor ikke.',
  keepLink: 'Gem dette link: Det er den eneste vej tilbage',
  keepLinkHint:
    'Kopiér det, eller gem siden som bogmærke. Med det ser du, hvad der blev af dit forslag, og kan trække det tilbage.',
  yourLink: 'Dit private link',
  copy: 'Kopiér linket',
  copied: 'Kopieret.',
  waiting: 'Venter på at blive læst',
  waitingText: 'Kommunen har ikke læst det endnu.',
  changesAsked: 'Kommunen beder dig ændre noget',
  changesAskedText: 'Det beder kommunen om:',
  change: 'Ret mit forslag',
  changeTitle: 'Ret dit forslag',
  changeDescription: (round: string) => `Ret det, du har sendt ind til ${round}.`,
  sendAgain: 'Send det igen',
  backToIt: 'Tilbage til dit forslag uden at rette',
  merged: 'Lagt sammen med et, der ligner',
  mergedText: 'Der er sendt næsten det samme ind. Kommunen går videre med begge som ét forslag.',
  approved: 'Læst og godkendt',
  approvedText: 'Det kommer snart på siden sammen med de andre godkendte forslag.',
  published: 'På siden',
  publishedText: 'Nu kan alle læse det.',
  see: 'Se forslaget',
  rejected: 'Ikke taget med',
  rejectedText: 'Kommunen gav denne grund:',
  withdrawn: 'Trukket tilbage',
  withdrawnText: 'Du har trukket forslaget tilbage. Det vises ikke.',
  withdrawTitle: 'Har du fortrudt?',
  withdrawText:
    'Du kan trække forslaget tilbage, så længe det ikke er på siden. Det kan ikke fortrydes.',
  withdraw: 'Træk mit forslag tilbage',
  empty:
    'Denne side viser kun et forslag, når du åbner dit private link, eller lige når du har sendt et ind.',
}
