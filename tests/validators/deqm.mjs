// What DEQM asks of a MeasureReport beyond base R4, written anew from its profiles. The keys deqm-0 to deqm-9 are its own;
// the others name what its text demands.
const terminology = 'http://terminology.hl7.org/CodeSystem/';
const r5 = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-';
const countQuantity = 'http://hl7.org/fhir/StructureDefinition/measurereport-countQuantity';
const messages = 'http://hl7.org/fhir/StructureDefinition/cqf-messages';
const criteriaReference = 'http://hl7.org/fhir/StructureDefinition/cqf-criteriaReference';

const uv = 'http://hl7.org/fhir/uv/deqm/StructureDefinition/';
const us = 'http://hl7.org/fhir/us/davinci-deqm/StructureDefinition/';
const realms = [
  {
    types: { summary: `${uv}deqm-summarymeasurereport`, individual: `${uv}deqm-individualmeasurereport`, 'subject-list': `${uv}deqm-subjectlistmeasurereport` },
    list: `${uv}deqm-individualmeasurereportlist`,
    scoring: `${uv}deqm-measureScoring`,
  },
  {
    types: { summary: `${us}summary-measurereport-deqm`, individual: `${us}indv-measurereport-deqm`, 'subject-list': `${us}subjectlist-measurereport-deqm` },
    list: `${us}indv-measurereport-list`,
    scoring: `${us}extension-measureScoring`,
  },
];

const populationsOf = {
  cohort: ['initial-population'],
  proportion: ['initial-population', 'denominator', 'denominator-exclusion', 'denominator-exception', 'numerator'],
};

const extensions = (element, url) => (element?.extension ?? []).filter(e => e.url === url);
const code = concept => concept?.coding?.[0]?.code;
const round4 = value => Math.round((value + Number.EPSILON) * 10000) / 10000;
const isDay = text => /^\d{4}-\d{2}-\d{2}/.test(text ?? '');

/** The Measures of the input by their versioned canonical. */
export function indexMeasures(resources) {
  return new Map(resources.filter(r => r.resourceType === 'Measure').map(m => [`${m.url}|${m.version}`, m]));
}

export function* checkMeasure(measure) {
  const scoring = code(measure.scoring);
  if (!measure.url || !measure.version) yield ['measure-canonical', 'url and version are needed'];
  if (!populationsOf[scoring]) yield ['measure-scoring', `'${scoring}' is neither proportion nor cohort`];
  if (scoring === 'proportion' && code(measure.improvementNotation) !== 'increase') yield ['measure-improvement', 'a proportion needs improvementNotation'];
  if (measure.group?.length !== 1) yield ['measure-group', 'exactly one group'];
  for (const group of measure.group ?? []) {
    yield* linked(group, `${r5}Measure.group.linkId`, 'group');
    const codes = (group.population ?? []).map(p => code(p.code));
    if (codes.join() !== (populationsOf[scoring] ?? []).join()) yield ['measure-populations', `a ${scoring} measure cannot have ${codes.join()}`];
    for (const population of group.population ?? []) {
      yield* linked(population, `${r5}Measure.group.population.linkId`, 'population');
      if (population.code?.coding?.[0]?.system !== `${terminology}measure-population`) yield ['measure-populations', 'code of another system'];
    }
    for (const stratifier of group.stratifier ?? []) {
      yield* linked(stratifier, `${r5}Measure.group.stratifier.linkId`, 'stratifier');
    }
  }
}

/** @param outside the report says of someone that they are not in the initial population: with gaps in care alone. */
export function* checkReport(report, measures, outside = false) {
  const realm = realms.find(r => report.meta?.profile?.[0] === r.types[report.type]);
  if (!realm) {
    yield ['deqm-profile', `meta.profile does not fit a report of type '${report.type}'`];
    return;
  }
  yield* head(report);
  yield* subject(report);
  yield* contained(report);
  const scoring = yield* scoringOf(report, realm);
  const measure = measures.get(report.measure);
  if (!measure) yield ['deqm-measure', `no Measure '${report.measure}' among the input`];
  if (measure && code(measure.scoring) !== scoring) yield ['deqm-measure', 'scoring is not that of the Measure'];
  if (!report.group?.length) yield ['deqm-group', 'a group is needed'];
  for (const group of report.group ?? []) {
    yield* checkGroup(report, group, scoring, measure?.group?.find(g => g.id === group.id), realm, outside);
  }
  yield* evaluated(report);
}

