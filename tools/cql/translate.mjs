// Translates every CQL library of a folder to ELM.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { translatorFor } from './translator.mjs';

const USAGE = `node translate.mjs [--store] [--quiet] CQL-DIR ELM-DIR
Writes NAME.json for each NAME.cql; libraries that others include lie in the same folder.
  --store   writes NAME.json.gz with the SHA-256 of the CQL beside the ELM, as profiles/elm/ keeps them
  --quiet   says nothing but errors
Ends with 1, and names every error, when a library cannot be translated; nothing is written then.`;

const flags = process.argv.slice(2).filter((a) => a.startsWith('--'));
const [from, to] = process.argv.slice(2).filter((a) => !a.startsWith('--'));
if (!from || !to || flags.some((f) => f !== '--store' && f !== '--quiet')) {
  console.error(USAGE);
  process.exit(2);
}

const texts = Object.fromEntries(
  readdirSync(from).filter((f) => f.endsWith('.cql')).sort().map((f) => [f.slice(0, -'.cql'.length), readFileSync(join(from, f), 'utf8')]));
const named = Object.fromEntries(Object.entries(texts).map(([file, text]) => [/^library (\w+)/m.exec(text)?.[1] ?? file, text]));
const translate = translatorFor(named);
const elm = {};
const errors = [];
for (const [file, text] of Object.entries(texts)) {
  const started = Date.now();
  try {
    elm[file] = translate(file, text);
  } catch (error) {
    errors.push(error.message);
    continue;
  }

  if (!flags.includes('--quiet')) {
    console.log(`${file}: ${((Date.now() - started) / 1000).toFixed(1)} s, ${elm[file].length} bytes`);
  }
}

if (errors.length > 0) {
  console.error(errors.join('\n'));
  process.exit(1);
}

mkdirSync(to, { recursive: true });
for (const [file, json] of Object.entries(elm)) {
  if (flags.includes('--store')) {
    writeFileSync(join(to, `${file}.json.gz`), stored(texts[file], json));
  } else {
    writeFileSync(join(to, `${file}.json`), json);
  }
}

function stored(text, json) {
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  const bytes = gzipSync(`{"cqlSha256":"${sha256}","elm":${json}}`, { level: 9 });

  // The header names the machine's system; the same text gives the same bytes.
  bytes[9] = 255;
  return bytes;
}
