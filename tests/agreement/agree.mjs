// Compares our verdicts with those of an independent CQL engine, patient by patient.
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { Published } from './published.mjs';

const USAGE = `node agree.mjs --achievement-date YYYY-MM-DD --published DIR --outcomes FILE --patients PATH...
  --published DIR       what \`qof publish\` wrote
  --outcomes FILE       outcomes.csv of \`qof evaluate\` on the same patients, framework and date
  --patients PATH       FHIR files or folders; may be repeated
  --achievement-date D  as given to \`qof evaluate\`
  --no-registrations    the patients come without any registration data
  --by-hand DIR         ELM written by hand: only indicators that have an ID.json there, with it instead of the published logic
  --indicator ID        only these; may be repeated
  --no-edges ID         this one without its own edge patients, where its logic is tried on them elsewhere; may be repeated
  --sample N            a measure's own edge patients, and others from every outcome in turn until they are so many
  --processes N         2 unless said

Ends with 0 when the engine agrees on every population of every patient, else with 1.`;

const run = options();
const measures = new Published(run.published, run.byHand).measures
  .filter((m) => !run.indicators || run.indicators.includes(Published.indicatorOf(m))).map((m) => m.id);
const results = await compareAll(measures, run);
const failed = results.filter((r) => r.error);
const compared = results.filter((r) => !r.error);
const disagreements = compared.flatMap((r) => r.disagreements);
print(compared, disagreements, failed);
process.exitCode = disagreements.length === 0 && failed.length === 0 && compared.length > 0 ? 0 : 1;

function options() {
  const { values } = parseArgs({
    options: {
      'achievement-date': { type: 'string' }, published: { type: 'string' }, outcomes: { type: 'string' },
      patients: { type: 'string', multiple: true }, 'no-registrations': { type: 'boolean' }, 'by-hand': { type: 'string' },
      indicator: { type: 'string', multiple: true }, 'no-edges': { type: 'string', multiple: true, default: [] }, sample: { type: 'string' }, processes: { type: 'string', default: '2' },
    },
  });
  if (!values['achievement-date'] || !values.published || !values.outcomes || !values.patients) {
    console.error(USAGE);
    process.exit(2);
  }

  return {
    achievementDate: values['achievement-date'],
    published: values.published,
    outcomes: values.outcomes,
    patients: values.patients,
    byHand: values['by-hand'],
    registrationsRecorded: !values['no-registrations'],
    indicators: values.indicator,
    withoutEdges: values['no-edges'],
    sample: values.sample ? Number(values.sample) : undefined,
    processes: Math.min(Number(values.processes), 16),
  };
}

/** Each process takes the next measure when it is done with one. */
async function compareAll(ids, run) {
  const waiting = [...ids];
  const found = [];
  await Promise.all(Array.from({ length: Math.min(run.processes, ids.length) }, () => new Promise((resolve, reject) => {
    const worker = fork(new URL('worker.mjs', import.meta.url));
    const next = () => (waiting.length > 0 ? worker.send({ run, measure: waiting.shift() }) : worker.disconnect());
    worker.on('message', (result) => {
      found.push(result);
      next();
    });
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
    next();
  })));
  return found.sort((a, b) => ids.indexOf(a.measure) - ids.indexOf(b.measure));
}

function print(results, disagreements, failed) {
  console.log('indicator   patients   in population   seconds   disagreements');
  for (const r of results) {
    console.log([
      r.indicator.padEnd(9), String(r.patients).padStart(11), String(r.inside).padStart(15),
      (r.ms / 1000).toFixed(1).padStart(9), String(r.disagreements.length).padStart(15),
    ].join(' '));
  }

  for (const { indicator, patient, we, they } of disagreements) {
    console.log(`${indicator} ${patient}\n  ours    ${said(we)}\n  engine  ${said(they)}`);
  }

  for (const { measure, error } of failed) {
    console.log(`${measure} could not be calculated: ${error}`);
  }

  const patients = results.reduce((n, r) => n + r.patients, 0);
  console.log(`${results.length} measures, ${patients} verdicts, ${disagreements.length} disagreements${failed.length ? `, ${failed.length} measures not calculated` : ''}`);
}

function said(populations) {
  if (!populations) {
    return 'no such patient';
  }

  const { label, ...rest } = populations;
  const names = Object.entries(rest).filter(([, holds]) => holds).map(([name]) => name);
  return (names.join(', ') || 'outside') + (label ? ` (${label})` : '');
}
