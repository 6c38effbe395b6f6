/**
 * A throw-away Redis for the tests, installed where it is missing and possible.
 * Talks to: apt-get (only as root on Debian or Ubuntu), and redis-server or valkey-server.
 * Invariant: a test that needs Redis gets a real one or one clear error, never a silent skip, and
 * no server outlives the process that started it, however that process dies.
 */
import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

export type RedisOptions = {
  /** Write every command to disk before answering, so that a kill loses nothing. */
  appendOnly?: boolean
  /** Keep the data here, for a restart; by default a temporary folder, gone after `stop`. */
  dir?: string
  port?: number
}

export type RedisServer = { port: number; pid: number; stop(): Promise<void> }

const run = promisify(execFile)
const BINARIES = ['redis-server', 'valkey-server']
const READY_WITHIN_MS = 15_000

/** Folders of servers nobody stopped: removed when this process ends in an orderly way. */
const leftovers = new Set<string>()
process.once('exit', () => {
  for (const dir of leftovers) rmSync(dir, { recursive: true, force: true })
})

/**
 * Runs under flock, so a second worker waits and then finds the binary there. The policy file is
 * Debian's own way to install a daemon without starting it; one that exists already is left alone.
 */
const INSTALL = `
command -v redis-server >/dev/null && exit 0
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' >"$policy" && chmod 755 "$policy"
fi
apt-get update -qq && apt-get install -y -qq --no-install-recommends redis-server
`

/**
 * Redis dies with us: the watcher's read ends when our end of the pipe closes, even on SIGKILL. When
 * Redis goes first the watcher is stopped, lest it later kill whoever inherits the process id.
 */
const GUARD = `
exec 3<&0
"$@" 3<&- </dev/null >/dev/null 2>&1 &
server=$!
echo "$server"
exec >/dev/null 2>&1
(read -r _ <&3; kill -9 "$server") &
watcher=$!
wait "$server"
kill "$watcher"
`

/** The path of a Redis server, after installing one if need be. */
export async function ensureRedis(): Promise<string> {
  const found = findBinary()
  if (found) return found
  if (!canInstall()) {
    throw new Error(
      'The tests need Redis: install redis-server or valkey-server (on Debian or Ubuntu: ' +
        '"sudo apt-get install redis-server", on macOS: "brew install redis") and run them again.',
    )
  }
  await install()
  const installed = findBinary()
  if (!installed) throw new Error('apt-get installed redis-server, but it is not on the PATH.')
  return installed
}

export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const binary = await ensureRedis()
  const dir = options.dir ?? (await temporaryDir())
  await mkdir(dir, { recursive: true })
  // Another process may take the free port between our look and the start, hence a few tries.
  for (let triesLeft = options.port === undefined ? 5 : 1; ; triesLeft -= 1) {
    const port = options.port ?? (await freePort())
    const { child, pid } = await launch(binary, port, dir, options.appendOnly ?? false)
    if (await isReady(child, port)) {
      return { port, pid, stop: () => stopServer(child, pid, dir) }
    }
    if (triesLeft <= 1) throw await startFailure(child, dir, port)
  }
}

async function temporaryDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'common-chest-redis-'))
  leftovers.add(dir)
  return dir
}

function findBinary(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = BINARIES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

async function install(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const lock = join(tmpdir(), 'common-chest-apt.lock')
  try {
    await run('flock', [lock, 'sh', '-c', INSTALL], { env, maxBuffer: 16 * 1024 * 1024 })
  } catch (error) {
    throw new Error(
      'The tests need Redis, and installing it with apt-get failed: try "apt-get update" and ' +
        '"apt-get install redis-server" by hand to see why.',
      { cause: error },
    )
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port was found.')
  return address.port
}

async function launch(binary: string, port: number, dir: string, appendOnly: boolean) {
  const settings = { bind: '127.0.0.1', port, dir, daemonize: 'no', logfile: join(dir, 'log') }
  const persistence = appendOnly
    ? { save: '', appendonly: 'yes', appendfsync: 'always' }
    : { save: '', appendonly: 'no' }
  const flags = Object.entries({ ...settings, ...persistence }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ])
  const child = spawn('sh', ['-c', GUARD, 'redis-guard', binary, ...flags], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const [firstOutput] = await once(child.stdout, 'data')
  child.stdout.destroy()
  // Neither the guard nor its pipe may keep a finished test run from exiting.
  child.unref()
  return { child, pid: Number(String(firstOutput).trim()) }
}

async function isReady(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline && !hasEnded(child)) {
    if (await answersPing(port)) {
      // A foreign Redis on this port would answer as well; ours would by then have given up.
      await wait(30)
      return !hasEnded(child)
    }
    await wait(20)
  }
  return false
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** While it still loads its file, Redis answers with an error, which counts as not ready. */
async function answersPing(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    socket.setTimeout(1000, () => socket.destroy(new Error('no answer')))
    socket.write('PING\r\n')
    const [answer] = await once(socket, 'data')
    return String(answer).startsWith('+PONG')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function startFailure(child: ChildProcess, dir: string, port: number): Promise<Error> {
  child.stdin?.destroy()
  const log = await readFile(join(dir, 'log'), 'utf8').catch(() => '')
  return new Error(`Redis did not start on port ${port}. Its last words: ${log.slice(-400)}`)
}

/** Politely first, so that an append-only file is complete. A server already killed is no error. */
async function stopServer(child: ChildProcess, pid: number, dir: string): Promise<void> {
  child.ref()
  if (!hasEnded(child)) {
    const ended = once(child, 'exit')
    process.kill(pid, 'SIGTERM')
    const outcome = await Promise.race([ended, wait(5000, 'late' as const, { ref: false })])
    // Closing the pipe makes the guard kill what is left.
    child.stdin?.destroy()
    if (outcome === 'late') await ended
  }
  child.stdin?.destroy()
  if (leftovers.delete(dir)) await rm(dir, { recursive: true, force: true })
}
