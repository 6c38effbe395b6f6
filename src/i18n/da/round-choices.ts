/**
 * Danish, the choices of a round: their names, what they lead to, and what is wrong with a field.
 *
 * Pure. Invariant: a consequence is true whoever votes. Decided in docs/decisions/0008 and 0028.
 */
export const roundChoices = {
  options: {
    'ballot.type': {
      '': 'Ingen afstemning',
      approval: 'Krydser: alt, hvad man vil',
      knapsack: 'Kurv: det, der er råd til',
      'choose-1': 'Et forslag',
      ranking: 'En rækkefølge, det bedste først',
      points: 'Point at fordele',
      score: 'En karakter til hvert forslag',
      'for-against': 'For eller imod',
    },
    'ballot.scoring': {
      '': 'Efter hvor mange en stemmeseddel må rumme',
      'place-points': 'Efter hvor mange en stemmeseddel må rumme',
      borda: 'Efter antallet af forslag',
    },
    'rule.method': {
      greedy: 'Flest stemmer først; det, der ikke er råd til, springes over',
      'greedy-no-skip': 'Flest stemmer først, indtil der ikke er råd til et',
      'greedy-per-cost': 'Flest stemmer for pengene',
      'greedy-threshold': 'Flest stemmer først, med en tærskel',
      equalshares: 'Lige andele',
      phragmen: 'Phragméns metode',
      'top-per-theme': 'Favoritter efter tema',
    },
    'rule.utility': {
      '': 'Det med flest stemmer',
      votes: 'Det med flest stemmer',
      cardinality: 'Det, der koster hver vælger mindst',
    },
    'rule.completion': {
      '': 'De bruges ikke',
      none: 'De bruges ikke',
      greedy: 'De fordeles efter stemmer',
      add1: 'Andelene hæves, indtil intet er muligt',
      add1u: 'Andelene hæves, så fordeles resten efter stemmer',
    },
    'rule.comparison': {
      '': 'Nej',
      satisfaction: 'Ja: hvem får mest',
      exclusion: 'Ja: hvem får noget',
    },
    'rule.caps.theme': { '': 'alle temaer' },
    'rule.caps.area': { '': 'alle områder' },
    'publication.result': {
      '': 'Intet, før resultatet er godkendt',
      certified: 'Intet, før resultatet er godkendt',
      provisional: 'Summer straks, derefter det godkendte resultat',
    },
  },
  kinds: {
    approval: 'Man krydser det af, man vil have, uanset prisen.',
    knapsack: 'Man fylder en kurv, til pengene er brugt, og ser, hvad tingene koster.',
    'choose-1': 'Let at udfylde. Den, der kan lide flere, må vælge et.',
    ranking: 'Man sætter forslag i rækkefølge. Det siger mere og tager længere tid.',
    points: 'Man fordeler point, gerne flere til et forslag.',
    score: 'Man giver hvert forslag sin egen karakter.',
    'for-against': 'Man kan også stemme imod et forslag.',
  },
  consequences: {
    'one-takes-all':
      'Med denne regel kan ét forslag tage det hele, for ingen grænse for prisen er lavere end pengene.',
    'one-takes-all-if-paid':
      'Et forslag må koste det hele. Det vinder kun, hvor dem, der vil det, har andele nok, eller der er penge tilbage.',
    'at-least': 'Der er råd til mindst {count} forslag, for intet må koste mere end grænsen.',
    'money-ignored': 'Listen tager ikke hensyn til penge: der kan vinde flere, end I kan betale.',
    'majority-decides': 'Et flertal, der stemmer ens, kan bestemme over alle pengene.',
    'shares-for-groups':
      'En gruppe vælgere bestemmer over sin del af pengene, også når den ikke er et flertal.',
    'count-stops':
      'Et dyrt forslag med mange stemmer kan slutte optællingen, mens der er penge tilbage.',
    'money-left': 'Nogle af pengene bliver som regel ikke brugt.',
    'no-blank':
      'Den, der ikke vil have nogen af forslagene, kan ikke stemme og tæller ikke med i deltagelsen.',
    'needs-many': 'Den, der kan lide færre end {count} forslag, kan ikke nøjes med at sige det.',
    'hard-ballot':
      'Stemmesedlen er sværere at udfylde, især på papir. Regn med mere hjælp og flere ugyldige sedler.',
    'no-vote': 'Ingen stemmer i denne runde: kommunen bestemmer.',
    floor:
      'Stemmesedlerne offentliggøres en for en, hvor en kasse har {floor} eller flere. Så kan alle tælle efter.',
    'box-too-small':
      'Kun {count} må stemme i {name}. Det er færre end {floor}, så stemmesedlerne forbliver skjult, og kun summer vises.',
    'whole-round': 'denne runde',
    'turnout-unknown':
      'Deltagelsen kan ikke vises i procent, for ingen har skrevet, hvor mange der må stemme.',
    'voting-days': 'Dage, man kan stemme: {count}.',
    'short-vote': 'Under en uge: den, der er væk eller syg, kan så ikke stemme.',
    'screen-only':
      'Intet papir og intet møde, mens der stemmes: den, der ikke har eller kan bruge en skærm, er udenfor.',
    'sealed-by-hand':
      'Papiret skrives ind efter lukningen, og kasserne forsegles af en sagsbehandler.',
    'short-submission': 'Under to uger til idéer: foreninger og skoler skal bruge længere tid.',
    freezes: 'Fra {at} ligger penge, stemmeseddel, regel, papir og forslag fast.',
    complaints:
      'Der kan klages over resultatet i {count} dage. Så ryddes koder og stemmesedler for altid.',
  },
  faults: {
    missing: 'Det mangler.',
    'too-long': 'Skriv højst {limit} tegn.',
    'too-short': 'Skriv mindst {limit} tegn.',
    'not-a-number': 'Skriv et helt tal.',
    'out-of-range': 'Tallet er for lavt eller for højt. Grænsen er {limit}.',
    'no-amount': 'Skriv et beløb, for eksempel 15000.',
    'no-date': 'Vælg en dag, og gerne et klokkeslæt.',
    'no-id': 'Navnet skal have bogstaver eller tal, for adressen dannes af det.',
    'not-a-choice': 'Vælg en.',
    'not-known': 'Filen har et felt her, som ingen kender: {at}. Tag det ud i filen.',
    wrong: 'Det kan ikke læses. Skriv det igen.',
    gap: 'Det klokkeslæt findes ikke: uret stilles frem. Vælg et andet.',
    overlap: 'Det klokkeslæt findes to gange: uret stilles tilbage. Vælg et andet.',
    'not-after': 'Slutningen skal komme efter begyndelsen.',
    'some-budgets': 'Giv penge til alle områder eller til ingen.',
    'budget-twice': 'Lad det stå tomt, for hvert område har sine egne penge.',
    'over-budget': 'Det er mere, end der er penge til.',
    twice: 'To af dem hedder det samme. Ret det ene navn.',
    'phase-order': 'Trinene skal stå i deres rækkefølge.',
    'voting-twice': 'En runde stemmer en gang. Fjern den ene.',
    'ballot-or-voting':
      'En stemmeseddel kræver trinet Afstemning, og trinet Afstemning kræver en stemmeseddel.',
    'ballot-limits': 'Grænserne modsiger hinanden. “Mindst” må ikke være mere end “højst”.',
    'proposal-theme': 'Forslaget “{name}” har et tema, som mangler her.',
    'proposal-area': 'Forslaget “{name}” har intet område her.',
    'proposal-cost': 'Forslaget “{name}” overholder ikke denne grænse.',
    'lot-lacks':
      '“{name}” har ingen plads i den trukne rækkefølge. Fjern rækkefølgen i rummet Valgdag, og skriv den nye ind dér.',
    'lot-unknown':
      'Den trukne rækkefølge nævner “{name}”, som ikke står på stemmesedlen. Fjern rækkefølgen i rummet Valgdag, og skriv den nye ind dér.',
    'group-unknown':
      'En gruppe nævner “{name}”, som ikke er et forslag i denne runde. Ret gruppen i filen.',
  },
}
