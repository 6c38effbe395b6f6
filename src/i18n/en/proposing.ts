/**
 * English, proposing: the form for a proposal, and what happens to it afterwards.
 *
 * Pure. Invariant: what is public and what stays private is said before it is typed.
 * Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const propose = {
  title: 'Propose something',
  description: (round: string) => `Send in your proposal for ${round}.`,
  lede: 'Say what you want, what it costs and who it is for. It takes about ten minutes. The council reads every proposal before it is shown.',
  openUntil: (until: string) => `Proposals are welcome until ${until}.`,
  opensAt: (at: string) => `Proposals can be sent in from ${at}.`,
  closedAt: (at: string) =>
    `Proposals could be sent in until ${at}. The next round is a new chance.`,
  dates: (period: string) => `Proposals can be sent in ${period}.`,
  notTaken: 'This round does not take in proposals through the site.',
  public: 'What everyone will see',
  publicHint: 'This stands on the site once the council has read it.',
  private: 'Only for the council',
  privateHint: 'Never shown on the site. It is deleted after the round.',
  atMost: (most: number) => `At most ${most} characters.`,
  titleHint: 'A few words that make sense in a list: “A lit path to the sports hall”.',
  summaryHint: 'One or two sentences that say what people get from it.',
  descriptionHint: 'What you want to do, where, with whom, and what the money is for.',
  costBetween: (least: string, most: string) => stop(`Between ${least} and ${most}`),
  costAtMost: (most: string) => stop(`At most ${most}`),
  costAtLeast: (least: string) => stop(`At least ${least}`),
  costHint: 'The whole cost that this round should pay.',
  choose: 'Choose …',
  kinds: {
    group: 'A group or association',
    role: 'A role, such as “a parent”',
    person: 'My own name',
  },
  proposerNameHint: 'As it should stand on the site: “Class 5B”, “A neighbour”, or your name.',
  consent: 'I agree that my own name stands on the site',
  contactNameHint: 'The person we can ask.',
  contactHint: 'A phone number or an e-mail address.',
  payeeHint: 'The association or person who would receive the money, if you know it already.',
  optional: '(may be left empty)',
  leaveEmpty: 'Leave this field empty',
  pictureHint:
    'A photo or a drawing of your own, or one that you may use. Whoever can be recognised in it must agree. We take out where and by what it was taken.',
  pictureKinds: 'JPEG, PNG or WebP.',
  pictureLimit: 'At most 4 MB.',
  pictureWorking: 'The picture is being made smaller …',
  pictureReady: 'The picture is ready.',
  pictureAltHint:
    'For people who do not see it: “A cinder path between dark trees”. Needed only with a picture.',
  pictureKept:
    'A picture is with your proposal already. Choose a file only to put another one in its place.',
  pictureRemove: 'Take the picture away',
  silentTitle: 'No answer came',
  silent:
    'Your proposal may not have arrived. All that you wrote is still here: look at your connection and send it again.',
  submit: 'Send my proposal',
}

export const fields = {
  title: 'Name of the proposal',
  summary: 'In short',
  description: 'The whole proposal',
  picture: 'A picture',
  pictureAlt: 'What the picture shows',
  cost: 'What it costs',
  area: 'Area',
  theme: 'Theme',
  proposerKind: 'Who proposes it',
  proposerName: 'Name of the proposer',
  nameConsent: 'Consent to show your name',
  contactName: 'Your name',
  contact: 'How we reach you',
  payee: 'Who is paid',
  language: 'Language',
}

export const fieldFaults = {
  'too-long': (label: string, limit: string) => `${label}: write at most ${limit} characters.`,
  'too-short': (label: string, limit: string) => `${label}: write at least ${limit} characters.`,
  missing: (label: string) => `${label}: please fill this in.`,
  unticked: (label: string) => `${label}: tick the box, or name a group or a role instead.`,
  'too-high': (label: string, limit: string) => `${label}: at most ${limit} in this round.`,
  'too-low': (label: string, limit: string) => `${label}: at least ${limit} in this round.`,
  unknown: (label: string) => `${label}: choose one from the list.`,
  'not-a-number': (label: string) => `${label}: write an amount in digits, such as 12000.`,
  ambiguous: (label: string) =>
    `${label}: we are not sure which amount you mean. Write it in digits only, such as 12000.`,
  'not-chosen': (label: string) => `${label}: choose the file, or leave its description empty.`,
  again: (label: string) =>
    `${label}: please choose it again. Everything else is still here, but a page cannot keep a picture.`,
  moving: (label: string) => `${label}: this picture moves. Choose a still one, as JPEG or PNG.`,
  heic: (label: string) =>
    `${label}: this is a HEIC photo, which browsers do not show. Save it as JPEG, or send it to yourself by e-mail, and choose that file.`,
  svg: (label: string) =>
    `${label}: this is an SVG drawing, whatever its name says. Save it as PNG and choose that file.`,
  pdf: (label: string) =>
    `${label}: this is a PDF, whatever its name says. Save the page as JPEG or PNG and choose that file.`,
  'not-a-picture': (label: string) =>
    `${label}: we cannot read this file as a picture. Choose a JPEG, PNG or WebP file.`,
  damaged: (label: string) =>
    `${label}: this file is damaged or not whole. Choose it again, or choose another one.`,
  'too-many-pixels': (label: string) =>
    `${label}: this picture is too large to be opened. Make it smaller first, or choose another one.`,
  'too-heavy': (label: string, limit: string) =>
    `${label}: at most ${limit} MB. Make it smaller, or send the proposal without it.`,
  'no-room': (label: string) =>
    `${label}: no more pictures can be taken in now. Send the proposal without it; the council can add one later.`,
}

export const submission = {
  title: 'Your proposal',
  description: 'Where your proposal stands.',
  received: 'Thank you. Your proposal has arrived',
  receivedNext:
    'The council reads it and then puts it on the site, or tells you on this page why not.',
  keepLink: 'Keep this link: it is the only way back',
  keepLinkHint:
    'Copy it, or save this page as a bookmark. With it you see what became of your proposal, and can withdraw it.',
  yourLink: 'Your private link',
  copy: 'Copy the link',
  copied: 'Copied.',
  waiting: 'Waiting to be read',
  waitingText: 'The council has not read it yet.',
  changesAsked: 'The council asks you to change something',
  changesAskedText: 'This is what the council asks for:',
  change: 'Change my proposal',
  changeTitle: 'Change your proposal',
  changeDescription: (round: string) => `Change what you sent in for ${round}.`,
  sendAgain: 'Send it again',
  backToIt: 'Back to your proposal, without changing it',
  merged: 'Taken together with a similar one',
  mergedText: 'Somebody sent in nearly the same. The council goes on with both as one proposal.',
  approved: 'Read and approved',
  approvedText: 'It will stand on the site soon, together with the other approved proposals.',
  published: 'On the site',
  publishedText: 'Everyone can read it now.',
  see: 'See the proposal',
  rejected: 'Not taken up',
  rejectedText: 'The council gave this reason:',
  withdrawn: 'Withdrawn',
  withdrawnText: 'You took the proposal back. It is not shown.',
  withdrawTitle: 'Changed your mind?',
  withdrawText:
    'You can take the proposal back as long as it is not on the site. This cannot be undone.',
  withdraw: 'Withdraw my proposal',
  empty:
    'This page shows a proposal only when you open your private link, or right after you sent one in.',
}
