#!/usr/bin/env bash
# Writes what the packages now offer into their PublicAPI.Unshipped.txt; read the difference before committing it.
set -euo pipefail
cd "$(dirname "$0")/.."
for room in QofFhir.Core QofFhir.Definitions QofFhir.Fhir; do
  echo '#nullable enable' > "src/$room/PublicAPI.Unshipped.txt"
  dotnet format analyzers "src/$room/$room.csproj" --diagnostics RS0016 --severity warn --no-restore
done
