/**
 * A local stand-in for the Upstash REST service, over a real Redis, with faults on order.
 * Talks to: @upstash/redis (its HTTP protocol, as version 1.39 speaks it) and a Redis on loopback.
 * Invariant: without a fault every answer is what Upstash would send for the same command; with one,
 * whether the command was applied is fixed by the fault's kind alone, never by what the client does.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient, ErrorReply, MultiErrorReply } from 'redis'
import { createFaultQueue, drop, isSpoiled, spoil } from './bridge-faults.ts'
import type { BridgeFaultKind, FaultQueue, Item, Reply } from './bridge-faults.ts'

export type BridgeOptions = { redisPort: number; token: string }

/** One command the client sent. `applied` says how often Redis ran it: 0, 1, or 2 when doubled. */
export type LoggedCommand = { name: string; arguments: number; bytes: number; applied: number }

export type Bridge = {
  url: string
  token: string
  faults: FaultQueue<BridgeFaultKind, string[]>
  log: LoggedCommand[]
  /** Calls per command since Redis started, those inside scripts included: what Upstash bills. */
  commandCounts(): Promise<Record<string, number>>
  /** Resolves once no request is under way, late ones included. `stop` waits for it as well. */
  idle(): Promise<void>
  stop(): Promise<void>
}

type Redis = Awaited<ReturnType<typeof connectRedis>>
type Context = { redis: Redis; token: string; faults: Bridge['faults']; log: LoggedCommand[] }
type Call = { atomic: boolean; single: boolean; commands: string[][]; records: LoggedCommand[] }

export async function startBridge(options: BridgeOptions): Promise<Bridge> {
  const redis = await connectRedis(options.redisPort)
  const faults = createFaultQueue<BridgeFaultKind, string[]>()
  const log: LoggedCommand[] = []
  const context = { redis, token: options.token, faults, log }
  const underWay = new Set<Promise<void>>()
  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay)
  }
  const server = createServer((request, response) => {
    const handling = handle(context, request, response).finally(() => underWay.delete(handling))
    underWay.add(handling)
  }).listen(0, '127.0.0.1')
  // An idle connection is the client's to close: closed here it could meet a command on its way.
  server.keepAliveTimeout = 0
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = async () => {
    const closed = once(server, 'close')
    server.close()
    await idle()
    server.closeAllConnections()
    await closed
    redis.destroy()
  }
  const commandCounts = () => countCommands(redis)
  const url = `http://127.0.0.1:${port}`
  return { url, token: options.token, faults, log, commandCounts, idle, stop }
}

/** RESP 2, because Upstash answers maps as flat lists; and no queue, so a dead Redis is an error. */
async function connectRedis(port: number) {
  const socket = { host: '127.0.0.1', port }
  const client = createClient({ socket, RESP: 2, disableOfflineQueue: true })
  // Each failed command is reported by its own answer; without a listener Node would end the test.
  client.on('error', () => undefined)
  return client.connect()
}

async function handle(context: Context, request: IncomingMessage, response: ServerResponse) {
  try {
    const body = await text(request)
    if (request.headers.authorization !== `Bearer ${context.token}`) {
      return send(
        response,
        401,
        JSON.stringify({ error: 'WRONGPASS invalid or missing auth token' }),
      )
    }
    const call = readCall(request, body)
    if (!call) return send(response, 400, JSON.stringify({ error: 'ERR failed to parse command' }))
    context.log.push(...call.records)
    const asBase64 = request.headers['upstash-encoding'] === 'base64'
    await answer(context, call, response, asBase64)
  } catch (error) {
    // The client left while it was still sending, or Redis is gone.
    if (response.headersSent || response.destroyed) return
    send(response, 500, JSON.stringify({ error: String(error) }))
  }
}

