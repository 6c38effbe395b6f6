/**
 * "Find my receipt": the page that looks up a receipt in the published list.
 *
 * Talks to the page and to what stands in its address after #, which no browser sends. A classic script, so
 * that it also runs from a saved page. Invariant: that of tool-page.ts. Decided in docs/decisions/0013.
 */
import { lookUpInBoxes, type Looked } from './look-up-receipt.ts'
import { readReceiptText } from './receipt-text.ts'
import { part, startTool, type Outcome, type ToolPage } from './tool-page.ts'

async function find(page: ToolPage): Promise<Outcome> {
  const given = readReceiptText(page.typed('receipt'))
  if (given === undefined) return 'malformed'
  const round = page.root.dataset['round'] ?? ''
  const looked = await lookUpInBoxes(round, given, await page.files())
  page.fill('entry', looked.entry ?? '')
  page.fill('reason', looked.reason ?? '')
  return blocksOf(looked)
}

function blocksOf({ found, signature, head }: Looked): Outcome {
  const headBlock = head === undefined ? [] : [head ? 'head-holds' : 'head-differs']
  return [found, ...(signature ? [signature] : []), ...headBlock]
}

/** A link from the receipt page brings receipt, signature and head along. */
function fillFromAddress(): void {
  const field = part(document.body, '#receipt')
  if (location.hash.includes('R=') && field instanceof HTMLTextAreaElement)
    field.value = [...new URLSearchParams(location.hash.slice(1)).values()].join('\n')
}

startTool('find-receipt', find)
fillFromAddress()
