/**
 * The scripts of the inbox: a submission comes in, and is decided.
 *
 * Pure text, each run by Redis as a whole or not at all. Invariant: no clock, no randomness, every key
 * declared; a script that answers no has changed nothing. Decided in docs/decisions/0002.
 */

/** Answers 1 where the submission lies in the inbox, now or already, 0 where too many wait. */
export const INBOX_ADD_SCRIPT = `
local INBOX = KEYS[1]     -- hash, id -> submission
local WAITING = KEYS[2]   -- set of the ids that wait
local id = ARGV[1]
local submission = ARGV[2]
local most = tonumber(ARGV[3])  -- submissions that may wait
if redis.call('HEXISTS', INBOX, id) == 1 then return 1 end
if redis.call('SCARD', WAITING) >= most then return 0 end
if redis.call('HLEN', INBOX) >= 4 * most then return 0 end
redis.call('HSET', INBOX, id, submission)
redis.call('SADD', WAITING, id)
return 1
`

/** Answers 1 where the submission was in one of the states and is now decided, else 0. */
export const INBOX_DECIDE_SCRIPT = String.raw`
local INBOX = KEYS[1]     -- hash, id -> submission
local WAITING = KEYS[2]   -- set of the ids that wait
local id = ARGV[1]
local to = ARGV[2]        -- the new state
local reason = ARGV[3]    -- JSON text, or empty to keep what is there
local proposal = ARGV[4]  -- id, or empty to keep what is there
local submission = ARGV[5] -- JSON text, or empty to keep what is there
local seen = ARGV[6]      -- JSON text that was read before deciding, or empty
                          -- from ARGV[7] on: states that the decision may start from
local stored = redis.call('HGET', INBOX, id)
if not stored then return 0 end
local state, old_reason, old_proposal, received, old_submission =
  string.match(stored, '^([%l-]+)\n([^\n]*)\n([^\n]*)\n(%d+)\n(.*)$')
if seen ~= '' and seen ~= old_submission then return 0 end
for at = 7, #ARGV do
  if ARGV[at] == state then
    if reason == '' then reason = old_reason end
    if proposal == '' then proposal = old_proposal end
    if submission == '' then submission = old_submission end
    redis.call('HSET', INBOX, id, table.concat({ to, reason, proposal, received, submission }, '\n'))
    redis.call(to == 'waiting' and 'SADD' or 'SREM', WAITING, id)
    return 1
  end
end
return 0
`
