/**
 * "Was my code used?": the page that looks up a voting code in the published lists.
 *
 * Talks to the page. A classic script, so that it also runs from a saved page. Invariant: that of
 * tool-page.ts; the code is in nothing that leaves this file. Decided in docs/decisions/0013.
 */
import { boxFiles } from '../domain/box-files.ts'
import { codeState, readCodes, type CodeState } from '../domain/published-codes.ts'
import { isToken, readTyped } from '../domain/token.ts'
import { startTool, type Outcome, type ToolPage } from './tool-page.ts'

async function lookUp(page: ToolPage): Promise<Outcome> {
  const token = readTyped(page.typed('token'))
  if (!isToken(token)) return 'malformed'
  const round = page.root.dataset['round'] ?? ''
  const states = boxFiles(await page.files()).map(({ files }) => {
    const codes = readCodes({
      issued: files.get('issued.csv') ?? '',
      used: files.get('used.txt') ?? '',
      markKey: files.get('mark-key.txt') ?? '',
    })
    return codeState(round, token, codes)
  })
  return [STATES.find((state) => states.includes(state)) ?? 'unknown']
}

/** A code is of one box; what any box knows of it counts. */
const STATES: readonly CodeState[] = ['used', 'revoked', 'unused']

startTool('code-used', lookUp)
