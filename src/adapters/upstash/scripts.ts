/**
 * The other scripts: every change of the store but the cast.
 *
 * Pure text, each run by Redis as a whole or not at all. Invariant: no clock, no randomness, every key
 * declared; a script that answers no has changed nothing. Decided in docs/decisions/0002.
 */

/** Keys and values go to Redis in pieces: a Lua call takes at most some thousand arguments. */
const IN_PIECES = `
local PIECE = 1000
local function each_piece(list, first, act)
  for from = first, #list, PIECE do
    act({ unpack(list, from, math.min(from + PIECE - 1, #list)) })
  end
end
`

/** Answers 'staged', 'refused' (not a draft round, or not this batch's to stage) or 'too-many'. */
export const DRAFT_SCRIPT = `
local META = KEYS[1]        -- hash; it exists once voting was opened
local MARK = KEYS[2]        -- hash, k -> state
local SERIAL = KEYS[3]      -- hash, serial -> k
local BATCH = KEYS[4]       -- hash, batch -> JSON
local DRAFT = KEYS[5]       -- set of the staged k of this batch
local batch = ARGV[1]       -- name of the batch
local staged = ARGV[2]      -- JSON of this batch while it is staged
local most = tonumber(ARGV[3])  -- marks that a batch may hold
local FIRST = 4             -- from ARGV[4] on: k, serial, k, serial ...
${IN_PIECES}
if redis.call('EXISTS', META) == 1 then return 'refused' end
local known = redis.call('HGET', BATCH, batch)
if known and known ~= staged then return 'refused' end

local added = 0
local clash = false
each_piece(ARGV, FIRST, function(piece)
  local marks, serials = {}, {}
  for at = 1, #piece, 2 do
    marks[#marks + 1] = piece[at]
    serials[#serials + 1] = piece[at + 1]
  end
  local states = redis.call('HMGET', MARK, unpack(marks))
  local own = redis.call('SMISMEMBER', DRAFT, unpack(marks))
  local holders = redis.call('HMGET', SERIAL, unpack(serials))
  for at = 1, #marks do
    if own[at] == 0 then added = added + 1 end
    if states[at] and own[at] == 0 then clash = true end
    if holders[at] and holders[at] ~= marks[at] then clash = true end
  end
end)
if clash then return 'refused' end
if redis.call('SCARD', DRAFT) + added > most then return 'too-many' end

redis.call('HSET', BATCH, batch, staged)
each_piece(ARGV, FIRST, function(piece)
  local marks, states, serials = {}, {}, {}
  for at = 1, #piece, 2 do
    marks[#marks + 1] = piece[at]
    states[#states + 1] = piece[at]
    states[#states + 1] = 'draft'
    serials[#serials + 1] = piece[at + 1]
    serials[#serials + 1] = piece[at]
  end
  redis.call('SADD', DRAFT, unpack(marks))
  redis.call('HSET', MARK, unpack(states))
  redis.call('HSET', SERIAL, unpack(serials))
end)
return 'staged'
`

/** Answers 1 where the batch is ready, now or already, else 0. */
export const ACTIVATE_SCRIPT = `
local META = KEYS[1]      -- hash; it exists once voting was opened
local MARK = KEYS[2]      -- hash, k -> state
local BATCH = KEYS[3]     -- hash, batch -> JSON
local DRAFT = KEYS[4]     -- set of the staged k of this batch
local COUNT = KEYS[5]     -- hash, name -> number
local RESERVE = KEYS[6]   -- set of every k issued as a reserve
local batch = ARGV[1]     -- name of the batch
local staged = ARGV[2]    -- JSON of this batch while it is staged
local ready = ARGV[3]     -- JSON of this batch once it is ready
local expected = tonumber(ARGV[4])  -- how many marks the clerk holds letters for
local state = ARGV[5]     -- the state of a ready mark
local kind = ARGV[6]      -- live or reserve
local counter = ARGV[7]   -- name of the counter of issued marks
${IN_PIECES}
if redis.call('EXISTS', META) == 1 then return 0 end
local known = redis.call('HGET', BATCH, batch)
if known == ready then return 1 end
if known ~= staged then return 0 end
local marks = redis.call('SMEMBERS', DRAFT)
if #marks ~= expected then return 0 end

each_piece(marks, 1, function(piece)
  local states = {}
  for at = 1, #piece do
    states[#states + 1] = piece[at]
    states[#states + 1] = state
  end
  redis.call('HSET', MARK, unpack(states))
  if kind == 'reserve' then redis.call('SADD', RESERVE, unpack(piece)) end
end)
redis.call('DEL', DRAFT)
redis.call('HSET', BATCH, batch, ready)
redis.call('HINCRBY', COUNT, counter, expected)
return 1
`

