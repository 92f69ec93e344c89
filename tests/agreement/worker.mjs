// One of the processes: takes measures one at a time and sends back what the engine says of each patient.
import { Calculator } from 'fqm-execution';
import { createPopulationValues } from 'fqm-execution/build/calculation/DetailedResultsBuilder.js';
import { outcomesOf, populationsOf } from './outcomes.mjs';
import { Patients } from './patients.mjs';
import { Published } from './published.mjs';
import { chosen } from './sample.mjs';
import { resourcesIn } from './resources.mjs';

let prepared;

process.on('message', async ({ run, measure }) => {
  try {
    prepared ??= prepare(run);
    process.send(await compare(prepared, run, measure));
  } catch (error) {
    process.send({ measure, error: error.message });
  }
});

function prepare(run) {
  const patients = new Patients(resourcesIn(run.patients));
  const published = new Published(run.published, run.byHand);
  published.keepCodes(patients.codes());
  return { patients, published, outcomes: outcomesOf(run.outcomes) };
}

async function compare({ patients, published, outcomes }, run, id) {
  const started = Date.now();
  const measure = published.measures.find((m) => m.id === id);
  const indicator = Published.indicatorOf(measure);
  const ours = outcomes.get(indicator) ?? new Map();
  const isRegister = measure.scoring.coding[0].code === 'cohort';
  const ids = chosen(patients.ids, ours, run.withoutEdges.includes(indicator) ? undefined : indicator, run.sample);
  const theirs = await calculate(published.bundle(measure, parametersOf(run)), measure, patients.source(ids));
  const disagreements = [];
  for (const patient of ids) {
    const we = populationsOf(ours.get(patient), isRegister);
    const they = theirs.get(patient);
    if (JSON.stringify(we) !== JSON.stringify(they)) {
      disagreements.push({ indicator, patient, we, they });
    }
  }

  return { measure: id, indicator, patients: ids.length, inside: ids.filter((p) => ours.has(p)).length, disagreements, ms: Date.now() - started };
}

/**
 * What the engine says of each patient, in the same shape as populationsOf. The results of every clause, which Calculator.calculate
 * gathers for its highlighted texts, take longer than the engine itself and are left out.
 */
async function calculate(bundle, measure, patientSource) {
  const { results } = await Calculator.calculateRaw(bundle, [], {
    patientSource,
    measurementPeriodStart: measure.effectivePeriod.start,
    measurementPeriodEnd: measure.effectivePeriod.end,
    trustMetaProfile: false,
  });
  const [group] = measure.group;
  return new Map(Object.entries(results.patientResults).map(([id, raw]) => {
    const said = createPopulationValues(measure, group, raw).populationResults;
    const populations = Object.fromEntries(group.population.map((p) => {
      const code = p.code.coding[0].code;
      return [code, said.find((s) => s.populationType === code).result];
    }));
    return [id, measure.scoring.coding[0].code === 'cohort' ? populations : { ...populations, label: raw['Outcome Label'] ?? null }];
  }));
}

function parametersOf(run) {
  const date = /^(\d+)-(\d+)-(\d+)$/.exec(run.achievementDate);
  const literal = (type, value) => ({ type: 'Literal', valueType: `{urn:hl7-org:elm-types:r1}${type}`, value });
  return {
    'Achievement Date': { type: 'Date', year: literal('Integer', date[1]), month: literal('Integer', date[2]), day: literal('Integer', date[3]) },
    ...(run.registrationsRecorded === false ? { 'Registrations Recorded': literal('Boolean', 'false') } : {}),
  };
}