function readCall(request: IncomingMessage, body: string): Call | undefined {
  const path = request.url?.split('?')[0]
  const kinds = ['/', '/pipeline', '/multi-exec']
  if (request.method !== 'POST' || path === undefined || !kinds.includes(path)) return undefined
  const single = path === '/'
  const parsed = parseJson(body)
  const list = single ? [parsed] : parsed
  if (!Array.isArray(list) || list.length === 0 || !list.every(isCommand)) return undefined
  const commands = list.map((command) => command.map(String))
  return { atomic: path === '/multi-exec', single, commands, records: commands.map(record) }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function isCommand(value: unknown): value is (string | number | boolean)[] {
  const scalar = (part: unknown) => ['string', 'number', 'boolean'].includes(typeof part)
  return Array.isArray(value) && value.length > 0 && value.every(scalar)
}

function record(command: string[]): LoggedCommand {
  const bytes = command.reduce((sum, part) => sum + Buffer.byteLength(part), 0)
  const name = (command[0] ?? '').toUpperCase()
  return { name, arguments: command.length - 1, bytes, applied: 0 }
}

async function answer(context: Context, call: Call, response: ServerResponse, asBase64: boolean) {
  const fault = context.faults.take(call.commands)
  if (fault === 'drop-before-apply') return drop(response)
  if (typeof fault === 'object') {
    if ('status' in fault) return send(response, fault.status, fault.body, fault.contentType)
    if ('delayMs' in fault) await wait(fault.delayMs)
    if ('before' in fault) await fault.before()
    if ('then' in fault && fault.then === 'drop') return drop(response)
  }
  let reply = await apply(context.redis, call)
  if (fault === 'duplicate') reply = await apply(context.redis, call)
  if (fault === 'drop-after-apply') return drop(response)
  if (typeof fault === 'object' && 'delayAnswerMs' in fault) await wait(fault.delayAnswerMs)
  if (typeof fault === 'object' && 'after' in fault) await fault.after()
  const body = asBase64 ? encode(reply.body) : reply.body
  if (isSpoiled(fault)) return send(response, reply.status, spoil(fault, body))
  send(response, reply.status, JSON.stringify(body))
}

async function apply(redis: Redis, call: Call): Promise<Reply> {
  for (const each of call.records) each.applied += 1
  if (call.atomic) return applyTogether(redis, call.commands)
  const items: Item[] = []
  // One after the other: in a pipeline other clients' commands may come in between.
  for (const command of call.commands) items.push(await applyOne(redis, command))
  const [first] = items
  if (!call.single || !first) return { status: 200, body: items }
  return { status: 'error' in first ? 400 : 200, body: first }
}

async function applyOne(redis: Redis, command: string[]): Promise<Item> {
  try {
    return { result: await redis.sendCommand<unknown>(command) }
  } catch (error) {
    if (error instanceof ErrorReply) return { error: error.message }
    throw error
  }
}

async function applyTogether(redis: Redis, commands: string[][]): Promise<Reply> {
  const batch = redis.multi()
  for (const command of commands) batch.sendCommand(command)
  try {
    return { status: 200, body: (await batch.exec()).map(asItem) }
  } catch (error) {
    // Some ran and some failed, against refused as a whole.
    if (error instanceof MultiErrorReply) return { status: 200, body: error.replies.map(asItem) }
    if (error instanceof ErrorReply) return { status: 400, body: { error: error.message } }
    throw error
  }
}

function asItem(reply: unknown): Item {
  return reply instanceof ErrorReply ? { error: reply.message } : { result: reply }
}

function encode(body: Item | Item[]): Item | Item[] {
  if (Array.isArray(body)) return body.map(encodeItem)
  return encodeItem(body)
}

/** The client takes a bare "OK" as it is at the top of an answer only; inside a list it decodes it. */
function encodeItem(item: Item): Item {
  if ('error' in item || item.result === 'OK') return item
  return { result: encodeValue(item.result) }
}

function encodeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encodeValue)
  return typeof value === 'string' ? Buffer.from(value).toString('base64') : value
}

async function countCommands(redis: Redis): Promise<Record<string, number>> {
  const report = await redis.sendCommand<string>(['INFO', 'commandstats'])
  const lines = [...report.matchAll(/^cmdstat_(\S+?):calls=(\d+)/gm)]
  return Object.fromEntries(
    lines.map(([, name = '', calls]) => [name.toUpperCase(), Number(calls)]),
  )
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json') {
  response.writeHead(status, { 'content-type': type, 'upstash-sync-token': 'local' }).end(body)
}
