#!/usr/bin/env bash
# A tiny election made by hand from docs/protocol.md, with sha256sum and openssl and nothing of this
# software: six codes, three ballots, a reissued code, and three checkpoints. Usage: make.sh FOLDER
set -euo pipefail
export LC_ALL=C
out=$1
mkdir -p "$out/board" "$out/round/results/1"
files=$out/round/results/1
round=spring
pool=all
key_file=$(mktemp) message_file=$(mktemp)
trap 'rm -f "$key_file" "$message_file"' EXIT

# Bytes are hex in here.
hex() {
  local at
  for ((at = 0; at < ${#1}; at++)); do printf %02x "'${1:at:1}"; done
}
raw() {
  local at bytes=
  for ((at = 0; at < ${#1}; at += 2)); do bytes+="\\x${1:at:2}"; done
  printf %b "$bytes"
}
sha() { raw "$1" | sha256sum | cut -c1-64; }
framed() { printf '%08x%s' $((${#1} / 2)) "$1"; }
base64url() { raw "$1" | base64 -w0 | tr '+/' '-_' | tr -d '='; }

# H tag part…
H() {
  local bytes part
  bytes=$(framed "$(hex "common-chest/1/$1")")$(framed "$(hex $round)")
  for part in "${@:2}"; do bytes+=$(framed "$part"); done
  sha "$bytes"
}

# M leaf…
M() {
  local level=() next leaf at
  for leaf in $(printf '%s\n' "$@" | sort); do level+=("$(sha "00$leaf")"); done
  while ((${#level[@]} > 1)); do
    next=()
    for ((at = 0; at < ${#level[@]}; at += 2)); do
      if ((at + 1 < ${#level[@]})); then next+=("$(sha "01${level[at]}${level[at + 1]}")")
      else next+=("${level[at]}"); fi
    done
    level=("${next[@]}")
  done
  printf %s "${level[0]}"
}
sized() { printf '{"root":"%s","size":%d}' "$(M "$@")" $#; }

letters=0123456789ABCDEFGHJKMNPQRSTVWXYZ
# The first 80 bits as sixteen letters of base 32.
base32() {
  local at group text=
  for at in 0 5 10 15; do
    group=$((16#${1:at:5}))
    text+=${letters:group>>15:1}${letters:group>>10&31:1}${letters:group>>5&31:1}${letters:group&31:1}
  done
  printf %s "$text"
}
# Fifteen letters and their check letter: doubling is in GF(32), by x^5 + x^2 + 1.
code() {
  local sum=0 weight=1 at before digit bit
  for ((at = 0; at < 15; at++)); do
    ((weight = weight & 16 ? (weight << 1) ^ 37 : weight << 1))
    before=${letters%%"${1:at:1}"*}
    digit=${#before} bit=$weight
    while ((digit)); do
      ((sum ^= digit & 1 ? bit : 0, bit = bit & 16 ? (bit << 1) ^ 37 : bit << 1, digit >>= 1)) || true
    done
  done
  printf %s "$1${letters:sum:1}"
}

# Keys, from a CHEST_KEY of 32 bytes.
chest_key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
derived() {
  openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:$chest_key \
    -kdfopt salt:common-chest/1 -kdfopt "info:$1/$round" HKDF | tr -d ':\n' | tr A-F a-f
}
mark_key=$(derived mark)
raw "302e020100300506032b657004220420$(derived sign)" | openssl pkey -inform DER -out "$key_file"
sign_key=$(openssl pkey -in "$key_file" -pubout -outform DER | tail -c 32 | od -An -v -tx1 | tr -d ' \n')
signed() {
  raw "$1" >"$message_file"
  openssl pkeyutl -sign -rawin -inkey "$key_file" -in "$message_file" | od -An -v -tx1 | tr -d ' \n'
}
mark() { raw "$1" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$mark_key" -r | cut -c1-64; }

# Codes: three that vote, one that does not, one that was lost, and the reserve that took its place.
uses=() marks=() issued=() rows=()
for text in A23456789ABCDEF B23456789ABCDEF C23456789ABCDEF D23456789ABCDEF F23456789ABCDEF G23456789ABCDEF; do
  kind=live revoked=no
  [[ $text == F* ]] && revoked=yes
  [[ $text == G* ]] && kind=reserve
  code=$(code $text)
  u=$(H use "$(hex "$code")")
  k=$(mark "$(H mark "$u")")
  [[ $text == [ABC]* ]] && uses+=("$u")
  [[ $text == D* ]] && unused=$code
  issued+=("$(H issued "$k" "$(hex $pool)" "$(hex $kind)")")
  rows+=("$k;$pool;$kind;$revoked")
done
printf 'k;pool;kind;revoked\n' >"$files/issued.csv"
printf '%s\n' "${rows[@]}" | sort >>"$files/issued.csv"
printf '%s\n' "${uses[@]}" | sort >"$files/used.txt"
printf '%s\n' "$mark_key" >"$files/mark-key.txt"

# What is voted on.
paper='{"ballot":{"blank":true,"minLength":1,"type":"approval"},"floor":2,"lot":["park","bench"],"pools":[{"budget":15000,"pool":"all"}],"proposals":[{"cost":10000,"id":"bench","title":"A bench"},{"cost":10000,"id":"park","title":"A park"}],"round":"spring","rule":{"fundWithoutVotes":false,"method":"greedy"}}'
printf '%s\n' "$paper" >"$files/paper.json"
digest=$(sha "$(hex "$paper")")

# Ballots: two before the first checkpoint, one after.
choices=('["bench","park"]' '["park"]' '[]')
receipts=() leaves=() commitments=() list=() pairs=() firsts=(1 1 2)
for at in 0 1 2; do
  r=$(printf "0$at%.0s" {1..16}) q=$(printf "1$at%.0s" {1..16}) salt=$(printf "2$at%.0s" {1..16})
  R=$(base32 "$(H receipt "$r")")
  c=$(H ballot "$(hex $pool)" "$salt" "$(hex "${choices[at]}")")
  receipts+=("$R") commitments+=("$c") pairs+=(";$q;$R;$c")
  leaves+=("$(H pair "$q" "$(hex "$R")" "$c")")
  cell=${choices[at]}
  [[ $cell == *'"'* ]] && cell="\"${cell//\"/\"\"}\""
  list+=("$c;$salt;$pool;$cell")
done
printf 'commitment;salt;pool;choices\n' >"$files/ballots.csv"
printf '%s\n' "${list[@]}" | sort >>"$files/ballots.csv"
printf 'receipt;checkpoint\n' >"$files/receipts.csv"
for at in 0 1 2; do printf '%s;%s\n' "${receipts[at]}" "${firsts[at]}"; done | sort >>"$files/receipts.csv"
{ printf 'hall;q;R;c\n' && printf '%s\n' "${pairs[@]}" | sort; } >"$out/observed.csv"

# The board.
issued_root=$(M "${issued[@]}")
codes='[{"live":5,"pool":"all","reserve":1}]'
printf '{"closesAt":"2027-05-16T18:00:00Z","commit":null,"digest":"%s","drawn":"By hand.","fingerprint":"%s","floor":2,"issued":%s,"issuedRoot":"%s","lot":["park","bench"],"n":0,"opensAt":"2027-05-03T06:00:00Z","protocol":"common-chest/1","round":"spring","signKey":"%s","timeZone":"Europe/Copenhagen"}\n' \
  "$digest" "$(H key $chest_key | cut -c1-16)" "$codes" "$issued_root" "$(base64url "$sign_key")" >"$out/board/0.json"
board_hash() { H checkpoint "$(od -An -v -tx1 <"$out/board/$1.json" | tr -d ' \n')"; }
# checkpoint n kind ballots
checkpoint() {
  local names=() at root=
  for ((at = 0; at < $3; at++)); do names+=("$(hex "${receipts[at]}")"); done
  [[ $2 == final ]] && root="\"ballotsRoot\":$(sized "${commitments[@]}"),"
  printf '{%s"events":[],"held":0,"issued":%s,"kind":"%s","n":%d,"pairsRoot":%s,"previous":"%s","receiptsRoot":%s,"recorded":[{"ballots":%d,"channel":"online","pool":"all"}],"reissued":1,"revoked":1,"round":"spring"}\n' \
    "$root" "$codes" "$2" "$1" "$(sized "${leaves[@]:0:$3}")" "$(board_hash $(($1 - 1)))" "$(sized "${names[@]}")" "$3" >"$out/board/$1.json"
}
checkpoint 1 voting 2
checkpoint 2 closing 3
checkpoint 3 final 3

# The result, with the digest of its canonical JSON.
before="{\"asOf\":\"2027-05-16T18:00:00Z\",\"ballotDigest\":\"$digest\""
after=',"pools":[{"allocation":{"cost":10000,"leftover":5000,"lines":[{"cost":10000,"proposal":"park","rank":1,"reason":{"kind":"funded","moneyAfter":5000,"moneyBefore":15000},"votes":2},{"cost":10000,"proposal":"bench","rank":2,"reason":{"kind":"does-not-fit","missing":5000,"moneyBefore":5000},"votes":1}],"lots":[],"selected":["park"]},"ballots":{"blank":1,"recorded":3},"budget":15000,"eligible":null,"pool":"all"}],"round":"spring","rule":{"fundWithoutVotes":false,"method":"greedy"},"schemaVersion":1,"snapshot":1,"status":"final","supersedes":null}'
result_digest=$(sha "$(hex "$before$after")")
printf '%s,"digest":"%s"%s\n' "$before" "$result_digest" "$after" >"$files/result.json"
printf -- '---\nschemaVersion: 1\nsnapshot: 1\nstatus: final\nasOf: 2027-05-16T18:00:00Z\ndigest: %s\n---\n\n# Spring\n' "$result_digest" >"$out/round/result.md"

head_at() { printf '%d:%s' "$1" "$(board_hash "$1" | cut -c1-8)"; }
equal() { printf '{"row":"%s","holds":true,"values":{"%s":%s,"%s":%s}}' "$1" "$2" "$4" "$3" "$4"; }
{
  printf '{"schemaVersion":1,"round":"spring","snapshot":1,"rows":['
  equal used used recorded 3 && printf ,
  equal ballots recorded published 3 && printf ,
  equal issued-root published computed "\"$issued_root\"" && printf ,
  equal revoked found published 1 && printf ,
  equal digest published pinned "\"$digest\"" && printf ,
  equal chain links fitting 3 && printf ,
  equal head pinned published "\"$(head_at 3)\"" && printf ,
  equal ballots-root published computed "\"$(M "${commitments[@]}")\"" && printf ,
  equal files used recorded 3 && printf ,
  equal result differences allowed 0
  printf ']}\n'
} >"$files/reconciliation.json"

# What people hold: words of the command, one a line.
printf '%s\n' --head "$(head_at 1)" --head "$(head_at 3)" --receipt "${receipts[0]}" \
  --signature "$(base64url "$(signed "$(H receipt-signature "$(hex "${receipts[0]}")")")")" \
  --unused "$unused" >"$out/held.txt"
