/**
 * The cast in Redis: the one step that checks a code and puts its ballot into the box.
 *
 * Pure text, run by Redis as a whole or not at all. Invariant: a mark becomes used in the same step in
 * which its one ballot is written, and never again. Decided in docs/decisions/0002.
 */

/**
 * Answers { outcome } or { 'recorded', head }. With the EVAL itself a ballot costs six commands: the
 * numbered ones below. The order of the checks is the protocol's: a retry is answered before all else
 * that could refuse it, and a code is judged before the round.
 */
export const CAST_SCRIPT = `
local META = KEYS[1]         -- hash, what was pinned when voting opened
local MARK = KEYS[2]         -- hash, k -> state
local BOX = KEYS[3]          -- hash, receipt -> record, of the pool that the ballot is for
local COUNT = KEYS[4]        -- hash, name -> number
local k = ARGV[1]            -- the mark
local retry = ARGV[2]        -- t: the same for the same nonce and choices
local live = ARGV[3]         -- the state of a mark that may vote in this pool
local used = ARGV[4]         -- the state of the mark after this ballot
local receipt = ARGV[5]      -- R
local record = ARGV[6]       -- the sealed ballot
local digest = ARGV[7]       -- what voter and deploy agree to vote on, or empty
local schema = ARGV[8]       -- version of the store that the caller knows
local fingerprint = ARGV[9]  -- which secret the caller has
local now = tonumber(ARGV[10])  -- the caller's clock, in milliseconds
local counter = ARGV[11]     -- name of the counter of this channel and pool

local meta = redis.call('HMGET', META,                                               -- command 1
  'state', 'opensAt', 'closesAt', 'digest', 'schema', 'fingerprint', 'head')
if meta[6] and meta[6] ~= fingerprint then return { 'other-key' } end

local mark = redis.call('HGET', MARK, k)                                             -- command 2
local word = mark and string.match(mark, '^%l+')
if word == 'revoked' then return { 'token-revoked' } end
if word == 'held' then return { 'token-used' } end
if word == 'used' then
  if string.match(mark, '^used:[^:]*:([^:]*):') == retry then return { 'recorded', meta[7] or '' } end
  if redis.call('HEXISTS', BOX, receipt) == 1 then return { 'first-choices-stand' } end
  return { 'token-used' }
end
if word ~= 'live' then return { 'token-unknown' } end
if mark ~= live then return { 'token-other-area' } end

if not meta[1] then return { 'round-not-voting' } end
if meta[5] ~= schema then return { 'reload' } end
if meta[1] == 'paused' then return { 'voting-paused' } end
if meta[1] ~= 'open' then return { 'round-not-voting' } end
if now < tonumber(meta[2]) or now >= tonumber(meta[3]) then return { 'round-not-voting' } end
if meta[4] ~= digest then return { 'ballot-changed' } end

if redis.call('HSETNX', BOX, receipt, record) == 0 then return { 'nonce-taken' } end -- command 3
redis.call('HSET', MARK, k, used)                                                    -- command 4
redis.call('HINCRBY', COUNT, counter, 1)                                             -- command 5
return { 'recorded', meta[7] }
`
