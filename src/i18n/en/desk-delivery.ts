/**
 * English, the desk's room Delivery: what became of funded projects. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008, 0018 and 0031.
 */
export const deskDelivery = {
  heading: 'Delivery',
  lede: 'Tell residents what became of the funded projects: what happened, what was spent, and when it is done.',
  none: 'This round has no project to tell of yet. Projects come here once its result is published.',
  proposal: 'Project',
  date: 'Day it is about',
  text: 'What has happened',
  textHint: 'Write for residents. Paragraphs, lists and links may be in Markdown.',
  spent: 'Money spent so far (optional)',
  spentHint: 'All money spent on it up to that day, such as 9800 or 9800.50.',
  done: 'The project is done',
  where:
    'It will stand on the page of the project, on the page of the result, and in the news feed.',
  posted: 'The update is published. In a few minutes it stands here: {address}',
  sofar: 'On the site so far',
  nothing: 'Nothing was told about this project yet.',
  add: 'Post an update',
  changeOne: 'Change an update',
  pictureKept: 'This update has a picture. Choose a file only to put another one in its place.',
  pictureMissing: 'Choose the picture too, or empty its text.',
  pictureTold: 'Picture: {alt}',
  kept: 'What you typed before is here again. A picture must be chosen again.',
}
