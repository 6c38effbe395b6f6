/**
 * The kiosk page: one voter after the other at one device, each from the start.
 *
 * Talks to the page and the server. Invariant: with the start, every part of the page is a fresh one, so that
 * nothing of the last voter is left; a ballot whose answer never came is not covered or cleared by itself.
 * Decided in docs/decisions/0027.
 */
import { $cast, $choices, $fields } from './ballot-store.ts'
import { KioskBallot } from './kiosk-ballot.ts'
import { fillReceipt } from './kiosk-receipt.ts'
import { listenForScans, type Scan } from './kiosk-scan.ts'
import { askKiosk, type KioskState } from './kiosk-state.ts'
import { leadNowhere, takeKioskPage, type KioskPage } from './kiosk-page.ts'

type Place = 'start' | 'vote' | 'receipt'

const SECOND = 1000
/** Without a touch or a key, and how much of it is counted down on the screen. */
const IDLE = 60
const WARNED = 20
const LOOK = 60 * SECOND
const LOOK_IN_TROUBLE = 5 * SECOND

/** As it was built: what every voter begins with. */
const home = takeKioskPage(document)
let place: Place = 'start'
let state: KioskState | 'wait' = 'wait'
/** A code that was scanned before its voter said which area it is of. */
let scanned = ''
let touchedAt = performance.now()
let looking = 0
/** Why voting is paused, where it is. */
let pauseReason = ''

customElements.define('kiosk-ballot', KioskBallot)
document.documentElement.dataset['script'] = ''
for (const event of ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'])
  document.addEventListener(event, touch, { passive: true, capture: true })
document.addEventListener('click', press)
document.addEventListener('kiosk-afresh', begin)
document.addEventListener('kiosk-away', () => turn('away'))
document.addEventListener('kiosk-recorded', (event) => {
  if (event instanceof CustomEvent) showReceipt(event.detail)
})
window.addEventListener('offline', () => turn('away'))
window.addEventListener('online', () => void look())
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) begin()
})
listenForScans(takeScan)
$cast.listen(show)
leadNowhere()
window.setInterval(tick, SECOND)
void look()

/** Asks the server how it stands, now and again. */
async function look(): Promise<void> {
  window.clearTimeout(looking)
  const { state: now, reason = '' } = await askKiosk(main().dataset['state'] ?? '')
  pauseReason = reason
  turn(now)
}

function turn(now: KioskState): void {
  const before = state
  state = now
  window.clearTimeout(looking)
  looking = window.setTimeout(() => void look(), now === 'open' ? LOOK : LOOK_IN_TROUBLE)
  if (before === now) return
  show()
  if (before !== 'wait') focusHeading()
}

/** The screen that is seen: trouble covers all but a receipt, and a ballot of which nobody knows. */
function screen(): string {
  return state === 'open' || staysAsItIs() ? place : state
}

/** A receipt, and a ballot that may be in the box already, stand until whoever is there is done. */
function staysAsItIs(): boolean {
  return place === 'receipt' || isOnItsWay()
}

function isOnItsWay(): boolean {
  const { step } = $cast.get()
  return step === 'sending' || step === 'unconfirmed'
}

function show(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-screen]'))
    part.hidden = part.dataset['screen'] !== screen()
  for (const spot of document.querySelectorAll('[data-fill="pause-reason"]'))
    spot.textContent = pauseReason
  for (const button of document.querySelectorAll<HTMLElement>('[data-act="over"]'))
    button.hidden = screen() !== 'vote' || isOnItsWay()
  for (const menu of document.querySelectorAll<HTMLElement>('[data-languages]'))
    menu.hidden = staysAsItIs()
}

function go(to: Place): void {
  place = to
  touch()
  show()
  focusHeading()
}

function focusHeading(): void {
  window.scrollTo(0, 0)
  const shown = document.querySelector('[data-screen]:not([hidden])')
  const headings = [...(shown?.querySelectorAll<HTMLElement>('h1') ?? [])]
  headings.find((each) => each.checkVisibility())?.focus()
}