/** Answers 1 where the round was opened, 0 where it was before or holds another number of marks. */
export const OPEN_SCRIPT = `
local META = KEYS[1]      -- hash; it must not exist yet
local COUNT = KEYS[2]     -- hash, name -> number
local expected = tonumber(ARGV[1])  -- marks that the opening record was made from
                          -- from ARGV[2] on: field, value, field, value ... of META
if redis.call('EXISTS', META) == 1 then return 0 end
local counters = redis.call('HGETALL', COUNT)
local issued = 0
for at = 1, #counters, 2 do
  if string.find(counters[at], 'issued:', 1, true) == 1 then issued = issued + tonumber(counters[at + 1]) end
end
if issued ~= expected then return 0 end
redis.call('HSET', META, unpack(ARGV, 2))
return 1
`

/** Answers 'reissued', 'not-live' or 'no-reserve'. */
export const REISSUE_SCRIPT = `
local META = KEYS[1]      -- hash
local MARK = KEYS[2]      -- hash, k -> state
local SERIAL = KEYS[3]    -- hash, serial -> k
local COUNT = KEYS[4]     -- hash, name -> number
local lost = ARGV[1]      -- serial of the lost letter
local reserve = ARGV[2]   -- serial of the letter that replaces it
                          -- from ARGV[3] on: states of a round in which letters are replaced
local round_state = redis.call('HGET', META, 'state') or 'draft'
local allowed = false
for at = 3, #ARGV do allowed = allowed or ARGV[at] == round_state end
if not allowed then return 'not-live' end
local marks = redis.call('HMGET', SERIAL, lost, reserve)
local old = marks[1] and redis.call('HGET', MARK, marks[1])
local pool = old and string.match(old, '^live:(.+)$')
if not pool then return 'not-live' end
local new = marks[2] and redis.call('HGET', MARK, marks[2])
if new ~= 'reserve:' .. pool then return 'no-reserve' end
redis.call('HSET', MARK, marks[1], 'revoked:' .. pool, marks[2], 'live:' .. pool)
redis.call('HINCRBY', COUNT, 'revoked', 1)
redis.call('HINCRBY', COUNT, 'reissued', 1)
return 'reissued'
`

/** Answers the state of the mark of a letter, or an empty text. */
export const LOOK_UP_SCRIPT = `
local MARK = KEYS[1]      -- hash, k -> state
local SERIAL = KEYS[2]    -- hash, serial -> k
local serial = ARGV[1]
local k = redis.call('HGET', SERIAL, serial)
return k and redis.call('HGET', MARK, k) or ''
`

/** Answers 1 where the state was changed, else 0. */
export const TRANSITION_SCRIPT = `
local META = KEYS[1]      -- hash
local EVENT = KEYS[2]     -- list of what happened
local COUNT = KEYS[3]     -- hash, name -> number
local to = ARGV[1]        -- the new state
local event = ARGV[2]     -- what happened, or empty
local closesAt = ARGV[3]  -- the end of voting that was read, or empty
                          -- from ARGV[4] on: states that the change may start from
local meta = redis.call('HMGET', META, 'state', 'closesAt')
if closesAt ~= '' and closesAt ~= meta[2] then return 0 end
local waiting = 0
local counters = redis.call('HGETALL', COUNT)
for at = 1, #counters, 2 do
  if string.find(counters[at], 'held:', 1, true) == 1 then waiting = waiting + tonumber(counters[at + 1]) end
end
if to == 'sealed' and waiting > 0 then return 0 end
for at = 4, #ARGV do
  if ARGV[at] == meta[1] then
    redis.call('HSET', META, 'state', to)
    if event ~= '' then redis.call('RPUSH', EVENT, event) end
    return 1
  end
end
return 0
`

/** Answers 1 where the end of voting was moved, else 0. */
export const EXTEND_SCRIPT = `
local META = KEYS[1]      -- hash
local EVENT = KEYS[2]     -- list of what happened
local closesAt = ARGV[1]  -- the new end, in milliseconds
local event = ARGV[2]     -- what happened, or empty
local meta = redis.call('HMGET', META, 'state', 'closesAt')
if meta[1] ~= 'open' and meta[1] ~= 'paused' then return 0 end
if tonumber(closesAt) <= tonumber(meta[2]) then return 0 end
redis.call('HSET', META, 'closesAt', closesAt)
if event ~= '' then redis.call('RPUSH', EVENT, event) end
return 1
`

/** Answers the digest that is stored, this one or an earlier one. */
export const PIN_RESULT_SCRIPT = `
local RESULT = KEYS[1]    -- hash, snapshot -> digest
local snapshot = ARGV[1]  -- number of the snapshot
local digest = ARGV[2]    -- its digest
redis.call('HSETNX', RESULT, snapshot, digest)
return redis.call('HGET', RESULT, snapshot)
`

/** Answers how many attempts were made in this window, with this one. */
export const LIMIT_SCRIPT = `
local WINDOW = KEYS[1]    -- number of attempts
local seconds = ARGV[1]   -- how long it is kept
local attempts = redis.call('INCR', WINDOW)
if attempts == 1 then redis.call('EXPIRE', WINDOW, seconds) end
return attempts
`
