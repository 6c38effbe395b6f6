/**
 * Danish, the room Today: what needs doing, and whether all parts answer.
 *
 * Pure. Invariant: says what is known and where to look up the rest. Decided in docs/decisions/0008 and 0022.
 */
export const deskToday = {
  heading: 'I dag',
  lede: 'Hvad der skal gøres, hvad der kommer, og om alle dele svarer.',
  goTo: 'Gå til: {room}',
  nothing: 'Intet at gøre her nu.',
  noRounds: 'Kommunen har ingen runde endnu.',
  health: 'Tilstand',
  storeAnswers: 'Lageret svarer.',
  publishingAnswers: 'Stedet, hvor vi offentliggør, svarer.',
  publishingSilent:
    'Stedet, hvor vi offentliggør, svarer ikke. Kontrolpunkter og summer kommer ud, så snart det svarer; se igen om ti minutter.',
  keyEnds: 'Nøglen til git-værten (GITHUB_TOKEN) virker til {at}.',
  keySoon:
    'Nøglen til git-værten (GITHUB_TOKEN) udløber {at}. Derefter kan ingen offentliggøre. Få lavet en ny nu, og sæt den ind i værtens indstillinger.',
  keyUnknown:
    'Git-værten oplyser ingen udløbsdato for sin nøgle (GITHUB_TOKEN). Se efter dér en gang om året.',
  plans: 'De gratis abonnementer',
  planOfHost:
    'Hver offentliggørelse er en deploy og koster {each} af de {all} credits, som Netlify giver om måneden. Besøgende bruger også credits. Ved nul går siden i stå, til måneden er omme. Skranken kan ikke se, hvor mange der er tilbage: se hos Netlify under Usage.',
  hostUsed:
    'Sitet er offentliggjort cirka {count} gange de sidste {days} dage. {most} gange er gratis: hver koster {each} af de {all} credits, som Netlify giver om måneden. Besøgende bruger også credits, så se hos Netlify under Usage. Ved nul går siden i stå, til måneden er omme.',
  planOfStore:
    'Det gratis lager hos Upstash tager {most} kommandoer om måneden og {memory} MB. Når grænsen er nået, kan ingen stemme. Skranken kan ikke se, hvor mange der er brugt: se hos Upstash i databasens oversigt.',
  storeUsed:
    'Af de {most} kommandoer om måneden, som er gratis hos Upstash, er cirka {count} brugt. Når grænsen er nået, kan ingen stemme. Der er også plads til {memory} MB: se hos Upstash i databasens oversigt.',
  otherStore:
    'Afstemningen i denne runde blev åbnet med et andet lager end det i indstillingerne. Ingen kan stemme her. Få lagerets indstillinger rettet (UPSTASH_REDIS_REST_URL).',
  noStore:
    'Dette lager har ingen stemmer fra runden, og dens afstemning er slut, eller der er ingen.',
  stands: 'Runden er {state}.',
  checkpointPublic: 'Det sidste kontrolpunkt er nummer {n}, {at}. Alle kan se det.',
  checkpointWaits:
    'Kontrolpunkt {n} fra {at} er ikke offentligt endnu. Der prøves hvert femte minut.',
  checkpointNone: 'Intet kontrolpunkt endnu: det første kommer med de første stemmer.',
  keyRight: 'Rundens nøgle er den rigtige. Dens fingeraftryk er {fingerprint}.',
  keyWrong:
    'CHEST_KEY er ikke den nøgle, runden blev åbnet med. Ingen kan stemme, før den er tilbage.',
}
