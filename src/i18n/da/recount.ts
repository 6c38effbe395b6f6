/**
 * Danish, the recount in the browser: what it does, and what it found.
 *
 * Pure. Invariant: says what differs, never who is to blame. Decided in docs/decisions/0008.
 */
export const recount = {
  reading: 'Henter de offentliggjorte filer',
  counting: 'Tæller',
  step: (step: string) => `Tæller, trin ${step}`,
  agrees: (count: number, ballots: string) =>
    count === 1
      ? 'Talt igen: 1 stemmeseddel. De samme forslag vinder.'
      : `Talt igen: ${ballots} stemmesedler. De samme forslag vinder.`,
  agreesSums: (ballots: string) =>
    `Talt igen ud fra summerne af ${ballots} stemmesedler. De samme forslag vinder.`,
  digest: 'Fingeraftrykket er det, der står på denne side.',
  differs: 'Talt igen, og noget stemmer ikke:',
  notCounted:
    'Hvor stemmesedlerne ikke er offentliggjort, kan denne regel ikke tælles igen. Filerne passer sammen.',
  failed: 'De offentliggjorte filer nåede ikke frem. Prøv igen senere.',
  differences: {
    outcome: 'Optællingen giver et andet udfald end det offentliggjorte.',
    sideBySide: 'Det, der står om den anden regel, er ikke det, den regel giver.',
    ballots: (said: string, found: string) =>
      `Resultatet taler om ${said} stemmesedler, i filerne er der ${found}.`,
    blank: (said: string, found: string) =>
      `Resultatet taler om ${said} blanke stemmesedler, i filerne er der ${found}.`,
    limits: (count: number, ballots: string) =>
      count === 1
        ? 'Én stemmeseddel kan ikke være afgivet sådan.'
        : `${ballots} stemmesedler kan ikke være afgivet sådan.`,
    commitments: (count: number, ballots: string) =>
      count === 1
        ? 'Én stemmeseddel er ikke den, der blev lagt i kassen.'
        : `${ballots} stemmesedler er ikke dem, der blev lagt i kassen.`,
    pabulibBallots: (file: string) => `I ${file} er der andre stemmesedler end i ballots.csv.`,
    pabulibPaper: (file: string) =>
      `I ${file} er regel, beløb eller grænser andre end i paper.json, eller priser, tal eller vindere er andre.`,
    certificate: (file: string) => `${file} passer ikke til stemmesedlerne.`,
    paper: 'paper.json er ikke det, der blev stemt om.',
    rule: 'result.json nævner en anden regel end den, der blev stemt efter.',
    missing: (file: string) => `${file} mangler.`,
    receipts: (found: string, expected: string) =>
      `Der er ${found} kvitteringer til ${expected} stemmesedler.`,
    receiptTwice: 'En kvittering står to gange i receipts.csv.',
    sheet: 'I results.csv står der noget andet end i result.json.',
    resultChanged: 'result.json er ikke den, der blev offentliggjort: Fingeraftrykket er et andet.',
    unreadable: 'I en af filerne står der noget, som ikke hører til der, så den kan ikke tælles.',
  },
}