function* head(report) {
  if (!/^[^|]+\|[^|]+$/.test(report.measure ?? '')) yield ['deqm-0', 'measure must be a versioned canonical'];
  if (!isDay(report.period?.start) || !isDay(report.period?.end)) yield ['deqm-1', 'period needs start and end to the day'];
  if ((report.period?.start ?? '') > (report.period?.end ?? '')) yield ['per-1', 'period ends before it starts'];
  if (!report.date) yield ['deqm-date', 'date is needed'];
  if (!report.reporter?.reference?.startsWith('Organization/')) yield ['deqm-reporter', 'reporter must be an Organization'];
  if (!/^[A-Za-z0-9.-]{1,64}$/.test(report.id ?? '')) yield ['id', 'an id has 1 to 64 letters, digits, dots and hyphens'];
  if (!report.identifier?.length) yield ['identifier', 'an identifier is needed'];
  for (const { system, value } of report.identifier ?? []) {
    if (!system || !value || value.includes('|')) yield ['identifier', 'system and a value without bar are needed'];
  }
}

function* subject(report) {
  const reference = report.subject?.reference;
  if (report.type === 'individual' && !/^Patient\/.+/.test(reference ?? '')) yield ['deqm-subject', 'an individual report has a Patient as subject'];
  if (report.type === 'subject-list' && !/^Group\/.+/.test(reference ?? '')) yield ['deqm-subject', 'a subject list has a Group as subject'];
  if (report.type === 'summary' && reference) yield ['deqm-subject', 'a summary has no subject'];
}

function* contained(report) {
  const text = JSON.stringify(report);
  for (const { id } of report.contained ?? []) {
    if (!text.includes(`"#${id}"`)) yield ['dom-3', `contained '${id}' is never referred to`];
  }
  for (const [, id] of text.matchAll(/"reference":"#([^"]+)"/g)) {
    if (!report.contained?.some(c => c.id === id)) yield ['dom-3', `nothing contained is called '${id}'`];
  }
}

function* scoringOf(report, realm) {
  const root = extensions(report, realm.scoring);
  const groups = (report.group ?? []).map(g => extensions(g, realm.scoring));
  const onAllGroups = groups.length > 0 && groups.every(g => g.length === 1);
  const onNoGroup = groups.every(g => g.length === 0);
  if (!(root.length === 1 && onNoGroup) && !(root.length === 0 && onAllGroups)) yield ['deqm-3', 'scoring stands on the root or on every group, not both'];
  const found = code((root[0] ?? groups[0]?.[0])?.valueCodeableConcept);
  if (!populationsOf[found]) yield ['deqm-scoring', `'${found}' is neither proportion nor cohort`];
  if (root.length && found === 'proportion' && !report.improvementNotation) yield ['deqm-2', 'a proportion needs improvementNotation'];
  if (report.improvementNotation && !['increase', 'decrease'].includes(code(report.improvementNotation))) yield ['deqm-2', 'improvementNotation is increase or decrease'];
  if (!root.length && found === 'proportion' && !report.group?.every(g => g.extension?.some(e => /roupImprovementNotation$/.test(e.url)))) yield ['deqm-4', 'scoring on the groups needs improvementNotation on the groups'];
  return found;
}

