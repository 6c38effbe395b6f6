/**
 * German, the letter and the card with a voting code.
 *
 * Pure. Invariant: what stands on paper is true from the day of printing to the last day of the vote.
 * Decided in docs/decisions/0008.
 */

export const letter = {
  decide: (money: string) =>
    `Es gibt ${money} zu verteilen. Sie entscheiden mit, wofür das Geld ausgegeben wird.`,
  when: 'Wann',
  area: 'Ihr Gebiet',
  code: 'Ihr Stimmcode',
  once: 'Er gilt für einen Stimmzettel. Zeigen Sie ihn niemandem.',
  howTitle: 'So stimmen Sie ab',
  scan: 'Halten Sie die Kamera Ihres Telefons auf das Quadrat.',
  visit: (site: string, button: string) =>
    `Oder öffnen Sie ${site}, wählen Sie „${button}“ und tippen Sie den Code.`,
  choose: 'Wählen Sie Vorschläge, sehen Sie sie durch und legen Sie Ihren Stimmzettel in die Urne.',
  keep: 'Heben Sie die Quittung auf. Mit ihr sehen Sie später, dass Ihr Stimmzettel in der Urne liegt.',
  secretTitle: 'Ihre Stimme ist geheim',
  secret:
    'Der Code zeigt, dass Sie abstimmen dürfen. Was Sie gewählt haben, findet man mit ihm nicht.',
  helpTitle: 'Hilfe oder ein neuer Brief',
  help: (name: string) => `Fragen Sie ${name}. Nennen Sie die Nummer dieses Briefs.`,
  number: 'Brief',
  reserve: 'Reserve',
  sheet: (number: string, of: string) => `Blatt ${number} von ${of}`,
  qr: 'QR-Code, der zum Stimmzettel führt',
}
