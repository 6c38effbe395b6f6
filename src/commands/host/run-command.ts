/**
 * Running a command: its faults as a person at a terminal should read them.
 *
 * Talks to the terminal. Invariant: a fault that the person can mend is told in its own sentence, and
 * every other with all that a developer needs. Decided in docs/decisions/0007.
 */

/** Faults whose message is written for the person who started the command. */
const SPOKEN = new Set([
  'BuildFailed',
  'ContentError',
  'CsvError',
  'NoSite',
  'NotConfigured',
  'NotCountable',
  'PabulibError',
  'PortBusy',
  'Refused',
  'UnreadableFile',
  'WrongSetting',
])

/** Runs it; a fault is printed and makes the process end with 1. `usage` answers words it does not know. */
export async function runCommand(command: () => Promise<void>, usage?: string): Promise<void> {
  try {
    if (usage !== undefined && process.argv.includes('--help')) console.log(usage)
    else await command()
  } catch (fault) {
    console.error(usage !== undefined && isUnknownOption(fault) ? usage : describeFault(fault))
    process.exitCode = 1
  }
}

function isUnknownOption(fault: unknown): boolean {
  return (
    fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS')
  )
}

/** A fault as text for the terminal. */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const isMissingFile = 'code' in fault && fault.code === 'ENOENT'
  if (isMissingFile) return fault.message
  return SPOKEN.has(fault.name) ? fault.message : (fault.stack ?? fault.message)
}

/** Calls back once, when the person asks the command to stop. */
export function onStop(stop: () => Promise<void>): void {
  function once(): void {
    process.off('SIGINT', once).off('SIGTERM', once)
    void runCommand(stop).then(() => process.exit())
  }
  process.on('SIGINT', once).on('SIGTERM', once)
}

/** A setting of the command that the person can mend. */
class WrongSetting extends Error {
  override readonly name = 'WrongSetting'
}

/** The port from PORT, or 4321. Throws WrongSetting where it is none. */
export function readPort(text: string | undefined): number {
  const port = Number(text || 4321)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new WrongSetting(`PORT must be a number between 1 and 65535, not "${text}"`)
}
