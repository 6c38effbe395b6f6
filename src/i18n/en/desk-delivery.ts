/**
 * English, the desk's room Delivery: what became of funded projects. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0018.
 */
export const deskDelivery = {
  heading: 'Delivery',
  lede: 'Tell residents what became of the funded projects: what happened, what was spent, and when it is done.',
  round: 'Round',
  show: 'Show',
  none: 'This round has no project to tell of yet. Projects come here once its result is published.',
  post: 'Post an update',
  proposal: 'Project',
  date: 'Day it is about',
  dateHint: 'Today or earlier.',
  text: 'What has happened',
  textHint: 'Write for residents. Paragraphs, lists and links may be in Markdown.',
  spent: 'Money spent so far (optional)',
  spentHint: 'All money spent on it up to that day, such as 9800 or 9800.50.',
  done: 'The project is done',
  where:
    'It will stand on the page of the project, on the page of the result, and in the news feed.',
  cost: '1 commit, 1 deploy. What is on the site already stays as it is.',
  button: 'Look at it and post it',
  dateMissing: 'Write a day that is today or earlier.',
  textMissing: 'Write at least 5 and at most 4,000 characters.',
  spentWrong: 'Write an amount such as 9800 or 9800.50, or leave it empty.',
  ask: 'This will be published about “{title}”:\n\n{update}\n\n{where}\n{cost}',
  posted: 'The update is published. In a few minutes it stands here: {address}',
  sofar: 'On the site so far',
  nothing: 'Nothing was told about this project yet.',
}
