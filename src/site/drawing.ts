/**
 * Drawings: which picture of the family stands for a theme.
 *
 * Pure. Invariant: every theme has a picture; an unknown word gets the chest.
 * Decided in docs/decisions/0004.
 */

/** The pictures, each with beginnings of words in the languages of the site that call for it. */
const PICTURES = {
  garden:
    'green garden nature allot biodiv tree plant gron natur have groen tuin grun garten umwelt',
  play: 'play child kid school youth young born leg unge skole kind jeugd jong spel schul jugend spiel',
  culture: 'cultur kultur history art museum music musik muziek histor geschied heritage erfgoed',
  movement: 'move movement health sport exercise sund idraet beweg gezond gesund fitness well',
  meeting:
    'meet social commun neighbo bench together volunt faellesskab moede mode fri ontmoet samen buurt gemein treff nachbar',
  light: 'light safe security lys tryg veilig licht sicher night',
  repair:
    'repair reuse climate tool share sharing klima genbrug repara duurz nachhalt cafe circular energy',
  path: 'way traffic mobil road path bike cycl street cykel trafik vej fiets verkeer weg rad strasse access',
  water: 'water harbour sea lake swim bath vand havn bad strand wasser hafen',
} as const

export type Picture = keyof typeof PICTURES | 'chest'

/** Finds the picture for a theme's id. */
export function pictureOf(theme: string | undefined): Picture {
  const words = theme?.split('-') ?? []
  for (const word of words)
    for (const [picture, beginnings] of Object.entries(PICTURES))
      if (beginnings.split(' ').some((beginning) => word.startsWith(beginning)))
        return isPicture(picture) ? picture : 'chest'
  return 'chest'
}

/** Whether a proposal's picture is turned round, so that two of one theme do not look the same. */
export function isTurned(id: string): boolean {
  return [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 1
}

function isPicture(name: string): name is keyof typeof PICTURES {
  return name in PICTURES
}
