/**
 * The scripts of paper ballots: from the first stub of a batch to the box.
 *
 * Pure text, each run by Redis as a whole or not at all. Invariant: no clock, no randomness, every key
 * declared; a script that answers no has changed nothing. Decided in docs/decisions/0025.
 */

/** A batch stands in its hash as `state:pool:sheets:revision`, with 0 sheets while it is collecting. */
const BATCH_AS_IS = `
local word, pool, sheets, revision =
  string.match(redis.call('HGET', PAPER, batch) or '', '^(%l+):([^:]+):(%d+):(%d+)$')
if not word then return 'batch-unknown' end
local function keep(state, more)
  redis.call('HSET', PAPER, batch, table.concat({ state, pool, sheets, revision + more }, ':'))
end
`

/** Whether the round stands in one of the states that ARGV names from a place on. */
const ROUND_IN = `
local function round_in(first)
  local state = redis.call('HGET', META, 'state')
  for at = first, #ARGV do
    if ARGV[at] == state then return true end
  end
  return false
end
`

/** Answers 1 where the batch is collecting, now or already, else 0. */
export const BEGIN_BATCH_SCRIPT = `
local META = KEYS[1]      -- hash, what was pinned when voting opened
local PAPER = KEYS[2]     -- hash, batch -> where it stands
local batch = ARGV[1]
local fresh = ARGV[2]     -- a batch of this box that is collecting
                          -- from ARGV[3] on: states of the round in which stubs are held
${ROUND_IN}
if not round_in(3) then return 0 end
local there = redis.call('HGET', PAPER, batch)
if there and there ~= fresh then return 0 end
redis.call('HSET', PAPER, batch, fresh)
return 1
`

/** Answers 'held', or why not. */
export const HOLD_SCRIPT = `
local META = KEYS[1]      -- hash, what was pinned when voting opened
local MARK = KEYS[2]      -- hash, k -> state
local PAPER = KEYS[3]     -- hash, batch -> where it stands
local HELD = KEYS[4]      -- set of k:u, the held marks of this batch
local COUNT = KEYS[5]     -- hash, name -> number
local batch = ARGV[1]
local k = ARGV[2]         -- the mark of the stub
local use = ARGV[3]       -- u
local counter = ARGV[4]   -- name of the counter of marks held for this batch
local most = tonumber(ARGV[5])  -- sheets that a batch may hold
                          -- from ARGV[6] on: states of the round in which stubs are held
${ROUND_IN}${BATCH_AS_IS}
if not round_in(6) then return 'wrong-state' end
if word ~= 'collecting' then return 'wrong-state' end
local mark = redis.call('HGET', MARK, k)
local is = mark and string.match(mark, '^%l+')
if is == 'revoked' then return 'revoked' end
if is == 'used' then return 'used' end
if is == 'held' then return 'already-held' end
if is ~= 'live' then return 'unknown' end
if mark ~= 'live:' .. pool then return 'other-pool' end
if redis.call('SCARD', HELD) >= most then return 'full' end
redis.call('HSET', MARK, k, table.concat({ 'held', pool, batch, use }, ':'))
-- With u a member is longer than 64 bytes: a set of short ones would keep the order of scanning.
redis.call('SADD', HELD, k .. ':' .. use)
redis.call('HINCRBY', COUNT, counter, 1)
return 'held'
`

/** Answers 'released', or why not. */
export const RELEASE_STUB_SCRIPT = `
local MARK = KEYS[1]      -- hash, k -> state
local PAPER = KEYS[2]     -- hash, batch -> where it stands
local HELD = KEYS[3]      -- set of k:u, the held marks of this batch
local COUNT = KEYS[4]     -- hash, name -> number
local batch = ARGV[1]
local k = ARGV[2]         -- the mark of the stub
local use = ARGV[3]       -- u
local counter = ARGV[4]   -- name of the counter of marks held for this batch
${BATCH_AS_IS}
if word ~= 'collecting' then return 'wrong-state' end
local held = table.concat({ 'held', pool, batch, use }, ':')
if redis.call('HGET', MARK, k) ~= held then return 'not-held' end
redis.call('HSET', MARK, k, 'live:' .. pool)
redis.call('SREM', HELD, k .. ':' .. use)
redis.call('HINCRBY', COUNT, counter, -1)
return 'released'
`

/** Answers 'released', or why not. */
export const RELEASE_BATCH_SCRIPT = `
local MARK = KEYS[1]      -- hash, k -> state
local PAPER = KEYS[2]     -- hash, batch -> where it stands
local HELD = KEYS[3]      -- set of k:u, the held marks of this batch
local COUNT = KEYS[4]     -- hash, name -> number
local batch = ARGV[1]
local seen = tonumber(ARGV[2])  -- how many it was seen to hold
local counter = ARGV[3]   -- name of the counter of marks held for this batch
${BATCH_AS_IS}
if word ~= 'collecting' then return 'wrong-state' end
local marks = redis.call('SMEMBERS', HELD)
if #marks ~= seen then return 'changed' end
for _, member in ipairs(marks) do
  redis.call('HSET', MARK, string.match(member, '^(.*):'), 'live:' .. pool)
end
redis.call('DEL', HELD)
redis.call('HDEL', COUNT, counter)
return 'released'
`

