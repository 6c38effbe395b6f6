/**
 * Faults on the way of one command: at a voter's cast, and at a step of the schedule.
 *
 * Talks to the REST bridge of the run's home. Invariant: what the fault says about being applied is
 * compared with how often the bridge really applied the command.
 */
import { CAST_SCRIPT } from '../../src/adapters/upstash/cast-script.ts'
import {
  CONFIRM_SCRIPT,
  LEASE_SCRIPT,
  RELEASE_SCRIPT,
  STAGE_SCRIPT,
  SURVEY_SCRIPT,
} from '../../src/adapters/upstash/chain-scripts.ts'
import { PIN_RESULT_SCRIPT, TRANSITION_SCRIPT } from '../../src/adapters/upstash/scripts.ts'
import type { BridgeFaultKind } from '../../src/commands/redis/bridge-faults.ts'
import type { Production } from './faults-home.ts'
import type { Place } from './faults-journal.ts'
import { NETWORK_FAULTS, STEPS, type FaultName, type Step } from './faults-names.ts'
import type { Run } from './faults-run.ts'

type NetworkFault = (typeof NETWORK_FAULTS)[number]
type Effect = { readonly kind: BridgeFaultKind; readonly applied: 0 | 1 | 2 }

function refusal(status: number, error: string): Effect {
  return { kind: { status, body: JSON.stringify({ error }) }, applied: 0 }
}

const EFFECTS: Readonly<Record<NetworkFault, Effect>> = {
  'drop before apply': { kind: 'drop-before-apply', applied: 0 },
  'drop after apply': { kind: 'drop-after-apply', applied: 1 },
  duplicate: { kind: 'duplicate', applied: 2 },
  'status 400': refusal(400, 'ERR bad request'),
  'status 401': refusal(401, 'WRONGPASS invalid or missing auth token'),
  'status 429': refusal(429, 'ERR too many requests'),
  'status 500 with JSON': refusal(500, 'ERR internal error'),
  'status 502 with HTML': {
    kind: { status: 502, body: '<h1>Bad Gateway</h1>', contentType: 'text/html' },
    applied: 0,
  },
  'truncated JSON': { kind: 'truncated-json', applied: 1 },
  'empty 200': { kind: 'empty-200', applied: 1 },
  null: { kind: 'null', applied: 1 },
  'wrong type': { kind: 'wrong-type', applied: 1 },
  'over quota': refusal(400, 'ERR max requests limit exceeded. Limit: 500000, Usage: 500000'),
}

export function isNetworkFault(name: FaultName): name is NetworkFault {
  return NETWORK_FAULTS.some((each) => each === name)
}

/** Steps of the schedule that are one command to the store. */
const COMMANDS = STEPS.filter((step) => step !== 'cast' && !step.startsWith('commit'))

/** Arms the fault at a voter's cast and, unless another fault needs the schedule to itself, at one step of it. */
export function armNetwork(run: Run, name: NetworkFault): void {
  const { actor } = run.voter()
  armAt(run, name, { step: 'cast', actor })
  const step = run.names.every(isNetworkFault) ? run.step(COMMANDS) : undefined
  if (step !== undefined) armAt(run, name, { step, actor: 'scheduler-1' })
}

function armAt(run: Run, name: NetworkFault, at: { step: Step; actor: string }): void {
  const { bridge } = productionOf(run)
  const { kind, applied } = EFFECTS[name]
  const place = within(at.step, name === 'duplicate' ? {} : { fails: true })
  strikeCommand(run, { name, ...at, kind, place }, () => {
    // The request that was struck is the newest of the log at this instant.
    const command = bridge.log.at(-1)
    run.claim(() =>
      command?.applied === applied
        ? undefined
        : `"${name}" was applied ${command?.applied} times, not ${applied}`,
    )
  })
}

/** Arms one fault of the bridge at one step of one actor, and notes it in the journal when it strikes. */
export function strikeCommand(
  { world }: Run,
  fault: {
    readonly name: FaultName
    readonly step: Step
    readonly actor: string
    readonly kind: BridgeFaultKind
    readonly place: Place
  },
  onFire: () => void = () => undefined,
): void {
  const { journal, home } = world
  home.production?.bridge.faults.next({
    match: (command) =>
      stepOfCommand(command) === fault.step && journal.inside(fault.step) === fault.actor,
    kind: fault.kind,
    onFire: () => {
      journal.fired(fault.actor, fault.name, fault.place)
      onFire()
    },
  })
}

/** Between the beginning and the end of a step. */
export function within(step: Step, more: Pick<Place, 'fails'> = {}): Place {
  return { after: `${step} begins`, before: `${step} ends`, ...more }
}

export function productionOf({ world }: Run): Production {
  if (world.home.production === undefined) throw new RangeError('this fault needs Redis')
  return world.home.production
}

const SCRIPTS = new Map<string | undefined, Step>([
  [CAST_SCRIPT, 'cast'],
  [LEASE_SCRIPT, 'lease'],
  [RELEASE_SCRIPT, 'release'],
  [SURVEY_SCRIPT, 'survey'],
  [STAGE_SCRIPT, 'stage'],
  [CONFIRM_SCRIPT, 'confirm'],
  [PIN_RESULT_SCRIPT, 'pin'],
])
const CHANGES = new Map<string | undefined, Step>([
  ['closed', 'close'],
  ['sealed', 'seal'],
  ['published', 'publish'],
])

/** Which step a command is; a change of state is known by the state that it leads to. */
function stepOfCommand([, script, , , , to]: readonly string[]): Step | undefined {
  return script === TRANSITION_SCRIPT ? CHANGES.get(to) : SCRIPTS.get(script)
}
