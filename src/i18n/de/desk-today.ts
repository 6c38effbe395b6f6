/**
 * German, the room Today: what needs doing, and whether all parts answer.
 *
 * Pure. Invariant: says what is known and where to look up the rest. Decided in docs/decisions/0008 and 0022.
 */
export const deskToday = {
  heading: 'Heute',
  lede: 'Was zu tun ist, was als Nächstes kommt, und ob alle Teile antworten.',
  goTo: 'Zum Raum: {room}',
  nothing: 'Hier ist jetzt nichts zu tun.',
  noRounds: 'Die Gemeinde hat noch keine Runde.',
  health: 'Zustand',
  storeAnswers: 'Der Speicher antwortet.',
  publishingAnswers: 'Der Ort, an dem wir veröffentlichen, antwortet.',
  publishingSilent:
    'Der Ort, an dem wir veröffentlichen, antwortet nicht. Prüfpunkte und Summen erscheinen, sobald er wieder antwortet; sehen Sie in zehn Minuten wieder nach.',
  keyEnds: 'Der Schlüssel zum Git-Host (GITHUB_TOKEN) gilt bis {at}.',
  keySoon:
    'Der Schlüssel zum Git-Host (GITHUB_TOKEN) endet: {at}. Danach kann niemand veröffentlichen. Lassen Sie jetzt einen neuen erstellen und in die Einstellungen des Hosts eintragen.',
  keyUnknown:
    'Der Git-Host nennt kein Ende seines Schlüssels (GITHUB_TOKEN). Sehen Sie dort einmal im Jahr nach.',
  plans: 'Die kostenlosen Tarife',
  planOfHost:
    'Jede Veröffentlichung ist ein Deploy und kostet {each} der {all} Credits, die Netlify im Monat gibt. Auch Besuche kosten Credits. Bei null steht die Website still, bis der Monat um ist. Der Schalter sieht nicht, wie viele übrig sind: Sehen Sie bei Netlify unter Usage nach.',
  hostUsed:
    'Die Website wurde in den letzten {days} Tagen etwa {count}-mal veröffentlicht. {most}-mal ist kostenlos: Jedes Mal kostet {each} der {all} Credits, die Netlify im Monat gibt. Auch Besuche kosten Credits, sehen Sie also bei Netlify unter Usage nach. Bei null steht die Website still, bis der Monat um ist.',
  planOfStore:
    'Der kostenlose Speicher von Upstash nimmt {most} Befehle im Monat und {memory} MB. Ist die Grenze erreicht, kann niemand abstimmen. Der Schalter sieht nicht, wie viele verbraucht sind: Sehen Sie bei Upstash in der Übersicht der Datenbank nach.',
  storeUsed:
    'Von den {most} kostenlosen Befehlen im Monat bei Upstash sind etwa {count} verbraucht. Ist die Grenze erreicht, kann niemand abstimmen. Platz ist auch für {memory} MB: Sehen Sie bei Upstash in der Übersicht der Datenbank nach.',
  otherStore:
    'Die Abstimmung dieser Runde wurde mit einem anderen Speicher eröffnet als dem in den Einstellungen. Hier kann niemand abstimmen. Lassen Sie die Einstellungen des Speichers berichtigen (UPSTASH_REDIS_REST_URL).',
  noStore:
    'In diesem Speicher liegen keine Stimmen dieser Runde. Ihre Abstimmung ist vorbei, oder es gibt keine.',
  stands: 'Die Runde ist {state}.',
  checkpointPublic: 'Der letzte Prüfpunkt ist Nummer {n}, {at}. Alle können ihn sehen.',
  checkpointWaits:
    'Prüfpunkt {n} von {at} ist noch nicht öffentlich. Es wird alle fünf Minuten versucht.',
  checkpointNone: 'Noch kein Prüfpunkt: Der erste kommt mit den ersten Stimmen.',
  keyRight: 'Der Schlüssel dieser Runde ist der richtige. Sein Fingerabdruck ist {fingerprint}.',
  keyWrong:
    'CHEST_KEY ist nicht der Schlüssel, mit dem diese Runde eröffnet wurde. Niemand kann abstimmen, bis er zurück ist.',
}
