/**
 * Our own small host: serves a built site and its functions on this machine as Netlify would.
 *
 * Talks to the network of this machine only, and to the functions. Invariant: a fault in a function is
 * answered with 500 and never stops the host. Decided in docs/decisions/0007.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { edge } from '../../adapters/live.ts'
import type { Log } from '../../service/ports-log.ts'
import type { BundledFunction } from './bundle.ts'
import { loadDeploy } from './deploy.ts'
import { answerByFunction, runSchedule, type Invocation, type Running } from './invoke.ts'
import { listen, stopListening } from './listen.ts'
import { readRequest, sendResponse } from './node-http.ts'
import { matchRoute } from './routes.ts'
import { startSchedules } from './schedules.ts'
import { serveStatic } from './static-files.ts'

export type HostOptions = {
  /** A folder that buildSite made. */
  readonly siteDir: string
  readonly functions: readonly BundledFunction[]
  /** 0 takes any free port. */
  readonly port: number
  /** The site's address, as functions are told it; where it listens, unless said. */
  readonly siteUrl?: string
  readonly log?: Log
  /** Whether scheduled functions run at their times too, and not only when they are told; they do, unless said. */
  readonly byTheClock?: boolean
}

export type Host = {
  /** Where it listens: `http://localhost:4321`. */
  readonly url: string
  /** Switches to another built site, with functions imported afresh; what was begun ends on the old one. */
  deploy(next: { readonly siteDir: string }): Promise<void>
  /** Runs a scheduled function now and waits for it. Throws what it throws. */
  runSchedule(name: string): Promise<void>
  /** Ends what was begun, then stops. */
  close(): Promise<void>
}

/** Starts the host. Throws PortBusy where the port is taken. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { siteDir, functions, port, log = edge.log, byTheClock = true } = options
  const deploy = await loadDeploy(siteDir, functions)
  const running = {
    deploy,
    siteUrl: options.siteUrl ?? '',
    log,
    afterwards: new Set<Promise<void>>(),
  }
  const server = createServer((incoming, outgoing) => void serve(running, incoming, outgoing))
  const url = await listen(server, port)
  running.siteUrl ||= url
  Object.assign(process.env, { URL: running.siteUrl, CONTEXT: 'production' })
  const schedules = startSchedules(byTheClock ? functions : [], (name) => runByTime(running, name))
  async function close(): Promise<void> {
    schedules.stop()
    await stopListening(server)
    await Promise.all(running.afterwards)
  }
  return {
    url,
    deploy: async (next) => {
      running.deploy = await loadDeploy(next.siteDir, functions)
    },
    runSchedule: (name) => runSchedule(running, name),
    close,
  }
}

async function serve(
  running: Running,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const visit = { ip: readIp(incoming), requestId: randomUUID() }
  try {
    const request = await readRequest(incoming)
    const response =
      request instanceof Response
        ? request
        : await answer(running, { request, params: {}, ...visit })
    await sendResponse(response, outgoing)
  } catch (fault) {
    if (outgoing.headersSent || incoming.destroyed) outgoing.destroy()
    else outgoing.writeHead(500).end()
    // A visitor who leaves while sending is no fault of ours.
    if (!incoming.destroyed) running.log.fault('host-failed', fault, { request: visit.requestId })
  }
}

async function answer(running: Running, invocation: Invocation): Promise<Response> {
  const { deploy } = running
  const { request } = invocation
  const match = matchRoute(deploy.functions, new URL(request.url).pathname, request.method)
  switch (match.outcome) {
    case 'none':
      return serveStatic(deploy.site, request)
    case 'wrong-method':
      return new Response(null, { status: 405, headers: { Allow: match.allowed.join(', ') } })
    case 'matched':
      return answerByFunction(running, match.function, { ...invocation, params: match.params })
    default:
      return match satisfies never
  }
}

async function runByTime(running: Running, name: string): Promise<void> {
  await runSchedule(running, name).catch((fault: unknown) =>
    running.log.fault('schedule-failed', fault, { function: name }),
  )
}

/** An IPv4 address looks the same whichever way it came in. */
function readIp({ socket }: IncomingMessage): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}
