/**
 * English, the desk's room of people. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskPeople = {
  heading: 'People',
  lede: 'Who works at the desk. At least two clerks are wise: one can help if the other loses a key.',
  person: 'Name',
  role: 'Role',
  passkeys: 'Passkeys',
  since: 'Since',
  remove: 'Remove',
  removeNamed: 'Remove {name}',
  removeAsk:
    'Remove {name}? Their passkeys and sessions end at once, and so do kiosks and invitations from them. They need a new invitation to come back.',
  removed: '{name} was removed.',
  me: 'you',
  change: 'Change',
  changeNamed: 'Change {name}',
  changeHint: 'Another name or another role. A role holds from the person’s next step on.',
  changeAsk: '{name} will be: {role}. Go on?',
  changeButton: 'Keep the change',
  changeLeave: 'Leave it as it is',
  changed: '{name} was changed.',
  invite: 'Invite somebody',
  inviteName: 'Their name',
  inviteRole: 'Their role',
  inviteButton: 'Make an invitation',
  invited: 'Invitation for {name}',
  invitedText:
    'Give this link to {name} in person or by a safe way. It works once, until {at}. It is shown only now.',
  copy: 'Copy the link',
  copied: 'Copied',
  open: 'Invitations that wait',
  openNone: 'No invitation is waiting.',
  openUntil: '{name}, {role}, until {at}',
  withdraw: 'Take back',
  withdrawNamed: 'Take back the invitation for {name}',
  withdrawn: 'The invitation for {name} does not work any more.',
  passkey: '{name}, made {at}, last used {used}',
  passkeyNamed: 'Take away the passkey of {name} made {at}',
  passkeyAsk:
    'Take this passkey of {name} away? It signs in nobody any more, and other sessions of {name} end.',
  sessions: 'Signed in now',
  session: '{name}, since {at}',
  thisOne: 'this one',
  end: 'End',
  endNamed: 'End the session of {name}',
  ended: 'The session is over.',
}
