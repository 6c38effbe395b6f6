/**
 * English, the desk: the pages on which clerks and tellers work. What stands in braces is filled in by the page.
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
  name: 'Desk',
  handbook: {
    title: 'The clerk’s handbook',
    about: 'How a clerk takes a round from the call for ideas to what comes of it, step by step.',
  },
  navigation: 'Rooms of the desk',
  rooms: {
    today: 'Today',
    rounds: 'Rounds',
    submissions: 'Submissions',
    codes: 'Voting codes',
    voting: 'Voting day',
    paper: 'Paper',
    count: 'Count',
    delivery: 'Delivery',
    texts: 'Texts',
    people: 'People',
    log: 'Log',
    me: 'My passkeys',
  },
  roundsLater:
    'A round that was published just now is in this list once the site is built again, in a few minutes.',
  needsScript:
    'The desk needs JavaScript, because it signs you in with a passkey. Switch it on for this site.',
  noPasskeys:
    'This browser cannot use passkeys here. Open the desk by its https address, in a browser of the last four years.',
  signedInAs: 'Signed in as',
  signOut: 'Sign out',
  busy: 'One moment …',
  late: 'This takes longer than usual. Please wait: you will be told what came of it, also if no answer comes.',
  silentTitle: 'No answer came',
  silent:
    'We do not know whether it was done. Load this page again and look, before you do it once more.',
  cancelledTitle: 'The passkey was not used',
  cancelled: 'Nothing was changed. Try again when your device is at hand.',
  roles: { clerk: 'Clerk', teller: 'Teller' },
  rolesTold: {
    clerk: 'A clerk may do everything at the desk.',
    teller: 'A teller enters paper ballots and runs the kiosk.',
  },
  signIn: {
    heading: 'Sign in',
    lede: 'You sign in with a passkey: your fingerprint, your face, a PIN or a security key. There is no password.',
    ledHere:
      'You are not signed in, or your session is over. Sign in, and you come back to the room.',
    button: 'Sign in with a passkey',
    help: 'No passkey yet? A clerk of your council gives you an invitation.',
  },
  join: {
    heading: 'Your place at the desk',
    lede: 'You make a passkey on this device. It signs you in from now on.',
    setUp: 'This link sets up the desk. Whoever uses it first becomes its first clerk.',
    invitedAs: 'You are invited as: {role}.',
    label: 'Your name',
    hint: 'As your colleagues say it. It is not published.',
    button: 'Make my passkey',
    incomplete:
      'The link is not complete. Copy the whole of it, to its last letter, and open it again.',
    nameMissing: 'Write your name first.',
  },
  today: deskToday,
  tasks: {
    'read-submissions': 'Read what was sent in: {count} submissions are waiting.',
    'publish-approved': 'Publish what was approved: {count} proposals are not on the site.',
    'draw-lot': 'Draw the lot for ties in public and enter it, before {at}.',
    'make-codes': 'Make voting codes and print them, before {at}.',
    'more-codes':
      'There are {count} codes, and {most} may vote. Once voting is open, no code can be added.',
    'voting-late':
      'Voting should have been open since {at}. The room Voting day says what is missing.',
    'voting-opens': 'Voting opens by itself {at}.',
    'voting-open': 'Voting is open until {at}.',
    'voting-paused': 'Voting is paused. It ends {at}, unless you move the end.',
    'voting-closing': 'Voting ended {at}. It closes by itself in a few minutes.',
    'enter-paper': 'Enter the paper ballots, then seal the boxes.',
    'take-in-halls': 'Take in the boxes of halls, or give them up. Nothing is sealed before that.',
    'carry-box': 'Save the sealed box of this hall as a file, and carry it to the office.',
    seal: 'The boxes seal themselves in a few minutes. If not, look below.',
    certify:
      'The boxes are sealed and the result waits for you. Look at it in the room Count, and certify it.',
    complaints: 'The result can be contested until {at}.',
    purge: 'Codes, ballots and contacts are cleared by themselves, a day after {at}.',
    'phase-begins': '{phase}: begins {at}.',
    'phase-ends': '{phase}: ends {at}.',
  },
  urgency: { now: 'Now', soon: 'Soon', known: 'Good to know' },
  people: deskPeople,
  log: {
    heading: 'Log',
    lede: 'Everything that was done at the desk. Each entry names the one before it, so none can be taken out unseen.',
    which: 'Log of',
    council: 'The council',
    show: 'Show',
    empty: 'Nothing is in this log yet.',
    one: 'One entry, the first of all: {head}.',
    whole: '{n} entries, and each names the one before it. The last one is {head}.',
    broken: 'Entry {n} does not name the one before it. Tell whoever looks after the software.',
    at: 'When',
    who: 'Who',
    what: 'What',
    about: 'About',
    gone: '{name}, no longer at the desk',
    notDone: 'Not done: “{what}”',
    tried: 'Tried: “{what}”',
    fault: 'nobody knows whether it was done',
    untold: 'not done',
  },
  actions: deskActions,
  me: {
    heading: 'My passkeys',
    lede: 'A second passkey, on another device or a security key, saves you if you lose the first.',
    made: 'Made {at}, last used {used}',
    remove: 'Take away',
    removeNamed: 'Take away the passkey made {at}',
    removeAsk: 'Take this passkey away? It signs in nobody any more, and your other sessions end.',
    removed: 'The passkey was taken away.',
    add: 'Add another passkey',
    added: 'The passkey was added.',
    sessions: 'Where I am signed in',
    session: 'Since {at}',
  },
}
