/**
 * Danish, reading: the frame of every page, the rounds and the proposals.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'
import { counted } from './numbers.ts'

export const site = {
  skip: 'Gå til indholdet',
  navigation: 'Hovedmenu',
  languages: 'Sprog',
  here: 'Du er her',
  questions: 'Spørgsmål?',
  ask: (name: string) => `Spørg ${name}`,
  promise: 'Ingen cookies, ingen sporing.',
  onlyIn: (language: string) => `Det, der ikke er oversat, er på ${language}.`,
  translation: 'Dette er en oversættelse. Originalen:',
  notFound: 'Der er ingen side her',
  notFoundText: 'Adressen kan være ændret, eller der mangler et bogstav. Begynd fra forsiden.',
  toHome: 'Til forsiden',
  problem: 'Et problem',
  problemDescription: 'Noget virkede ikke, som det skulle.',
}

export const nav = {
  round: 'Runden',
  proposals: 'Forslag',
  result: 'Resultat',
  how: 'Sådan gør vi',
}

export const phases = {
  information: 'Information',
  submission: 'Forslag sendes ind',
  development: 'Hjælpedage',
  assessment: 'Kommunen ser forslagene efter',
  voting: 'Afstemning',
  decision: 'Resultat',
  delivery: 'Forslagene bliver til noget',
  evaluation: 'Tilbageblik',
}

export const moments = {
  opensSubmission: (at: string) => `Forslag er velkomne fra ${at}`,
  submission: (until: string) => `Forslag er velkomne til ${until}`,
  between: (at: string) => `Afstemningen åbner ${at}`,
  voting: (until: string) => `Afstemningen er åben til ${until}`,
  over: 'Afstemningen er slut, resultatet følger',
  closed: 'Denne runde er slut',
  votingDates: (period: string) => `Afstemning ${period}`,
  from: (day: string) => `Fra ${day}`,
  now: 'Nu',
}

export const home = {
  description: (council: string) =>
    `Borgerne i ${council} bestemmer, hvad nogle af pengene skal blive til.`,
  headline: 'Hvad skal de blive til? Du bestemmer.',
  howTitle: 'Sådan gør vi',
  how: [
    {
      title: 'Borgerne foreslår',
      text: 'Alle kan sende en idé ind. Kommunen ser efter, at den er lovlig og kan lade sig gøre.',
    },
    {
      title: 'Borgerne vælger',
      text: 'Alle, der må stemme, får et brev med en kode. Én kode, én stemmeseddel.',
    },
    {
      title: 'Pengene bliver fordelt',
      text: 'Resultatet offentliggøres med en grund for hvert forslag, og enhver kan tælle efter.',
    },
  ],
  roundsTitle: 'Runderne',
  decided: (proposals: number, rounds: number) =>
    `er fordelt indtil nu, til ${proposals} forslag i ${rounds} ${rounds === 1 ? 'runde' : 'runder'}`,
  funded: (count: number, money: string) =>
    `${counted(count)} forslag fik ${count === 1 ? '' : 'tilsammen '}${money}`,
  aboutTitle: (name: string) => `Om ${name}`,
  guidesTitle: 'Godt at vide',
  empty: 'Der er ingen runde endnu. Den første bliver annonceret her.',
}

export const round = {
  vote: 'Stem med din kode',
  read: 'Læs forslagene',
  propose: 'Send et forslag ind',
  seeResult: 'Se resultatet',
  toShare: 'at dele',
  atMost: (money: string) => `højst ${money} til et forslag`,
  timeline: 'Så langt er vi',
  winnersTitle: 'Sådan findes vinderne',
  tie: 'Står to lige, kommer det billigste først, og derefter det, der blev trukket først ved lodtrækning før afstemningen.',
  votersTitle: 'Hvem må stemme',
  howTitle: 'Sådan stemmer du',
  steps: [
    {
      title: 'Find dit brev',
      text: 'I det står din stemmekode: 16 bogstaver og tal, som gælder til én stemmeseddel.',
    },
    { title: 'Vælg', text: '' },
    {
      title: 'Gem kvitteringen',
      text: 'Den viser, at din stemmeseddel ligger i kassen. Den viser ikke, hvad du valgte.',
    },
  ],
  knapsack: (money: string) =>
    stop(`Så mange forslag, du vil, når de tilsammen kan holdes inden for ${money}`),
  approval: 'Så mange forslag, du vil. Hvad de koster, betyder ikke noget for din stemmeseddel.',
  approvalMost: (most: number) =>
    `Op til ${most} forslag. Hvad de koster, betyder ikke noget for din stemmeseddel.`,
  noLetter: (name: string) => `Intet brev? Spørg ${name}.`,
  areas: 'Områderne og deres penge',
  eventsTitle: 'Kom og vær med',
  conditionsTitle: 'Det skal et forslag holde sig til',
  conditions: {
    costBetween: (least: string, most: string) =>
      stop(`Et forslag koster mellem ${least} og ${most}`),
    costAtMost: (most: string) => stop(`Et forslag koster højst ${most}`),
    costAtLeast: (least: string) => stop(`Et forslag koster mindst ${least}`),
  },
}

export const proposals = {
  title: (count: number) => `${counted(count)} forslag`,
  emptyTitle: 'Forslag',
  description: (round: string) => `Alle forslag i ${round}, og hvad de koster.`,
  asked: (count: number, asked: string, budget: string) =>
    `${stop(count === 1 ? `Det koster ${asked}` : `Tilsammen koster de ${asked}`)} Der er ${budget} at dele.`,
  moneyLine: (asked: string, budget: string) =>
    stop(`Forslagene koster tilsammen ${asked}, budgettet er ${budget}`),
  budgetEnds: (budget: string) => `Her er pengene brugt: ${budget}`,
  empty: 'Ingen forslag endnu. Vær den første: Det tager ti minutter.',
  offTitle: 'Ikke på stemmesedlen',
  offText: 'De blev også sendt ind. Ved hvert af dem står, hvorfor man ikke kan stemme på det.',
  standing: { rejected: 'Kan ikke stemmes på', withdrawn: 'Trukket tilbage' },
}

export const proposal = {
  share: (share: string, budget: string) => `${share} af de ${budget}, der er at dele`,
  lineLabel: (cost: string, budget: string) => stop(`${cost} af budgettet på ${budget}`),
  theme: 'Tema',
  area: 'Område',
  proposer: 'Fra',
  beneficiaries: 'Til',
  whyOff: 'Hvorfor det ikke er på stemmesedlen',
  funded: 'Får pengene',
  partFunded: 'Får en del af pengene',
  notFunded: 'Får ikke pengene',
  all: 'Alle forslag',
}