/** The start, with nothing of whoever was here. */
function begin(): void {
  $cast.set({ step: 'choosing' })
  $choices.set([])
  $fields.set([])
  scanned = ''
  home.show()
  leadNowhere()
  go('start')
  void look()
}

/**
 * Another language, or the ballot of an area: the same page of the site, put in the place of this one; not of a
 * later one, and not once the ballot was sent.
 */
async function swap(address: string, to: Place): Promise<void> {
  const asked = document.body
  const page = await loadPage(address)
  if (asked !== document.body || staysAsItIs()) return
  if (page === undefined) return turn('away')
  const code = ballot()?.code ?? scanned
  page.show()
  leadNowhere()
  if (code !== '' && ballot() !== null) {
    ballot()?.takeCode(code)
    scanned = ''
  }
  go(to)
  tellScanned()
}

async function loadPage(address: string): Promise<KioskPage | undefined> {
  try {
    const response = await fetch(address)
    if (!response.ok) return undefined
    return takeKioskPage(new DOMParser().parseFromString(await response.text(), 'text/html'))
  } catch {
    return undefined
  }
}

function press(event: MouseEvent): void {
  const part = event.target instanceof Element ? event.target.closest('a, button') : null
  if (part instanceof HTMLAnchorElement) {
    event.preventDefault()
    if (part.dataset['swap'] === 'language') void swap(part.href, place)
    else if (part.dataset['swap'] === 'area') void swap(part.href, 'vote')
    else if (part.hash !== '') document.querySelector<HTMLElement>(part.hash)?.focus()
  }
  const act = part instanceof HTMLButtonElement ? part.dataset['act'] : undefined
  if (act === 'begin') go('vote')
  else if (act === 'over' || act === 'done') begin()
}

/** A code is taken before and while somebody chooses; later it could only be another person's, and does nothing. */
function takeScan({ code, letters, inField }: Scan): boolean {
  const isTaken = screen() === 'start' || (screen() === 'vote' && $cast.get().step === 'choosing')
  if (!isTaken) return !inField
  if (ballot() === null) return keepScan(code)
  const isStart = place === 'start'
  if (code === undefined && !inField && !isStart) return false
  if (isStart) go('vote')
  if (code === undefined) {
    ballot()?.refuseCode(letters)
    return true
  }
  ballot()?.takeCode(code)
  return true
}

/** Where the area comes first, the code waits for it, no longer than anything waits for a voter. */
function keepScan(code: string | undefined): boolean {
  if (code === undefined) return false
  scanned = code
  touch()
  tellScanned()
  return true
}

function tellScanned(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-scanned]'))
    line.textContent = scanned === '' ? '' : (line.dataset['scanned'] ?? '')
}

function showReceipt(recorded: Parameters<typeof fillReceipt>[0]): void {
  fillReceipt(recorded, ballot()?.dataset['receipt'] ?? '')
  ballot()?.remove()
  $choices.set([])
  $fields.set([])
  $cast.set({ step: 'choosing' })
  go('receipt')
}

function touch(): void {
  touchedAt = performance.now()
  const dialog = countdown()
  if (dialog?.open) dialog.close()
}

/** Counts down where nobody is; whoever touches anything has the whole time again. */
function tick(): void {
  if ((place === 'start' && scanned === '') || isOnItsWay()) return
  const left = IDLE - Math.floor((performance.now() - touchedAt) / SECOND)
  if (left <= 0) return begin()
  const dialog = countdown()
  if (left > WARNED || dialog === null) return
  for (const spot of dialog.querySelectorAll('[data-left]')) spot.textContent = String(left)
  if (!dialog.open) dialog.showModal()
}

function main(): HTMLElement {
  return document.querySelector<HTMLElement>('main') ?? document.body
}

function ballot(): KioskBallot | null {
  return document.querySelector<KioskBallot>('kiosk-ballot')
}

function countdown(): HTMLDialogElement | null {
  return document.querySelector('dialog')
}
