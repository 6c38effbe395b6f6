/**
 * Dutch, the choices of a round: their names, what they lead to, and what is wrong with a field.
 *
 * Pure. Invariant: a consequence is true whoever votes. Decided in docs/decisions/0008 and 0028.
 */
export const roundChoices = {
  options: {
    'ballot.type': {
      '': 'Geen stemming',
      approval: 'Kruisjes: alles wat men wil',
      knapsack: 'Mandje: wat binnen het budget past',
      'choose-1': 'Eén voorstel',
      ranking: 'Een volgorde, het beste eerst',
      points: 'Punten om te verdelen',
      score: 'Een cijfer voor elk voorstel',
      'for-against': 'Voor of tegen',
    },
    'ballot.scoring': {
      '': 'Naar het hoogste aantal op een biljet',
      'place-points': 'Naar het hoogste aantal op een biljet',
      borda: 'Naar het aantal voorstellen',
    },
    'rule.method': {
      greedy: 'Meeste stemmen eerst; wat niet past wordt overgeslagen',
      'greedy-no-skip': 'Meeste stemmen eerst, tot er één niet past',
      'greedy-per-cost': 'Meeste stemmen voor het geld',
      'greedy-threshold': 'Meeste stemmen eerst, met een drempel',
      equalshares: 'Gelijke delen',
      phragmen: 'De methode van Phragmén',
      'top-per-theme': 'Favorieten per thema',
    },
    'rule.utility': {
      '': 'Het voorstel met de meeste stemmen',
      votes: 'Het voorstel met de meeste stemmen',
      cardinality: 'Het voorstel dat elke kiezer het minst kost',
    },
    'rule.completion': {
      '': 'Het wordt niet uitgegeven',
      none: 'Het wordt niet uitgegeven',
      greedy: 'Het wordt naar stemmen verdeeld',
      add1: 'De delen groeien tot er niets meer past',
      add1u: 'De delen groeien, de rest gaat naar stemmen',
    },
    'rule.comparison': {
      '': 'Nee',
      satisfaction: 'Ja: wie krijgt meer',
      exclusion: 'Ja: wie krijgt iets',
    },
    'rule.caps.theme': { '': 'alle thema’s' },
    'rule.caps.area': { '': 'alle gebieden' },
    'publication.result': {
      '': 'Niets tot de uitslag is vastgesteld',
      certified: 'Niets tot de uitslag is vastgesteld',
      provisional: 'Meteen sommen, daarna de vastgestelde uitslag',
    },
  },
  kinds: {
    approval: 'Mensen kruisen aan wat zij willen, wat het ook kost.',
    knapsack: 'Mensen vullen een mandje tot het geld op is. Zij zien wat dingen kosten.',
    'choose-1': 'Makkelijk in te vullen. Wie er meer goed vindt, moet er één kiezen.',
    ranking: 'Mensen zetten voorstellen op volgorde. Het zegt meer en duurt langer.',
    points: 'Mensen verdelen punten, ook meer voor één voorstel.',
    score: 'Mensen geven elk voorstel een eigen cijfer.',
    'for-against': 'Mensen kunnen ook tegen een voorstel stemmen.',
  },
  consequences: {
    'one-takes-all':
      'Met deze regel kan één voorstel alles krijgen, want geen grens aan de kosten is lager dan het geld.',
    'one-takes-all-if-paid':
      'Eén voorstel mag alles kosten. Het wint alleen als wie het steunt genoeg delen heeft, of er geld over is.',
    'at-least':
      'Er passen minstens {count} voorstellen binnen het budget, want geen mag meer kosten dan de grens.',
    'money-ignored': 'De lijst let niet op geld: er kan meer winnen dan u kunt betalen.',
    'majority-decides': 'Een meerderheid die hetzelfde stemt, kan over al het geld beslissen.',
    'shares-for-groups':
      'Een groep kiezers beslist over haar deel van het geld, ook als zij geen meerderheid is.',
    'count-stops':
      'Eén duur voorstel met veel stemmen kan de telling beëindigen, terwijl er geld over is.',
    'money-left': 'Een deel van het geld blijft meestal over.',
    'no-blank': 'Wie geen van de voorstellen wil, kan niet stemmen en telt niet mee in de opkomst.',
    'needs-many': 'Wie minder dan {count} voorstellen goed vindt, kan niet alleen dat zeggen.',
    'hard-ballot':
      'Dit biljet is moeilijker in te vullen, vooral op papier. Reken op meer hulp en meer ongeldige biljetten.',
    'no-vote': 'In deze ronde stemt niemand: de gemeente beslist.',
    floor:
      'Biljetten worden één voor één gepubliceerd als een bus er {floor} of meer heeft. Dan kan iedereen natellen.',
    'box-too-small':
      'In {name} mogen maar {count} mensen stemmen. Dat is minder dan {floor}, dus de biljetten blijven geheim en alleen sommen zijn te zien.',
    'whole-round': 'deze ronde',
    'turnout-unknown':
      'De opkomst is niet als aandeel te zeggen, want niemand schreef op hoeveel mensen mogen stemmen.',
    'voting-days': 'Dagen om te stemmen: {count}.',
    'short-vote': 'Minder dan een week: wie dan weg of ziek is, heeft geen stem.',
    'screen-only':
      'Geen papier en geen bijeenkomst tijdens de stemming: wie geen scherm heeft of kan gebruiken, valt erbuiten.',
    'sealed-by-hand':
      'Een medewerker voert na de sluiting het papier in en verzegelt de bussen met de hand.',
    'short-submission':
      'Minder dan twee weken voor ideeën: clubs en scholen hebben meer tijd nodig.',
    freezes: 'Vanaf {at} staan geld, stembiljet, regel, papier en voorstellen vast.',
    complaints:
      'Bezwaar tegen de uitslag kan {count} dagen. Daarna worden codes en biljetten voorgoed gewist.',
  },
  faults: {
    missing: 'Dit ontbreekt.',
    'too-long': 'Schrijf hoogstens {limit} tekens.',
    'too-short': 'Schrijf minstens {limit} tekens.',
    'not-a-number': 'Schrijf een heel getal.',
    'out-of-range': 'Dit getal is te laag of te hoog. De grens is {limit}.',
    'no-amount': 'Schrijf een bedrag, zoals 15000.',
    'no-date': 'Kies een dag, en als u wilt een tijd.',
    'no-id': 'De naam heeft letters of cijfers nodig, want het adres komt eruit.',
    'not-a-choice': 'Kies er een.',
    'not-known':
      'Het bestand heeft hier een veld dat niemand kent: {at}. Haal het uit het bestand.',
    wrong: 'Dit is niet te lezen. Schrijf het opnieuw.',
    gap: 'Deze tijd bestaat niet: de klok gaat vooruit. Kies een andere.',
    overlap: 'Deze tijd bestaat twee keer: de klok gaat terug. Kies een andere.',
    'not-after': 'Het einde moet na het begin komen.',
    'some-budgets': 'Geef elk gebied geld, of geen enkel.',
    'budget-twice': 'Laat dit leeg, want elk gebied heeft eigen geld.',
    'over-budget': 'Dit is meer dan het geld dat er is.',
    twice: 'Twee ervan heten hetzelfde. Verander één naam.',
    'phase-order': 'De stappen moeten op volgorde staan.',
    'voting-twice': 'Een ronde stemt één keer. Verwijder er één.',
    'ballot-or-voting':
      'Een stembiljet heeft de stap Stemmen nodig, en de stap Stemmen een stembiljet.',
    'ballot-limits':
      'Deze grenzen spreken elkaar tegen. “Minstens” mag niet meer zijn dan “hoogstens”.',
    'proposal-theme': 'Het voorstel “{name}” heeft een thema dat hier ontbreekt.',
    'proposal-area': 'Het voorstel “{name}” heeft hier geen gebied.',
    'proposal-cost': 'Het voorstel “{name}” houdt zich niet aan deze grens.',
    'lot-lacks':
      '“{name}” heeft geen plaats in de gelote volgorde. Haal de volgorde weg in de kamer Stemdag, en voer daar de nieuwe in.',
    'lot-unknown':
      'De gelote volgorde noemt “{name}”, dat niet op het stembiljet staat. Haal de volgorde weg in de kamer Stemdag, en voer daar de nieuwe in.',
    'group-unknown':
      'Een groep noemt “{name}”, en dat is geen voorstel van deze ronde. Verbeter de groep in het bestand.',
  },
}
