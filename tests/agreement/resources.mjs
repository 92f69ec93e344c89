// FHIR resources out of files and folders: NDJSON, Bundles and single resources, plain or gzip.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const ENDINGS = /\.(json|ndjson|jsonl)(\.gz)?$/;

/** Every resource, with the fullUrl that a Bundle gives it. */
export function* resourcesIn(paths) {
  for (const path of paths) {
    if (statSync(path).isDirectory()) {
      yield* resourcesIn(readdirSync(path).sort().map((name) => join(path, name)));
    } else if (ENDINGS.test(path)) {
      yield* resourcesOf(path);
    }
  }
}

function* resourcesOf(path) {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  const found = /\.(ndjson|jsonl)/.test(path)
    ? text.split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line))
    : [JSON.parse(text)];
  for (const resource of found) {
    if (resource.resourceType === 'Bundle') {
      yield* (resource.entry ?? []).filter((e) => e.resource).map((e) => ({ resource: e.resource, fullUrl: e.fullUrl }));
    } else if (resource.resourceType) {
      yield { resource };
    }
  }
}
