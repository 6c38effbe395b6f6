/**
 * Dutch, the desk's room of texts, and the texts themselves: press, posts, e-mail, a notice to hang up.
 *
 * Pure. Invariant: a text says only what the round says, and stays true until its moment is over.
 * Decided in docs/decisions/0008 and 0030.
 */
import { countedProposals } from './numbers.ts'

export const texts = {
  title: 'Teksten',
  lede: 'Teksten voor kranten, buren en indieners, ingevuld vanuit de ronde. Pas ze aan zoals u wilt, en kopieer of druk ze af.',
  choose: 'Kies de ronde',
  noRounds: 'De gemeente heeft nog geen ronde.',
  noTexts:
    'Deze ronde heeft geen oproep voor ideeën en geen stemming, dus er is nog niets aan te kondigen.',
  language: 'Taal van de teksten',
  moment: 'Waar ze over gaan',
  kept: 'Wat u verandert, blijft in dit tabblad tot u het sluit of u afmeldt. De teksten kennen niemands adres.',
  restore: 'Mijn wijzigingen ongedaan maken',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  notCopied:
    'Uw browser heeft de tekst niet gekopieerd. Hij is nu geselecteerd: kopieer met de hand.',
  print: 'Afdrukken',
  paper: 'Brieven en posters',
  letters: 'Brieven met stemcodes, om af te drukken',
  posters: 'Posters van de voorstellen, om af te drukken:',
  laterResult: 'Teksten over de uitslag komen erbij zodra die is gepubliceerd.',
  moments: {
    call: 'De oproep voor ideeën',
    voting: 'De stemming begint',
    last: 'De laatste dagen van de stemming',
    result: 'De uitslag',
  },
  kinds: {
    press: 'Persbericht',
    post: 'Kort bericht',
    story: 'Langer bericht',
    email: 'E-mail aan indieners',
    notice: 'Bericht om op te hangen',
  },
  said: {
    press: (council: string) => `Persbericht, ${council}`,
    subject: (subject: string) => `Onderwerp: ${subject}`,
    hello: 'Beste indieners,',
    bye: 'Met vriendelijke groet',
    voters: (who: string) => `Wie mag stemmen: ${who}`,
    ask: (contact: string) => `Vragen? ${contact}`,
  },
  call: {
    headline: (money: string) => `${money} te verdelen: wat zou u ermee doen?`,
    lead: (title: string, dates: string) => `${title} vraagt om uw ideeën. Stuur ze in: ${dates}.`,
    idea: 'Een idee is genoeg om mee te beginnen. Zeg wat het is, wat het kost en wie er iets aan heeft.',
    most: (money: string) => `Eén voorstel mag hoogstens ${money} kosten.`,
    vote: (dates: string) => `Daarna stemmen de inwoners: ${dates}.`,
    act: 'Stuur een voorstel in',
    subject: (title: string) => `Stuur een voorstel in: ${title}`,
    proposers:
      'Er is geld te verdelen, en niemand kent de buurt beter dan u. Misschien hebt u een idee, of kent u iemand met een idee.',
  },
  voting: {
    headline: (count: number, money: string) =>
      `${countedProposals(count)}, ${money}: inwoners beslissen`,
    lead: (title: string, dates: string) => `Stemming in ${title}: ${dates}.`,
    letter:
      'Iedereen die mag stemmen, krijgt een brief met een stemcode. De code geldt voor één stembiljet.',
    secret: 'Wat iemand kiest, blijft geheim. Iedereen kan de telling controleren.',
    act: 'Lees de voorstellen en stem',
    subject: (title: string) => `Uw voorstel doet mee aan de stemming: ${title}`,
    proposers:
      'Uw voorstel doet mee aan de stemming. Het heeft een eigen pagina op de site, en een poster om af te drukken. Vertel waar het goed voor is, en laat ruimte voor de andere.',
  },
  last: {
    headline: (end: string) => `De stemming eindigt ${end}`,
    lead: (title: string) => `U kunt nog stemmen in ${title}.`,
    lost: 'De stemcode staat in de brief. Kwam er geen brief, of bent u hem kwijt? Vraag ons om een nieuwe.',
    act: 'Stem nu',
    subject: (title: string) => `De laatste dagen van de stemming: ${title}`,
    proposers:
      'Dit zijn de laatste dagen van de stemming. Herinner uw buren eraan: stemmen kost maar een paar minuten.',
  },
  result: {
    lead: (title: string) => `De uitslag van ${title} is bekend.`,
    ballots: (count: number, shown: string) =>
      count === 1 ? 'Er is één stembiljet geteld.' : `Er zijn ${shown} stembiljetten geteld.`,
    chosen: 'Dit hebben de inwoners gekozen:',
    act: 'De hele uitslag, met een reden bij elk voorstel',
    subject: (title: string) => `De uitslag: ${title}`,
    proposers:
      'Dank voor uw voorstel, en dat u ervoor opkwam. Op de site staat bij elk voorstel hoe het afliep, en waarom.',
    next: 'Wie geld krijgt, hoort van ons hoe het verder gaat.',
  },
}
