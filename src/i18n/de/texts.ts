/**
 * German, the desk's room of texts, and the texts themselves: press, posts, e-mail, a notice to hang up.
 *
 * Pure. Invariant: a text says only what the round says, and stays true until its moment is over.
 * Decided in docs/decisions/0008 and 0030.
 */
import { countedProposals } from './numbers.ts'

export const texts = {
  title: 'Texte',
  lede: 'Texte für Zeitungen, Nachbarn und Vorschlagende, aus der Runde ausgefüllt. Ändern Sie sie nach Wunsch, dann kopieren oder drucken Sie sie.',
  choose: 'Runde wählen',
  noRounds: 'Die Gemeinde hat noch keine Runde.',
  noTexts:
    'Diese Runde hat weder einen Aufruf für Ideen noch eine Abstimmung. Es gibt noch nichts anzukündigen.',
  language: 'Sprache der Texte',
  moment: 'Worum es geht',
  kept: 'Was Sie ändern, bleibt in diesem Tab, bis Sie ihn schließen oder sich abmelden. Die Texte kennen keine Adressen.',
  restore: 'Meine Änderungen zurücknehmen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied:
    'Ihr Browser hat den Text nicht kopiert. Er ist jetzt markiert: Kopieren Sie ihn von Hand.',
  print: 'Drucken',
  paper: 'Briefe und Plakate',
  letters: 'Briefe mit Stimmcodes, zum Drucken',
  posters: 'Plakate der Vorschläge, zum Drucken:',
  laterResult: 'Texte zum Ergebnis kommen dazu, sobald es veröffentlicht ist.',
  moments: {
    call: 'Der Aufruf für Ideen',
    voting: 'Die Abstimmung beginnt',
    last: 'Die letzten Tage der Abstimmung',
    result: 'Das Ergebnis',
  },
  kinds: {
    press: 'Pressemitteilung',
    post: 'Kurzer Beitrag',
    story: 'Längerer Beitrag',
    email: 'E-Mail an die Vorschlagenden',
    notice: 'Aushang',
  },
  said: {
    press: (council: string) => `Pressemitteilung, ${council}`,
    subject: (subject: string) => `Betreff: ${subject}`,
    hello: 'Liebe Vorschlagende,',
    bye: 'Freundliche Grüße',
    voters: (who: string) => `Wer abstimmen darf: ${who}`,
    ask: (contact: string) => `Fragen? ${contact}`,
  },
  call: {
    headline: (money: string) => `${money} zu verteilen: Was würden Sie damit tun?`,
    lead: (title: string, dates: string) =>
      `${title} fragt nach Ihren Ideen. Reichen Sie sie ein: ${dates}.`,
    idea: 'Für den Anfang genügt eine Idee. Sagen Sie, was es ist, was es kostet und wer etwas davon hat.',
    most: (money: string) => `Ein Vorschlag darf höchstens ${money} kosten.`,
    vote: (dates: string) => `Danach stimmen die Menschen hier ab: ${dates}.`,
    act: 'Vorschlag einreichen',
    subject: (title: string) => `Reichen Sie einen Vorschlag ein: ${title}`,
    proposers:
      'Es gibt Geld zu verteilen, und niemand kennt den Ort besser als Sie. Vielleicht haben Sie eine Idee oder kennen jemanden mit einer Idee.',
  },
  voting: {
    headline: (count: number, money: string) =>
      `${countedProposals(count)}, ${money}: Sie entscheiden`,
    lead: (title: string, dates: string) => `Abstimmung in ${title}: ${dates}.`,
    letter:
      'Alle, die abstimmen dürfen, bekommen einen Brief mit einem Stimmcode. Der Code gilt für einen Stimmzettel.',
    secret: 'Was jemand wählt, bleibt geheim. Die Auszählung kann jeder nachprüfen.',
    act: 'Vorschläge lesen und abstimmen',
    subject: (title: string) => `Ihr Vorschlag steht zur Abstimmung: ${title}`,
    proposers:
      'Ihr Vorschlag steht zur Abstimmung. Er hat eine eigene Seite auf der Website und ein Plakat zum Drucken. Erzählen Sie, wozu er gut ist, und lassen Sie den anderen Raum.',
  },
  last: {
    headline: (end: string) => `Die Abstimmung endet: ${end}`,
    lead: (title: string) => `Noch können Sie abstimmen: ${title}.`,
    lost: 'Der Stimmcode steht im Brief. Kam kein Brief, oder ist er verloren? Bitten Sie uns um einen neuen.',
    act: 'Jetzt abstimmen',
    subject: (title: string) => `Die letzten Tage der Abstimmung: ${title}`,
    proposers:
      'Das sind die letzten Tage der Abstimmung. Erinnern Sie Ihre Nachbarn daran: Es dauert nur wenige Minuten.',
  },
  result: {
    lead: (title: string) => `Das Ergebnis steht fest: ${title}.`,
    ballots: (count: number, shown: string) =>
      count === 1 ? 'Ein Stimmzettel wurde gezählt.' : `${shown} Stimmzettel wurden gezählt.`,
    chosen: 'Das wurde gewählt:',
    act: 'Das ganze Ergebnis, mit einem Grund für jeden Vorschlag',
    subject: (title: string) => `Das Ergebnis: ${title}`,
    proposers:
      'Danke für Ihren Vorschlag und dafür, dass Sie für ihn eingetreten sind. Auf der Website steht bei jedem Vorschlag, wie er abschnitt und warum.',
    next: 'Wer Geld bekommt, hört von uns, wie es weitergeht.',
  },
}
