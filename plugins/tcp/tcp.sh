#!/bin/bash
# Checks whether a port accepts connections. Host and port are public, so they are environment variables.
set -u

say() { printf '{"type":"outcome","outcome":%s}\n' "$1"; exit 0; }

if ! IFS= read -r request || [[ $request != '{"protocol":1,"call":"perform",'* ]]; then
    echo "this is a plugin of runbook: it supports only protocol 1 and the call perform" >&2
    exit 64
fi

# The line is compact JSON. A quote inside a string is escaped, so these can only be the keys themselves.
wanted=open
[[ $request == *'"state":"closed"'* ]] && wanted=closed
seconds=3
[[ $request =~ '"seconds":'([0-9]+) ]] && seconds=${BASH_REMATCH[1]}
host=$RUNBOOK_TARGET_HOST port=$RUNBOOK_TARGET_PORT

if ! getent hosts "$host" >/dev/null; then
    say '"refused","reason":"the host name is unknown"'
fi

# shellcheck disable=SC2016 # the inner shell fills in what it was given
if timeout "$seconds" bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$host" "$port" 2>/dev/null; then
    state=open
else
    state=closed
fi
verdict=missing
[[ $state == "$wanted" ]] && verdict=success
say "\"answered\",\"verdict\":\"$verdict\",\"body\":{\"state\":\"$state\",\"host\":\"$host\",\"port\":$port}"