function* checkGroup(report, group, scoring, defined, realm, outside) {
  yield* linked(group, `${r5}MeasureReport.group.linkId`, 'group');
  if (!defined) yield ['deqm-ids', `the Measure has no group '${group.id}'`];
  if (defined && code(defined.code) !== code(group.code)) yield ['deqm-ids', 'group.code is not that of the Measure'];
  if (!group.population?.length) yield ['deqm-5', 'a population is needed'];
  yield* everyPopulation(group.population, populationsOf[scoring], defined, 'group');
  const uncounted = report.status === 'error';
  const counts = {};
  for (const population of group.population ?? []) {
    yield* linked(population, `${r5}MeasureReport.group.population.linkId`, 'population');
    if ((population.count !== undefined) === (extensions(population, countQuantity).length > 0)) yield ['deqm-8', 'count or countQuantity, one of them'];
    if (uncounted && (population.count !== undefined || extensions(population, countQuantity).some(e => e.valueQuantity?.value !== undefined))) yield ['error-counts', 'a report of status error states no counts'];
    counts[code(population.code)] = population.count;
    yield* subjectResults(report, population, realm);
  }
  if (uncounted) {
    if (group.measureScore) yield ['error-counts', 'a report of status error states no score'];
    if (group.stratifier) yield ['error-counts', 'a report of status error has no strata'];
    yield* failure(report);
    return;
  }
  yield* arithmetic(counts, report, 'group', outside);
  yield* score(group, counts, scoring);
  for (const stratifier of group.stratifier ?? []) {
    yield* strata(report, stratifier, scoring, defined, counts);
  }
  // The labels are in every summary; other strata only in one that somebody asked for, and never without codes.
  const labelled = stratifiers => stratifiers?.some(s => s.id === 'outcome-label') ?? false;
  if (report.type === 'summary' && labelled(defined?.stratifier) !== labelled(group.stratifier)) yield ['deqm-ids', 'the labels are not those of the Measure'];
}

function* failure(report) {
  const id = extensions(report, messages)[0]?.valueReference?.reference?.slice(1);
  const outcome = report.contained?.find(c => c.id === id && c.resourceType === 'OperationOutcome');
  if (!outcome?.issue?.some(i => i.severity === 'error')) yield ['error-reason', 'a report of status error says why in cqf-messages'];
}

function* everyPopulation(populations, expected, defined, where) {
  const codes = (populations ?? []).map(p => code(p.code));
  if (new Set(codes).size !== codes.length) yield ['deqm-populations', `a population stands twice in the ${where}`];
  for (const wanted of expected ?? []) {
    if (!codes.includes(wanted)) yield ['deqm-populations', `${wanted} is missing in the ${where}`];
  }
  for (const population of populations ?? []) {
    if (population.code?.coding?.[0]?.system !== `${terminology}measure-population` || !expected?.includes(code(population.code))) yield ['deqm-populations', `${code(population.code)} does not belong into the ${where}`];
    const same = defined?.population?.find(p => p.id === population.id);
    if (defined && code(same?.code) !== code(population.code)) yield ['deqm-ids', `population '${population.id}' is not that of the Measure`];
  }
}

function* arithmetic(counts, report, where, outside = false) {
  const { 'initial-population': initial, denominator, numerator, 'denominator-exclusion': excluded, 'denominator-exception': excepted } = counts;
  for (const count of Object.values(counts)) {
    if (!Number.isInteger(count) || count < 0) yield ['counts', `not a count in the ${where}`];
    if (report.type === 'individual' && count > 1) yield ['counts', 'an individual report counts 0 or 1'];
  }
  if (report.type === 'individual' && initial !== 1 && !outside) yield ['counts', 'an individual report is about someone of the initial population'];
  if (denominator === undefined) return;
  if (denominator > initial) yield ['counts', `the denominator is larger than the initial population in the ${where}`];
  if (excluded + excepted + numerator > denominator) yield ['counts', `exclusions, exceptions and numerator do not fit into a gross denominator in the ${where}`];
}

function* score(group, counts, scoring) {
  const value = group.measureScore?.value;
  if (scoring !== 'proportion') {
    if (group.measureScore) yield ['score', 'a cohort has no score'];
    return;
  }
  if (value !== undefined && !(value >= 0 && value <= 1)) yield ['deqm-6', 'a proportion lies between 0 and 1'];
  const net = counts.denominator - counts['denominator-exclusion'] - counts['denominator-exception'];
  if (net === 0 && group.measureScore) yield ['score', 'no score without net denominator'];
  if (net > 0 && value !== round4(counts.numerator / net)) yield ['score', `${value} is not ${counts.numerator} of ${net}`];
}

