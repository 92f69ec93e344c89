// node validate.mjs FILE.ndjson ... : prints each fault as FILE:LINE TYPE/ID [CHECK] TEXT. Exit code 0: none, 1: faults, 2: cannot run.
import { readFileSync } from 'node:fs';
import { checkBase } from './base.mjs';
import { checkMeasure, checkReport, indexMeasures } from './deqm.mjs';
import { checkExtensions } from './extensions.mjs';
import { checkGaps, isGaps } from './gaps.mjs';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node validate.mjs FILE.ndjson ...');
  process.exit(2);
}

const entries = [];
let faults = 0;

function fault(place, name, check, text) {
  faults++;
  console.log(`${place} ${name} [${check}] ${text}`);
}

for (const file of files) {
  // A .json file is one resource on many lines, any other file one resource a line.
  const text = readFileSync(file, 'utf8');
  const lines = file.endsWith('.json') ? [text] : text.split('\n');
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    const place = `${file}:${i + 1}`;
    try {
      entries.push({ place, resource: JSON.parse(line) });
    } catch (error) {
      fault(place, '?', 'json', error.message);
    }
  });
}

const measures = indexMeasures(entries.map(e => e.resource));
for (const { place, resource } of entries) {
  const name = `${resource.resourceType}/${resource.id}`;
  const report = checks => {
    try {
      for (const [check, text] of checks) fault(place, name, check, text);
    } catch (error) {
      // Something so misshapen that a check could not walk it.
      fault(place, name, 'shape', error.message);
    }
  };
  report(checkBase(resource));
  report(checkExtensions(resource));
  if (resource.resourceType === 'MeasureReport') report(checkReport(resource, measures));
  if (isGaps(resource)) report(checkGaps(resource, measures));
  if (resource.resourceType === 'Measure') report(checkMeasure(resource));
}

console.log(`${entries.length} resources, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
