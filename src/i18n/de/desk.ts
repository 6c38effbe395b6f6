/**
 * German, the desk: the pages on which clerks and tellers work. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
import { deskAssessments } from './desk-assessments.ts'
import { deskActions } from './desk-actions.ts'
import { deskCount } from './desk-count.ts'
import { deskDelivery } from './desk-delivery.ts'
import { deskEntries } from './desk-entries.ts'
import { deskHalls } from './desk-halls.ts'
import { deskPaper } from './desk-paper.ts'
import { deskVoting } from './desk-voting.ts'

export const desk = {
  voting: deskVoting,
  count: deskCount,
  halls: deskHalls,
  ...{ delivery: deskDelivery, assessments: deskAssessments, entries: deskEntries },
  paper: deskPaper,
  name: 'Schalter',
  handbook: {
    title: 'Handbuch für die Verwaltung',
    about:
      'Wie die Verwaltung eine Runde führt, vom Aufruf bis zu dem, was daraus wird, Schritt für Schritt.',
  },
  navigation: 'Räume des Schalters',
  rooms: {
    today: 'Heute',
    rounds: 'Runden',
    submissions: 'Eingereicht',
    codes: 'Stimmcodes',
    voting: 'Wahltag',
    paper: 'Papier',
    count: 'Auszählung',
    delivery: 'Umsetzung',
    texts: 'Texte',
    people: 'Personen',
    log: 'Protokoll',
    me: 'Meine Passkeys',
  },
  roundsLater:
    'Eine eben veröffentlichte Runde steht in dieser Liste, sobald die Website neu gebaut ist, in wenigen Minuten.',
  needsScript:
    'Der Schalter braucht JavaScript, weil Sie sich mit einem Passkey anmelden. Schalten Sie es für diese Website ein.',
  noPasskeys:
    'Dieser Browser kann hier keine Passkeys benutzen. Öffnen Sie den Schalter über die https-Adresse, in einem Browser der letzten vier Jahre.',
  signedInAs: 'Angemeldet als',
  signOut: 'Abmelden',
  busy: 'Einen Moment …',
  late: 'Das dauert länger als sonst. Bitte warten Sie: Sie erfahren, was daraus wurde, auch wenn keine Antwort kommt.',
  silentTitle: 'Es kam keine Antwort',
  silent:
    'Wir wissen nicht, ob es geschehen ist. Laden Sie die Seite neu und sehen Sie nach, bevor Sie es wiederholen.',
  cancelledTitle: 'Der Passkey wurde nicht benutzt',
  cancelled: 'Nichts wurde geändert. Versuchen Sie es neu, wenn Ihr Gerät zur Hand ist.',
  roles: { clerk: 'Sachbearbeitung', teller: 'Auszählteam' },
  rolesTold: {
    clerk: 'Die Sachbearbeitung darf am Schalter alles.',
    teller: 'Das Auszählteam gibt Papierstimmen ein und betreut den Kiosk.',
  },
  signIn: {
    heading: 'Anmelden',
    lede: 'Sie melden sich mit einem Passkey an: Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel. Ein Passwort gibt es nicht.',
    button: 'Mit Passkey anmelden',
    help: 'Noch kein Passkey? Die Sachbearbeitung Ihrer Gemeinde gibt Ihnen eine Einladung.',
  },
  join: {
    heading: 'Ihr Platz am Schalter',
    lede: 'Sie legen auf diesem Gerät einen Passkey an. Mit ihm melden Sie sich von nun an an.',
    setUp:
      'Dieser Link richtet den Schalter ein. Wer ihn zuerst benutzt, wird die erste Person in der Sachbearbeitung.',
    invitedAs: 'Sie sind eingeladen für: {role}.',
    label: 'Ihr Name',
    hint: 'So, wie man Sie bei der Arbeit nennt. Er wird nicht veröffentlicht.',
    button: 'Meinen Passkey anlegen',
    incomplete:
      'Der Link ist nicht vollständig. Kopieren Sie ihn ganz, bis zum letzten Buchstaben, und öffnen Sie ihn neu.',
    nameMissing: 'Schreiben Sie zuerst Ihren Namen.',
  },
  today: {
    heading: 'Heute',
    lede: 'Was zu tun ist, was als Nächstes kommt, und ob alle Teile antworten.',
    nothing: 'Hier ist jetzt nichts zu tun.',
    noRounds: 'Die Gemeinde hat noch keine Runde.',
    health: 'Zustand',
    storeAnswers: 'Der Speicher antwortet.',
    publishingAnswers: 'Der Ort, an dem wir veröffentlichen, antwortet.',
    publishingSilent:
      'Der Ort, an dem wir veröffentlichen, antwortet nicht. Ergebnisse und Prüfpunkte warten; sehen Sie in zehn Minuten wieder nach.',
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
  },
  tasks: {
    'read-submissions': 'Lesen Sie, was eingesandt wurde: {count} Einsendungen warten.',
    'publish-approved':
      'Veröffentlichen Sie, was angenommen ist: {count} Vorschläge fehlen auf der Website.',
    'draw-lot': 'Ziehen Sie öffentlich das Los für Gleichstände und tragen Sie es ein, vor {at}.',
    'make-codes': 'Erstellen Sie Stimmcodes und drucken Sie sie, vor {at}.',
    'voting-late': 'Die Abstimmung sollte seit {at} offen sein. Sehen Sie oben, was fehlt.',
    'voting-opens': 'Die Abstimmung öffnet von selbst {at}.',
    'voting-open': 'Die Abstimmung ist offen bis {at}.',
    'voting-paused':
      'Die Abstimmung ist angehalten. Sie endet {at}, wenn Sie das Ende nicht verschieben.',
    'voting-closing': 'Die Abstimmung endete {at}. Sie schließt in wenigen Minuten von selbst.',
    'enter-paper': 'Geben Sie die Papierstimmen ein, dann versiegeln Sie die Urnen.',
    'take-in-halls':
      'Nehmen Sie die Urnen der Säle auf, oder geben Sie sie auf. Vorher wird nichts versiegelt.',
    'carry-box':
      'Speichern Sie die versiegelte Urne dieses Saals als Datei, und bringen Sie sie ins Amt.',
    seal: 'Die Urnen versiegeln sich in wenigen Minuten von selbst. Wenn nicht, sehen Sie unten nach.',
    certify:
      'Die Urnen sind versiegelt, und das Ergebnis wartet auf Sie. Sehen Sie es im Raum Auszählung an, und stellen Sie es fest.',
    complaints: 'Das Ergebnis kann angefochten werden bis {at}.',
    purge: 'Codes, Stimmen und Kontaktdaten werden von selbst gelöscht, einen Tag nach {at}.',
    'phase-begins': '{phase}: beginnt {at}.',
    'phase-ends': '{phase}: endet {at}.',
  },
  urgency: { now: 'Jetzt', soon: 'Bald', known: 'Gut zu wissen' },
  people: {
    heading: 'Personen',
    lede: 'Wer am Schalter arbeitet. Am besten sind es zwei in der Sachbearbeitung: Eine Person hilft, wenn die andere einen Schlüssel verliert.',
    person: 'Name',
    role: 'Rolle',
    passkeys: 'Passkeys',
    since: 'Seit',
    remove: 'Entfernen',
    removeNamed: '{name} entfernen',
    removeAsk:
      '{name} entfernen? Passkeys und Sitzungen enden sofort. Zurück geht es nur mit einer neuen Einladung.',
    removed: '{name} wurde entfernt.',
    me: 'Sie',
    change: 'Ändern',
    changeNamed: '{name} ändern',
    changeHint:
      'Ein anderer Name oder eine andere Rolle. Eine Rolle gilt ab dem nächsten Schritt der Person.',
    changeAsk: '{name} ist dann: {role}. Fortfahren?',
    changeButton: 'Änderung speichern',
    changeLeave: 'So lassen',
    changed: '{name} wurde geändert.',
    invite: 'Jemanden einladen',
    inviteName: 'Name der Person',
    inviteRole: 'Rolle der Person',
    inviteButton: 'Einladung erstellen',
    invited: 'Einladung für {name}',
    invitedText:
      'Geben Sie diesen Link persönlich oder auf sicherem Weg an {name}. Er gilt einmal, bis {at}. Er wird nur jetzt gezeigt.',
    copy: 'Link kopieren',
    copied: 'Kopiert',
    open: 'Einladungen, die warten',
    openNone: 'Keine Einladung wartet.',
    openUntil: '{name}, {role}, bis {at}',
    withdraw: 'Zurückziehen',
    withdrawNamed: 'Die Einladung für {name} zurückziehen',
    withdrawn: 'Die Einladung für {name} gilt nicht mehr.',
    sessions: 'Jetzt angemeldet',
    session: '{name}, seit {at}',
    thisOne: 'diese',
    end: 'Beenden',
    endNamed: 'Die Sitzung von {name} beenden',
    ended: 'Die Sitzung ist vorbei.',
  },
  log: {
    heading: 'Protokoll',
    lede: 'Alles, was am Schalter getan wurde. Jeder Eintrag nennt den vorigen, also kann keiner unbemerkt verschwinden.',
    which: 'Protokoll für',
    council: 'Die Gemeinde',
    show: 'Zeigen',
    empty: 'In diesem Protokoll steht noch nichts.',
    whole: '{n} Einträge, und jeder nennt den vorigen. Der letzte ist {head}.',
    broken: 'Eintrag {n} nennt den vorigen nicht. Sagen Sie es denen, die die Software betreuen.',
    at: 'Wann',
    who: 'Wer',
    what: 'Was',
    about: 'Worüber',
    gone: '{id}, nicht mehr am Schalter',
  },
  actions: deskActions,
  me: {
    heading: 'Meine Passkeys',
    lede: 'Ein zweiter Passkey, auf einem anderen Gerät oder Sicherheitsschlüssel, hilft, wenn der erste verloren geht.',
    made: 'Angelegt {at}',
    add: 'Noch einen Passkey anlegen',
    added: 'Der Passkey wurde hinzugefügt.',
    sessions: 'Wo ich angemeldet bin',
    session: 'Seit {at}',
  },
}