function* strata(report, stratifier, scoring, defined, totals) {
  yield* linked(stratifier, `${r5}MeasureReport.group.stratifier.linkId`, 'stratifier');
  const same = defined?.stratifier?.find(s => s.id === stratifier.id);
  if (!same || code(same.code) !== code(stratifier.code?.[0])) yield ['deqm-ids', `stratifier '${stratifier.id}' is not that of the Measure`];
  const byComponent = stratifier.stratum?.some(s => s.component);
  if ((stratifier.code?.length > 0) === Boolean(byComponent)) yield ['deqm-7', 'stratifier.code or stratum.component, one of them'];
  if (stratifier.code?.length > 1) yield ['deqm-7', 'one stratifier.code'];
  const sums = {};
  const values = new Set();
  for (const stratum of stratifier.stratum ?? []) {
    const name = code(stratum.value);
    if (Boolean(stratum.value) === Boolean(stratum.component)) yield ['mrp-2', 'stratum.value or stratum.component, one of them'];
    if (values.has(name)) yield ['strata', `stratum '${name}' stands twice`];
    values.add(name);
    yield* everyPopulation(stratum.population, populationsOf[scoring], defined, `stratum '${name}'`);
    const counts = {};
    for (const population of stratum.population ?? []) {
      yield* linked(population, `${r5}MeasureReport.group.stratifier.stratum.population.linkId`, 'stratum.population');
      if ((population.count !== undefined) === (extensions(population, countQuantity).length > 0)) yield ['deqm-9', 'count or countQuantity, one of them'];
      if (population.subjectResults) yield ['deqm-subjects', 'no subjectResults in strata'];
      counts[code(population.code)] = population.count;
      sums[code(population.code)] = (sums[code(population.code)] ?? 0) + population.count;
    }
    yield* arithmetic(counts, report, `stratum '${name}'`);
  }
  if (!stratifier.stratum?.length) yield ['strata', `stratifier '${stratifier.id}' is empty`];
  for (const whole of Object.keys(sums)) {
    if (stratifier.id !== 'outcome-label' && sums[whole] !== totals[whole]) yield ['strata', `the groups of '${stratifier.id}' do not add up to ${whole}`];
  }
  for (const whole of ['denominator-exclusion', 'denominator-exception']) {
    if (stratifier.id === 'outcome-label' && (sums[whole] ?? 0) !== totals[whole]) yield ['strata', `the labels do not add up to ${whole}`];
  }
}

function* subjectResults(report, population, realm) {
  const reference = population.subjectResults?.reference;
  if (report.type !== 'subject-list') {
    if (population.subjectResults) yield ['deqm-subjects', `no subjectResults on a report of type ${report.type}`];
    return;
  }
  const list = report.contained?.find(c => c.resourceType === 'List' && `#${c.id}` === reference);
  if (!list) {
    yield ['deqm-subjects', `subjectResults of ${population.id} lead to no contained List`];
    return;
  }
  if (list.meta?.profile?.[0] !== realm.list) yield ['deqm-list', 'the List is not of the profile of its realm'];
  if ((list.entry?.length ?? 0) !== (population.count ?? 0)) yield ['deqm-list', `${population.id} counts ${population.count} but lists ${list.entry?.length ?? 0}`];
  if (Boolean(list.entry) === Boolean(list.emptyReason)) yield ['deqm-list', 'entries, or the reason for having none'];
  if (list.entry?.some(e => !/^MeasureReport\/[A-Za-z0-9.-]{1,64}$/.test(e.item?.reference ?? ''))) yield ['deqm-list', 'an entry is no individual report'];
}

function* evaluated(report) {
  if (report.evaluatedResource && report.type !== 'individual') yield ['deqm-evaluated', `no evaluatedResource on a report of type ${report.type}`];
  const codes = report.group?.[0]?.population?.map(p => p.id) ?? [];
  const seen = new Set();
  for (const resource of report.evaluatedResource ?? []) {
    if (seen.has(resource.reference)) yield ['deqm-evaluated', `${resource.reference} stands twice`];
    seen.add(resource.reference);
    const criteria = extensions(resource, criteriaReference);
    if (!criteria.length || criteria.some(c => !codes.includes(c.valueString))) yield ['deqm-evaluated', `${resource.reference} names no population of the measure`];
  }
}

/** Ids equal linkIds; each exactly one. */
function* linked(element, url, where) {
  const links = extensions(element, url);
  if (links.length !== 1 || !element.id || links[0].valueString !== element.id) yield ['deqm-link', `${where} needs an id and the same linkId`];
}
