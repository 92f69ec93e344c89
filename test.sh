#!/usr/bin/env bash
# Installs what the tests need and runs them all; the last line says how many passed and failed.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Tests are over before what the runtime measures of them would pay.
export DOTNET_TieredPGO=0

need() { # program, Debian packages
  command -v "$1" >/dev/null 2>&1 && return
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${@:2}" >/dev/null
  else
    echo "test.sh needs $1 (Debian packages: ${*:2}); please install it" >&2
    exit 3
  fi
}
command -v dotnet >/dev/null 2>&1 || { echo "test.sh needs the .NET 10 SDK (dotnet) on the PATH" >&2; exit 3; }
need node nodejs npm
# The server's programs are not on Debian's path.
compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || need initdb postgresql
[ -e /usr/share/zoneinfo/Europe/London ] || need no-such-zone tzdata

# The validators of FHIR that nobody here wrote.
[ -d tests/validators/node_modules ] || npm --prefix tests/validators ci --silent --no-audit --no-fund
# The official CQL translator, and the CQL engine that our verdicts are compared with.
[ -d tools/cql/node_modules ] || npm --prefix tools/cql ci --silent --no-audit --no-fund
[ -d tests/agreement/node_modules ] || npm --prefix tests/agreement ci --silent --no-audit --no-fund

dotnet build QofFhir.sln --nologo -v quiet
# What a run that is broken off leaves goes with this folder; PostgreSQL comes here as another user.
tmp=$(mktemp -d)
chmod 755 "$tmp"
trap 'rm -rf "$tmp" || :' EXIT
log=$tmp/log
status=0
TMPDIR=$tmp dotnet test QofFhir.sln --no-build --nologo --logger "console;verbosity=minimal" "$@" 2>&1 | tee "$log" || status=$?

# "Failed!  - Failed: 1, Passed: 20, ..." once for each test project.
passed=$(sed -n 's/.*Passed: *\([0-9][0-9]*\),.*/\1/p' "$log" | awk '{n+=$1} END {print n+0}')
failed=$(sed -n 's/.*Failed: *\([0-9][0-9]*\),.*/\1/p' "$log" | awk '{n+=$1} END {print n+0}')
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
