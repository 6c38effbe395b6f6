/**
 * The scripts of the chain of checkpoints, and of the purge that ends it.
 *
 * Pure text, each run by Redis as a whole or not at all. Invariant: no clock, no randomness, every key
 * declared; a script that answers no has changed nothing. Decided in docs/decisions/0012.
 */
import { LEAF_LETTERS } from '../stored-chain.ts'

/** Answers 1 where the holder may write checkpoints until the given instant, else 0. */
export const LEASE_SCRIPT = `
local LEASE = KEYS[1]     -- hash, holder and endsAt
local holder = ARGV[1]
local now = tonumber(ARGV[2])  -- the caller's clock, in milliseconds
local endsAt = ARGV[3]
local lease = redis.call('HMGET', LEASE, 'holder', 'endsAt')
if lease[1] and lease[1] ~= holder and tonumber(lease[2]) > now then return 0 end
redis.call('HSET', LEASE, 'holder', holder, 'endsAt', endsAt)
return 1
`

/** Answers 1 where the lease was this holder's and is given back, else 0. */
export const RELEASE_SCRIPT = `
local LEASE = KEYS[1]     -- hash, holder and endsAt
local holder = ARGV[1]
if redis.call('HGET', LEASE, 'holder') ~= holder then return 0 end
redis.call('DEL', LEASE)
return 1
`

/** Answers { counters, events, checkpoints, boxes }: of each box receipt, leaf, receipt, leaf ... */
export const SURVEY_SCRIPT = `
local COUNT = KEYS[1]       -- hash, name -> number
local EVENT = KEYS[2]       -- list of what happened
local CHECKPOINT = KEYS[3]  -- hash, n -> text, n:places -> places
local FIRST = 4             -- from KEYS[4] on: the boxes, hashes of receipt -> record
local boxes = {}
for at = FIRST, #KEYS do
  local records = redis.call('HGETALL', KEYS[at])
  local leaves = {}
  for entry = 1, #records, 2 do
    leaves[entry] = records[entry]
    leaves[entry + 1] = string.sub(records[entry + 1], 1, ${LEAF_LETTERS})
  end
  boxes[#boxes + 1] = leaves
end
return {
  redis.call('HGETALL', COUNT),
  redis.call('LRANGE', EVENT, 0, -1),
  redis.call('HGETALL', CHECKPOINT),
  boxes
}
`

/** Answers 1 where the checkpoint is staged now, else 0. */
export const STAGE_SCRIPT = `
local CHAIN = KEYS[1]       -- hash, the newest checkpoint
local CHECKPOINT = KEYS[2]  -- hash, n -> text, n:places -> places
local n = ARGV[1]
local kind = ARGV[2]
local at = ARGV[3]          -- the caller's clock, in milliseconds
local recorded = ARGV[4]    -- ballots that it counts
local events = ARGV[5]      -- events that it and those before it tell
local text = ARGV[6]        -- the checkpoint
local places = ARGV[7]      -- the places that are new in it
local last = redis.call('HMGET', CHAIN, 'n', 'confirmed')
if last[1] and last[2] ~= '1' then return 0 end
if tonumber(n) ~= tonumber(last[1] or '0') + 1 then return 0 end
redis.call('HSET', CHAIN, 'n', n, 'kind', kind, 'at', at, 'recorded', recorded, 'events', events,
  'confirmed', '0')
redis.call('HSET', CHECKPOINT, n, text, n .. ':places', places)
return 1
`

/** Answers 1 where the newest checkpoint is this one, and is now known to be on the board, else 0. */
export const CONFIRM_SCRIPT = `
local CHAIN = KEYS[1]     -- hash, the newest checkpoint
local META = KEYS[2]      -- hash, what was pinned when voting opened
local n = ARGV[1]
local head = ARGV[2]      -- what receipts say of the board from now on
-- A head alone would look like a round that was opened already.
if redis.call('EXISTS', META) == 0 then return 0 end
if redis.call('HGET', CHAIN, 'n') ~= n then return 0 end
redis.call('HSET', CHAIN, 'confirmed', '1')
redis.call('HSET', META, 'head', head)
return 1
`

/** Answers 1 where a published round was purged, now or already, else 0. */
export const PURGE_SCRIPT = `
local META = KEYS[1]        -- hash, what was pinned when voting opened
local CHECKPOINT = KEYS[2]  -- hash, n -> text, n:places -> places
local FIRST = 3             -- from KEYS[3] on: what is deleted whole
local state = redis.call('HGET', META, 'state')
if state ~= 'published' and state ~= 'purged' then return 0 end
for at = FIRST, #KEYS do redis.call('DEL', KEYS[at]) end
for _, field in ipairs(redis.call('HKEYS', CHECKPOINT)) do
  if string.find(field, ':places', 1, true) then redis.call('HDEL', CHECKPOINT, field) end
end
redis.call('HSET', META, 'state', 'purged')
return 1
`
