/**
 * Dutch, rules: how each rule finds the winners, in two sentences, and what a council can add to it.
 *
 * Pure. Invariant: every rule and every completion has its words. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

const SHARED =
  'Iedereen die stemt krijgt een gelijk deel van het geld: een voorstel gaat door als de mensen die het kozen het samen kunnen betalen'

export const rules = {
  names: {
    greedy: 'meeste stemmen eerst',
    'greedy-no-skip': 'meeste stemmen eerst',
    'greedy-per-cost': 'meeste stemmen voor het geld',
    'greedy-threshold': 'meeste stemmen eerst',
    'greedy-exclusive': 'meeste stemmen eerst',
    equalshares: 'gelijke delen',
    phragmen: 'de methode van Phragmén',
    'top-per-theme': 'favorieten per thema',
  },
  turns: {
    greedy:
      'De voorstellen met de meeste stemmen krijgen het geld, van boven naar beneden, zolang het er is. Een voorstel dat meer kost dan er over is, wordt overgeslagen.',
    'greedy-no-skip':
      'De voorstellen met de meeste stemmen krijgen het geld, van boven naar beneden. Het eerste dat meer kost dan er over is, beëindigt de telling.',
    'greedy-per-cost':
      'De voorstellen met de meeste stemmen voor hun kosten krijgen het geld, van boven naar beneden: bij evenveel stemmen gaat het goedkoopste voor. Een voorstel dat meer kost dan er over is, wordt overgeslagen.',
    'greedy-threshold':
      'Van de voorstellen met genoeg stemmen krijgen die met de meeste het geld, van boven naar beneden, zolang het er is. Een voorstel dat meer kost dan er over is, wordt overgeslagen.',
    'greedy-exclusive':
      'De voorstellen met de meeste stemmen krijgen het geld, van boven naar beneden, zolang het er is. Waar er van meerdere maar één kan winnen, is dat het voorstel dat het eerst komt.',
  },
  shares: {
    votes: {
      none: `${SHARED}. Het voorstel waar de meeste mensen aan meebetalen gaat voor, en zo verder tot er niets meer betaald kan worden.`,
      greedy: `${SHARED}; waar de meeste mensen aan meebetalen, dat gaat voor. Wat overblijft wordt naar stemmen verdeeld, van boven naar beneden.`,
      add1: `${SHARED}; waar de meeste mensen aan meebetalen, dat gaat voor. Zolang er nog iets bij past, worden alle delen iets groter gemaakt en wordt er opnieuw geteld.`,
      add1u: `${SHARED}; waar de meeste mensen aan meebetalen, dat gaat voor. Zolang er nog iets bij past, worden alle delen iets groter gemaakt; wat op het laatst overblijft, wordt naar stemmen verdeeld.`,
    },
    cardinality: {
      none: `${SHARED}. Het voorstel dat ieder van hen het minst kost gaat voor, en zo verder tot er niets meer betaald kan worden.`,
      greedy: `${SHARED}; wat ieder van hen het minst kost, dat gaat voor. Wat overblijft wordt naar stemmen verdeeld, van boven naar beneden.`,
      add1: `${SHARED}; wat ieder van hen het minst kost, dat gaat voor. Zolang er nog iets bij past, worden alle delen iets groter gemaakt en wordt er opnieuw geteld.`,
      add1u: `${SHARED}; wat ieder van hen het minst kost, dat gaat voor. Zolang er nog iets bij past, worden alle delen iets groter gemaakt; wat op het laatst overblijft, wordt naar stemmen verdeeld.`,
    },
  },
  phragmen:
    'Ieders beurs wordt even snel gevuld; zodra de mensen die een voorstel kozen het samen kunnen betalen, gaat het door en is hun beurs leeg. De telling stopt als het volgende meer kost dan er van het budget over is.',
  topPerTheme: (count: number) =>
    count === 1
      ? 'In elk thema wint het voorstel met de meeste stemmen.'
      : `In elk thema winnen de ${count} voorstellen met de meeste stemmen.`,
  withinBudget: 'Ze krijgen het geld vanaf de meeste stemmen, zolang het er is.',
  anyBudget: 'De lijst let niet op het geld: hij laat zien wat mensen het liefst willen.',
  minVotes: (count: number, shown: string) =>
    `Een voorstel heeft minstens ${count === 1 ? 'één stem' : `${shown} stemmen`} nodig.`,
  start: {
    exact: 'De delen zijn precies, tot op een fractie van een cent.',
    floor: 'De delen worden naar beneden afgerond op hele bedragen.',
  },
  increment: (money: string) => stop(`In elke stap wordt elk deel met ${money} verhoogd`),
  raised: (money: string) => stop(`Aan het eind was elk deel met ${money} verhoogd`),
  unfinished: 'Het zoeken naar een hoger deel is bij zijn grens gestopt; de laatste uitkomst telt.',
  partFunding: 'Het eerste dat niet meer past krijgt wat er over is, en dan stopt de telling.',
  withoutVotes: 'Is er geld over, dan kunnen ook voorstellen die niemand koos het krijgen.',
  exclusive: (titles: string) => `Van deze kan er maar één winnen: ${titles}.`,
  capMoney: (name: string, most: string) => stop(`${name}: samen ten hoogste ${most}`),
  capNumber: (name: string, most: number) =>
    `${name}: ten hoogste ${most} ${most === 1 ? 'voorstel' : 'voorstellen'}.`,
  areaShare: (area: string, money: string) => stop(`Wie in ${area} stemt, deelt samen ${money}`),
  compared: {
    satisfaction:
      'Op het eind wordt de uitkomst vergeleken met die van de meeste stemmen eerst. De meeste stemmen eerst geldt als meer mensen daarbij meer krijgen van wat ze kozen.',
    exclusion:
      'Op het eind wordt de uitkomst vergeleken met die van de meeste stemmen eerst. De meeste stemmen eerst geldt als meer mensen daarbij ten minste iets krijgen.',
  },
  effective:
    'Effectieve stemmen zijn stemmen voor zover ze kunnen betalen: wie de hele prijs betaalt telt als één, wie alleen het laatste kan geven telt voor een deel. Bedragen zijn hier afgerond; de telling zelf is exact.',
  pointed: 'Hier geven de stembiljetten punten, en waar stemmen staat, tellen punten.',
}
