/**
 * The scripts of pictures that wait: one comes in, and those of a submission go.
 *
 * Pure text, each run by Redis as a whole or not at all. Invariant: every key declared; a script that answers
 * no has changed nothing. Decided in docs/decisions/0029.
 */

/** Answers 1 where the picture lies there, now or already, 0 where too many do. */
export const PICTURE_ADD_SCRIPT = `
local PICTURE = KEYS[1]   -- hash, submission:digest -> base64
local field = ARGV[1]
local bytes = ARGV[2]
local most = tonumber(ARGV[3])
if redis.call('HEXISTS', PICTURE, field) == 1 then return 1 end
if redis.call('HLEN', PICTURE) >= most then return 0 end
redis.call('HSET', PICTURE, field, bytes)
return 1
`

/** Forgets the pictures of a submission but the named ones. Answers 1. */
export const PICTURE_KEEP_SCRIPT = `
local PICTURE = KEYS[1]   -- hash, submission:digest -> base64
local start = ARGV[1]     -- the submission and a colon
                          -- from ARGV[2] on: fields that stay
local kept = {}
for at = 2, #ARGV do kept[ARGV[at]] = true end
for _, field in ipairs(redis.call('HKEYS', PICTURE)) do
  if string.sub(field, 1, #start) == start and not kept[field] then
    redis.call('HDEL', PICTURE, field)
  end
end
return 1
`
