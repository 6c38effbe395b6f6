/**
 * Sends a proposal without leaving its page before it has arrived: nothing that was typed or chosen is lost.
 *
 * Talks to the function of the form. Invariant: an answer that never came is never taken for a yes; whoever comes
 * back to a form that has arrived finds it empty; without script the form sends itself. Decided in
 * docs/decisions/0029.
 */
import { clearErrors, showErrors, type Fault } from './error-summary.ts'
import { PictureField } from './picture-field.ts'

/** Longer than the function may take, with a slow way to it. */
const PATIENCE = 90_000

function start(form: HTMLFormElement): void {
  const within = form.closest('main') ?? form
  const { silentTitle = '', silent = '' } = form.dataset
  let isSending = false
  let isSent = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (isSending) return
    isSending = true
    form.setAttribute('aria-busy', 'true')
    clearErrors(within)
    void send(form)
      .catch(() => ({ title: silentTitle, faults: [{ sentence: silent }] }))
      .then((refused) => {
        if (refused) showErrors(within, refused.title, refused.faults)
        isSent = refused === undefined
        isSending = isSent
        form.removeAttribute('aria-busy')
      })
  })
  window.addEventListener('pageshow', () => {
    if (!isSent) return
    // What was typed while the next page came, and whoever proposes something else.
    form.reset()
    isSending = false
    isSent = false
  })
}

type Refused = { readonly title: string; readonly faults: readonly Fault[] }

/** Goes to the private page where it has arrived; else answers why not. */
async function send(form: HTMLFormElement): Promise<Refused | undefined> {
  for (const field of form.querySelectorAll('picture-field'))
    if (field instanceof PictureField) await field.ready
  const response = await fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new FormData(form),
    signal: AbortSignal.timeout(PATIENCE),
  })
  const body = await response.json()
  if (response.ok) {
    // Browsers put back what stood in a form, also for the next person at the same screen.
    form.reset()
    location.assign(`${new URL(body.link).pathname}?received`)
    return undefined
  }
  const { title = '', detail = '', errors = [] } = body
  const faults: readonly Fault[] = errors
  return { title, faults: faults.length > 0 ? faults : [{ sentence: detail }] }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send]')) start(form)
