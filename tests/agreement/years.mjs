// Holds whole framework years against an independent CQL engine: publishes them, makes patients for every row and edge, and compares.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `node years.mjs [--full | --sample N] [--framework ID]... [--indicator ID]...
  --framework ID   only these; all of frameworks/ unless said
  --indicator ID   only these; all of the framework unless said
  --patients DIR   what \`qof synth --edges\` made for the framework asked for; unless said, they are made
  --no-edges ID    this indicator without its own edge patients, where its logic is tried on them elsewhere; may be repeated
  --verdicts DIR   definitions that our verdicts come from, instead of those published: break a row there and see it caught
  --sample N       a measure's own edge patients, and others from every outcome in turn until they are so many; 100 unless said
  --full           every patient made, and more of them made
  --qof FILE       the built qof.dll; unless said, dotnet run builds it
  --processes N    2 unless said

Ends with 0 when the engine agrees on every population of every patient, else with 1.`;

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const { values: asked } = parseArgs({
  options: {
    framework: { type: 'string', multiple: true }, indicator: { type: 'string', multiple: true, default: [] },
    patients: { type: 'string' }, 'no-edges': { type: 'string', multiple: true, default: [] },
    verdicts: { type: 'string', default: root }, full: { type: 'boolean' }, sample: { type: 'string', default: '100' }, qof: { type: 'string' },
    processes: { type: 'string', default: '2' }, help: { type: 'boolean' },
  },
});
if (asked.help) {
  console.log(USAGE);
  process.exit(0);
}

const years = readdirSync(join(root, 'frameworks')).filter((f) => f.endsWith('.yaml'))
  .map((f) => readFileSync(join(root, 'frameworks', f), 'utf8'))
  .map((text) => ({ id: /^framework: *(\S+)/m.exec(text)[1], year: Number(/^year: *(\d{4})/m.exec(text)[1]) }))
  .filter((f) => !asked.framework || asked.framework.includes(f.id));
const failed = years.filter((f) => !agrees(f));
for (const { id } of failed) {
  console.log(`${id}: not agreed`);
}

process.exitCode = failed.length === 0 && years.length > 0 ? 0 : 1;

function agrees({ id, year }) {
  const folder = mkdtempSync(join(tmpdir(), 'qoffhir-year-'));
  const [made, outcomes, published] = ['patients', 'outcomes', 'published'].map((name) => join(folder, name));
  const patients = asked.patients ?? made;
  const day = `${year + 1}-03-31`;
  const rules = (definitions) => ['--framework', id, '--definitions', definitions, '--code-pack', join(root, 'samples', 'valuesets')];
  const each = (option) => asked[option].flatMap((i) => [`--${option}`, i]);
  try {
    console.log(`${id} at ${day}`);
    return (asked.patients || qof('synth', '--edges', ...(asked.full ? ['--full'] : []), ...each('indicator'), ...rules(root), '--achievement-date', day, '--out', made))
      && qof('evaluate', patients, ...rules(asked.verdicts), '--achievement-date', day, '--out', outcomes)
      && qof('publish', ...rules(root), '--out', published)
      && run('node', join(here, 'agree.mjs'), '--published', published, '--outcomes', join(outcomes, 'outcomes.csv'), '--patients', patients,
        '--achievement-date', day, '--processes', asked.processes, ...each('indicator'), ...each('no-edges'), ...(asked.full ? [] : ['--sample', asked.sample])).ok;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function qof(...args) {
  const built = asked.qof ? ['exec', asked.qof] : ['run', '-c', 'Release', '--project', join(root, 'src', 'QofFhir.Cli'), '--'];
  const { ok, output } = run('dotnet', ...built, ...args);
  if (!ok) {
    console.log(output);
  }

  return ok;
}

/** What agree.mjs says is shown as it comes; of the tool only what went wrong is. */
function run(program, ...args) {
  const shown = program === 'node';
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'] });
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` };
}
