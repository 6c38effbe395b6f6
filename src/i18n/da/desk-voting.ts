/**
 * Danish, the room Voting day: turnout, and the steps from the opening to the close.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskVoting = {
  heading: 'Valgdag',
  lede: 'Hvor mange der har deltaget, og skridtene fra åbning til lukning.',
  round: 'Runde',
  show: 'Vis',
  stands: 'Runden er {state}.',
  times: 'Afstemningen løber fra {from} til {to}.',
  otherEnd: 'Borgerne læser stadig en anden slutning i runden: {at}. Få den ændret dér også.',
  turnout: 'Deltagelse',
  turnoutNote:
    'Det er kun tal. Ingen kan vide, hvad der er valgt, før stemmekasserne er forseglet.',
  box: 'Stemmekasse',
  everyone: 'Hele kommunen',
  allBoxes: 'Alle kasser',
  eligible: 'Må stemme',
  codes: 'Koder',
  online: 'På nettet',
  kiosk: 'Stemmeboks',
  paper: 'Papir',
  together: 'I alt',
  share: 'Andel',
  unknown: 'ikke oplyst',
  letters:
    '{reserve} koder er i reserve. {revoked} er trukket tilbage, og {reissued} fra reserven er udleveret.',
  lot: {
    heading: 'Rækkefølge ved stemmelighed',
    help: 'To forslag kan få samme resultat. Så gælder den rækkefølge, der blev trukket offentligt, før afstemningen åbnede. Træk den med sedler, og notér, hvilken plads hvert forslag fik.',
    entered:
      'En rækkefølge er skrevet ind. Fjern den først, hvis flere forslag skal offentliggøres.',
    drawn: 'Hvordan, hvor og hvornår den blev trukket',
    drawnHint: 'Én sætning, som borgerne læser. Hvem trak, og hvem så på?',
    commit:
      '1 commit i kommunens indhold, 1 deploy. Afstemningen kan åbnes, når siden er bygget igen.',
    enter: 'Offentliggør rækkefølgen',
    takeOut: 'Fjern rækkefølgen',
    placeMissing: 'Giv hvert forslag sin egen plads, fra 1 til den sidste.',
    drawnMissing: 'Skriv, hvordan den blev trukket.',
    done: 'Rækkefølgen er offentliggjort. Hent siden igen om et par minutter.',
    outAsk: 'Fjern rækkefølgen? Afstemningen kan ikke åbnes uden.',
    out: 'Rækkefølgen er fjernet.',
  },
  opening: 'Åbn afstemningen',
  openingFreezes:
    'Åbningen låser {proposals} forslag og {codes} koder. Ingen af dem kan ændres bagefter.',
  openingTimes:
    'Der kan stemmes fra {from} til {to}. Slutningen kan flyttes senere, aldrig tidligere.',
  openingFloor: 'Enkelte stemmesedler offentliggøres kun for en kasse med mindst {floor} af dem.',
  openingCommit:
    '1 commit i den offentlige tavle, ingen deploy. Stemmesedlen har aftrykket {digest}.',
  openButton: 'Åbn afstemningen',
  openAsk: 'Åbn afstemningen nu? Koder og forslag ligger fast fra da af.',
  opened: 'Afstemningen er åbnet.',
  notYet: 'Afstemningen kan ikke åbnes endnu: {why}.',
  pause: 'Sæt afstemningen på pause',
  pauseHelp: 'Ingen kan stemme under en pause. Slutningen bliver, hvor den er.',
  reason: 'Grund, som alle kan læse',
  reasonHint: 'Én linje på den offentlige tavle. Ingen navne.',
  reasonMissing: 'Skriv grunden først.',
  pauseButton: 'Sæt på pause',
  paused: 'Afstemningen er sat på pause.',
  resume: 'Genoptag afstemningen',
  resumeHelp: 'Afstemningen er sat på pause. Der kan stemmes igen, så snart du genoptager den.',
  resumeButton: 'Genoptag afstemningen',
  resumed: 'Der kan stemmes igen.',
  extend: 'Flyt slutningen',
  extendHint: 'Kun senere, aldrig tidligere. I kommunens egen tid.',
  newEnd: 'Ny slutning',
  endMissing: 'Vælg dag og klokkeslæt først.',
  extendButton: 'Flyt slutningen',
  extendAsk: 'Flyt slutningen til {at}? Den kan ikke flyttes tilbage.',
  extended: 'Afstemningen slutter nu {at}. Få også rundens datoer ændret: dem læser borgerne.',
  close: 'Luk afstemningen',
  closeHelp:
    'Kasserne lukker af sig selv to minutter efter slutningen. Luk dem her, hvis det ikke skete.',
  closeButton: 'Luk kasserne',
  closeAsk: 'Luk kasserne nu? De åbner aldrig igen.',
  closed: 'Kasserne er lukket.',
  over: 'Afstemningen er slut. Alt, hvad der følger, er i rummet Optælling.',
}