/** Answers 'separated', now or already, or why not. */
export const SEPARATE_SCRIPT = `
local META = KEYS[1]      -- hash, what was pinned when voting opened
local PAPER = KEYS[2]     -- hash, batch -> where it stands
local HELD = KEYS[3]      -- set of k:u, the held marks of this batch
local batch = ARGV[1]
local counted = ARGV[2]   -- sheets that lie there
${BATCH_AS_IS}
if word == 'separated' and sheets == counted then return 'separated' end
if word ~= 'collecting' then return 'wrong-state' end
if redis.call('HGET', META, 'state') ~= 'closed' then return 'wrong-state' end
if redis.call('SCARD', HELD) ~= tonumber(counted) then return 'sheets-differ' end
sheets = counted
keep('separated', 1)
return 'separated'
`

/** Answers 'entered', or why not. */
export const ENTER_SHEET_SCRIPT = `
local PAPER = KEYS[1]     -- hash, batch -> where it stands
local SHEET = KEYS[2]     -- hash, sheet:seat -> teller:sealed reading
local batch = ARGV[1]
local sheet = ARGV[2]     -- its number
local teller = ARGV[3]
local sealed = ARGV[4]    -- what the teller read
${BATCH_AS_IS}
if word ~= 'separated' then return 'wrong-state' end
if tonumber(sheet) < 1 or tonumber(sheet) > tonumber(sheets) then return 'sheet-unknown' end
local seat
for _, name in ipairs({ 'first', 'second' }) do
  local there = redis.call('HGET', SHEET, sheet .. ':' .. name)
  local is_free = not there or string.match(there, '^[^:]*') == teller
  if is_free and not seat then seat = name end
end
if not seat then return 'typed-twice' end
redis.call('HSET', SHEET, sheet .. ':' .. seat, teller .. ':' .. sealed)
keep('separated', 1)
return 'entered'
`

/** Answers 'frozen', or why not. */
export const FREEZE_SHEETS_SCRIPT = `
local PAPER = KEYS[1]     -- hash, batch -> where it stands
local batch = ARGV[1]
local seen = ARGV[2]      -- the revision at which every sheet was found typed twice
${BATCH_AS_IS}
if word ~= 'separated' then return 'wrong-state' end
if revision ~= seen then return 'changed' end
keep('compared', 1)
return 'frozen'
`

/** Answers 'settled', or why not. */
export const SETTLE_SHEET_SCRIPT = `
local PAPER = KEYS[1]     -- hash, batch -> where it stands
local SHEET = KEYS[2]     -- hash, sheet:seat -> teller:sealed reading
local batch = ARGV[1]
local sheet = ARGV[2]     -- its number
local teller = ARGV[3]    -- who takes the third look
local sealed = ARGV[4]    -- what the teller read
${BATCH_AS_IS}
if word ~= 'compared' then return 'wrong-state' end
if tonumber(sheet) < 1 or tonumber(sheet) > tonumber(sheets) then return 'sheet-unknown' end
local is_own = false
for _, name in ipairs({ 'first', 'second' }) do
  local there = redis.call('HGET', SHEET, sheet .. ':' .. name)
  is_own = is_own or (there and string.match(there, '^[^:]*') == teller)
end
if is_own then return 'third-person-needed' end
redis.call('HSET', SHEET, sheet .. ':third', teller .. ':' .. sealed)
keep('compared', 1)
return 'settled'
`

/**
 * Answers 'boxed', now or already, or why not. The state of the round needs no look: a batch that was separated
 * is one of a closed round, and keeps it from being sealed.
 */
export const BOX_BATCH_SCRIPT = `
local META = KEYS[1]      -- hash, what was pinned when voting opened
local MARK = KEYS[2]      -- hash, k -> state
local PAPER = KEYS[3]     -- hash, batch -> where it stands
local HELD = KEYS[4]      -- set of k:u, the held marks of this batch
local COUNT = KEYS[5]     -- hash, name -> number
local BOX = KEYS[6]       -- hash, receipt -> record
local batch = ARGV[1]
local seen = ARGV[2]      -- the revision that the records were made from
local digest = ARGV[3]    -- of what the choices were checked against
local invalid = tonumber(ARGV[4])   -- sheets that are no ballot
local ballots = tonumber(ARGV[5])   -- sheets that are one
local counters = { held = ARGV[6], recorded = ARGV[7], invalid = ARGV[8] }
local RETRY = 9           -- from ARGV[9] on: a random word for each sheet
local FIRST = RETRY + invalid + ballots  -- from here on: receipt, record, receipt, record ...
${BATCH_AS_IS}
if word == 'boxed' then return 'boxed' end
if word ~= 'compared' then return 'wrong-state' end
if revision ~= seen then return 'changed' end
if redis.call('HGET', META, 'digest') ~= digest then return 'ballot-changed' end
local marks = redis.call('SMEMBERS', HELD)
if #marks ~= invalid + ballots or #ARGV ~= FIRST + 2 * ballots - 1 then return 'changed' end
local taken = false
for at = FIRST, #ARGV, 2 do
  taken = taken or redis.call('HEXISTS', BOX, ARGV[at]) == 1
end
if taken then return 'nonce-taken' end

for at = FIRST, #ARGV, 2 do redis.call('HSET', BOX, ARGV[at], ARGV[at + 1]) end
for at, member in ipairs(marks) do
  local k, use = string.match(member, '^(.*):(.*)$')
  redis.call('HSET', MARK, k, table.concat({ 'used', pool, ARGV[RETRY + at - 1], use }, ':'))
end
redis.call('DEL', HELD)
redis.call('HDEL', COUNT, counters.held)
if ballots > 0 then redis.call('HINCRBY', COUNT, counters.recorded, ballots) end
if invalid > 0 then redis.call('HINCRBY', COUNT, counters.invalid, invalid) end
keep('boxed', 1)
return 'boxed'
`
