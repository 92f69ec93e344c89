// What we say: outcomes.csv of `qof evaluate`, one line for each patient of each indicator's population.
import { readFileSync } from 'node:fs';

/** By indicator, then by patient: outcome and label of the row that decided. */
export function outcomesOf(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/).filter(Boolean).map(fields);
  const column = (name) => head.indexOf(name);
  const [patient, indicator, outcome, row] = ['patient', 'indicator', 'outcome', 'row'].map(column);
  const found = new Map();
  for (const line of lines) {
    const ofIndicator = found.get(line[indicator]) ?? new Map();
    found.set(line[indicator], ofIndicator.set(line[patient], { outcome: line[outcome], row: line[row] }));
  }

  return found;
}

/** The populations and the label that an outcome stands for; undefined is a patient outside the population. */
export function populationsOf(outcome, isRegister) {
  const inside = outcome !== undefined;
  if (isRegister) {
    return { 'initial-population': inside };
  }

  return {
    'initial-population': inside,
    denominator: inside,
    'denominator-exclusion': outcome?.outcome === 'excluded',
    'denominator-exception': outcome?.outcome === 'adjusted',
    numerator: outcome?.outcome === 'achieved',
    label: outcome?.outcome === 'excluded' || outcome?.outcome === 'adjusted' ? outcome.row : null,
  };
}

const fields = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2]);
