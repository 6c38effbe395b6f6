import { describe, expect, test } from 'vitest'
import { dictionary } from '../../src/i18n/dictionary.ts'
import { titleWithin } from '../../src/site/result-context.ts'
import { aProposal, aRound, aRoundPage } from './site-data.ts'

function within(title: string): string {
  const fence = aProposal('fence', { title })
  return titleWithin({ page: aRoundPage(aRound(), [fence]) }, fence.id)
}

describe('titleWithin', () => {
  test.each(['The fence', 'Øen på Søndergade 4', '🌳 Trees, “old” ones', '木のベンチ'])(
    'leaves %s as it is',
    (title) => {
      expect(within(title)).toBe(title)
    },
  )

  test.each(['גדר חדשה (2)', 'سياج جديد', 'Iftar إفطار 2026', '𞤀𞤣𞤤𞤢𞤥'])(
    'keeps the order of %s apart from that of its sentence',
    (title) => {
      expect(within(title)).toBe(`\u2068${title}\u2069`)
      expect(dictionary('en').reasons.excluded(within(title))).toContain(`\u2068${title}\u2069`)
    },
  )
})
