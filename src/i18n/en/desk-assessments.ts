/**
 * English, the desk’s page of assessments. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0031.
 */
export const deskAssessments = {
  heading: 'Assessments',
  lede: 'What the council’s departments say about a proposal: what it costs, whether it can be done, and whether it is allowed.',
  none: 'This round has no published proposal yet.',
  proposal: 'Proposal',
  sofar: 'On the site so far',
  nothing: 'No department has said anything about this proposal yet.',
  add: 'Add an assessment',
  changeOne: 'Change an assessment',
  about: 'What it is about',
  aboutAll: 'All of it',
  body: 'Department',
  bodyHint: 'As residents know it, such as “Roads and parks”.',
  bodyMissing: 'Name the department, in at least 2 characters.',
  date: 'Day of the answer',
  outcome: 'What came out',
  reason: 'Reason',
  reasonHint: 'Write for residents. Paragraphs, lists and links may be in Markdown.',
  cost: 'Cost that was found (optional)',
  costHint: 'It becomes the cost of the proposal, by which people vote.',
  costFixed:
    'Voting was opened, so the cost of the proposal is fixed. Say in the reason what was found.',
  costChanges: 'Instead of {was} the proposal then costs {will}, and people vote by that.',
  costStays: 'The proposal itself still costs {money}, as before.',
  where: 'It will stand on the page of the proposal.',
  posted: 'The assessment is published. In a few minutes it stands here: {address}',
}
