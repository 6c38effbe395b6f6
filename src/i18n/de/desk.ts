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
import { deskPeople } from './desk-people.ts'
import { deskToday } from './desk-today.ts'
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
    ledHere:
      'Sie sind nicht angemeldet, oder Ihre Sitzung ist vorbei. Melden Sie sich an, dann kommen Sie in den Raum zurück.',
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
  today: deskToday,
  tasks: {
    'read-submissions': 'Lesen Sie, was eingesandt wurde: {count} Einsendungen warten.',
    'publish-approved':
      'Veröffentlichen Sie, was angenommen ist: {count} Vorschläge fehlen auf der Website.',
    'draw-lot': 'Ziehen Sie öffentlich das Los für Gleichstände und tragen Sie es ein, vor {at}.',
    'make-codes': 'Erstellen Sie Stimmcodes und drucken Sie sie, vor {at}.',
    'more-codes':
      'Es gibt {count} Codes, und {most} dürfen abstimmen. Ist die Abstimmung offen, kommt kein Code mehr dazu.',
    'voting-late': 'Die Abstimmung sollte seit {at} offen sein. Der Raum Wahltag sagt, was fehlt.',
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
  people: deskPeople,
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
    gone: '{name}, nicht mehr am Schalter',
    notDone: 'Nicht getan: „{what}“',
    tried: 'Versucht: „{what}“',
    fault: 'niemand weiß, ob es getan wurde',
    untold: 'nicht getan',
  },
  actions: deskActions,
  me: {
    heading: 'Meine Passkeys',
    lede: 'Ein zweiter Passkey, auf einem anderen Gerät oder Sicherheitsschlüssel, hilft, wenn der erste verloren geht.',
    made: 'Angelegt {at}, zuletzt benutzt {used}',
    remove: 'Wegnehmen',
    removeNamed: 'Den Passkey vom {at} wegnehmen',
    removeAsk:
      'Diesen Passkey wegnehmen? Niemand kann sich mehr damit anmelden, und Ihre anderen Sitzungen enden.',
    removed: 'Der Passkey wurde weggenommen.',
    add: 'Noch einen Passkey anlegen',
    added: 'Der Passkey wurde hinzugefügt.',
    sessions: 'Wo ich angemeldet bin',
    session: 'Seit {at}',
  },
}
