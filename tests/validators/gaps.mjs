// What DEQM asks of a Bundle of gaps in care beyond base R4, written anew from its profiles. gic-1, gic-2 and cgr-1 are its own keys.
import { checkBase } from './base.mjs';
import { checkReport } from './deqm.mjs';

const uv = 'http://hl7.org/fhir/uv/deqm/';
const us = 'http://hl7.org/fhir/us/davinci-deqm/';
const realms = [
  {
    bundle: `${uv}StructureDefinition/deqm-gapsincarebundle`,
    composition: `${uv}StructureDefinition/deqm-gapsincarecomposition`,
    issue: `${uv}StructureDefinition/deqm-gapsincaredetectedissue`,
    report: `${uv}StructureDefinition/deqm-individualmeasurereport`,
    status: `${uv}StructureDefinition/deqm-gapStatus`,
    statuses: `${uv}CodeSystem/deqm-gaps-status`,
    remark: `${uv}StructureDefinition/deqm-careGapRemark`,
    remarks: `${uv}CodeSystem/deqm-care-gap-remark`,
  },
  {
    bundle: `${us}StructureDefinition/gaps-bundle-deqm`,
    composition: `${us}StructureDefinition/gaps-composition-deqm`,
    issue: `${us}StructureDefinition/gaps-detectedissue-deqm`,
    report: `${us}StructureDefinition/indv-measurereport-deqm`,
    status: `${us}StructureDefinition/extension-gapStatus`,
    statuses: `${us}CodeSystem/gaps-status`,
    remark: `${us}StructureDefinition/extension-careGapRemark`,
    remarks: `${us}CodeSystem/care-gap-remark`,
  },
];

const codes = ['open-gap', 'closed-gap', 'prospective-gap', 'not-applicable'];
const remarks = ['order-placed', 'satisfied-in-EHR', 'out-of-range', 'patient-refused', 'rejected', 'suppressed', 'not-assessed', 'not-ingested'];
const absent = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
const profile = resource => resource?.meta?.profile?.[0];
const resources = (bundle, type) => (bundle.entry ?? []).map(e => e.resource).filter(r => r?.resourceType === type);

/** A Bundle that claims the profile, or holds an issue that does: a collection of the US realm claims none. */
export function isGaps(resource) {
  return resource.resourceType === 'Bundle'
    && realms.some(r => profile(resource) === r.bundle || resources(resource, 'DetectedIssue').some(i => profile(i) === r.issue));
}

export function* checkGaps(bundle, measures) {
  const realm = realms.find(r => profile(bundle) === r.bundle || resources(bundle, 'DetectedIssue').some(i => profile(i) === r.issue));
  yield* whole(bundle, realm);
  const found = new Map();
  for (const { fullUrl, resource } of bundle.entry ?? []) {
    const name = `${resource.resourceType}/${resource.id}`;
    if (found.has(name)) yield ['gaps-entries', `${name} stands twice`];
    found.set(name, resource);
    if (!fullUrl?.endsWith(`/${name}`) || fullUrl.slice(0, -name.length) !== bundle.entry[0].fullUrl.slice(0, -`${bundle.entry[0].resource.resourceType}/${bundle.entry[0].resource.id}`.length)) {
      yield ['gaps-fullurl', `${fullUrl} is not ${name} below the same address as the others`];
    }
    for (const [check, text] of checkBase(resource)) yield [check, `${name}: ${text}`];
  }
  const patients = resources(bundle, 'Patient');
  if (patients.length !== 1) yield ['gaps-patient', `${patients.length} Patients, not one`];
  for (const composition of resources(bundle, 'Composition')) yield* document(composition, found, realm, patients[0]);
  for (const issue of resources(bundle, 'DetectedIssue')) yield* checkIssue(issue, found, realm, patients[0], measures);
  for (const report of resources(bundle, 'MeasureReport')) yield* remarked(report, found, realm, patients[0]);
}

function* whole(bundle, realm) {
  const first = bundle.entry?.[0]?.resource;
  if (!bundle.identifier?.system || !bundle.identifier?.value) yield ['gaps-identifier', 'identifier with system and value is needed'];
  if (!bundle.timestamp) yield ['gaps-timestamp', 'timestamp is needed'];
  const composed = resources(bundle, 'Composition');
  if (composed.length && bundle.type !== 'document') yield ['gic-1', 'with a Composition it is a document'];
  if (!composed.length && bundle.type !== 'collection') yield ['gic-2', 'without a Composition it is a collection'];
  if (bundle.type === 'document' && (composed.length !== 1 || first !== composed[0])) yield ['gaps-first', 'the Composition stands first in a document'];
  if (bundle.type === 'document' && profile(bundle) !== realm.bundle) yield ['gaps-profile', 'a document claims the profile of its realm'];
}

function* document(composition, found, realm, patient) {
  if (profile(composition) !== realm.composition) yield ['gaps-profile', 'the Composition is not of the profile of its realm'];
  if (!composition.type?.coding?.some(c => c.system === 'http://loinc.org' && c.code === '96315-7')) yield ['gaps-type', 'type is LOINC 96315-7'];
  if (composition.subject?.reference !== `Patient/${patient?.id}`) yield ['gaps-patient', 'the Composition is about another patient'];
  for (const { reference } of [...composition.author ?? [], composition.custodian ?? {}]) {
    if (!/^Organization\//.test(reference ?? '') || !found.has(reference)) yield ['gaps-author', `${reference} is no Organization of the Bundle`];
  }
  if (!composition.section?.length) yield ['gaps-section', 'a section is needed'];
  const focused = new Set();
  for (const section of composition.section ?? []) {
    const report = found.get(section.focus?.reference);
    if (report?.resourceType !== 'MeasureReport') yield ['gaps-focus', `${section.focus?.reference} is no MeasureReport of the Bundle`];
    focused.add(section.focus?.reference);
    if (!section.entry?.length) yield ['gaps-section', 'a section names a DetectedIssue'];
    for (const { reference } of section.entry ?? []) {
      const issue = found.get(reference);
      if (issue?.resourceType !== 'DetectedIssue') yield ['gaps-section', `${reference} is no DetectedIssue of the Bundle`];
      if (issue?.evidence?.[0]?.detail?.[0]?.reference !== section.focus?.reference) yield ['gaps-section', `${reference} is of another report than its section`];
    }
  }
  for (const [name, resource] of found) {
    if (resource.resourceType === 'MeasureReport' && !focused.has(name)) yield ['gaps-focus', `${name} has no section`];
  }
}

function* checkIssue(issue, found, realm, patient, measures) {
  if (profile(issue) !== realm.issue) yield ['gaps-profile', 'a DetectedIssue is not of the profile of its realm'];
  if (!issue.code?.coding?.some(c => c.system === 'http://terminology.hl7.org/CodeSystem/v3-ActCode' && c.code === 'CAREGAP')) yield ['gaps-code', 'code is CAREGAP'];
  if (issue.patient?.reference !== `Patient/${patient?.id}`) yield ['gaps-patient', 'an issue is about another patient'];
  const said = (issue.modifierExtension ?? []).filter(e => e.url === realm.status);
  if (said.length !== 1) yield ['gaps-status', 'one gapStatus is needed'];
  const { system, code } = said[0]?.valueCodeableConcept?.coding?.[0] ?? {};
  const known = system === realm.statuses && codes.includes(code);
  if (!known && !(system === absent && code === 'unknown')) yield ['gaps-status', `'${code}' is no status`];
  if (!issue.evidence?.length || issue.evidence.some(e => e.detail?.length !== 1)) yield ['gaps-evidence', 'evidence with one detail is needed'];
  const report = found.get(issue.evidence?.[0]?.detail?.[0]?.reference);
  if (report?.resourceType !== 'MeasureReport') {
    yield ['gaps-evidence', 'the evidence is no MeasureReport of the Bundle'];
    return;
  }
  for (const [check, text] of checkReport(report, measures, code === 'not-applicable')) yield [check, `MeasureReport/${report.id}: ${text}`];
  yield* fits(known ? code : undefined, report);
}

/** The status and the counts of the report say the same. */
function* fits(status, report) {
  if (!status !== (report.status === 'error')) yield ['gaps-fits', 'the status is unknown where the report is of status error, and only there'];
  if (!status) return;
  const count = Object.fromEntries(report.group[0].population.map(p => [p.code.coding[0].code, p.count]));
  const inside = count['denominator'] === 1 && count['denominator-exclusion'] === 0;
  if (status === 'not-applicable' && (inside || report.group[0].measureScore)) yield ['gaps-fits', 'not applicable: not in the population or excluded, and without score'];
  if (status === 'closed-gap' && !(inside && count['numerator'] === 1)) yield ['gaps-fits', 'closed: in the numerator'];
  if (['open-gap', 'prospective-gap'].includes(status) && !(inside && count['numerator'] === 0)) yield ['gaps-fits', 'open or prospective: in the denominator and not in the numerator'];
  const remarked = report.group[0].extension.some(e => /areGapRemark$/.test(e.url));
  if (remarked !== (count['denominator-exception'] === 1)) yield ['gaps-fits', 'a remark where care was adjusted, and only there'];
}

function* remarked(report, found, realm, patient) {
  if (profile(report) !== realm.report) yield ['gaps-profile', 'a report is not of the profile of its realm'];
  if (report.subject?.reference !== `Patient/${patient?.id}`) yield ['gaps-patient', 'a report is about another patient'];
  if (!found.has(report.reporter?.reference)) yield ['gaps-author', 'the reporter is not in the Bundle'];
  for (const group of report.group ?? []) {
    for (const remark of (group.extension ?? []).filter(e => e.url === realm.remark)) {
      const parts = remark.extension ?? [];
      if (!parts.some(p => ['author', 'authorOrganization', 'authorSoftware'].includes(p.url))) yield ['cgr-1', 'a remark names its author'];
      const unknown = parts.find(p => !['author', 'authorOrganization', 'authorSoftware', 'authorDatetime', 'text', 'code'].includes(p.url));
      if (unknown) yield ['gaps-remark', `a remark has no part '${unknown.url}'`];
      const coding = parts.find(p => p.url === 'code')?.valueCodeableConcept?.coding ?? [];
      if (!coding.length || coding.some(c => c.system === realm.remarks && !remarks.includes(c.code))) yield ['gaps-remark', 'the code of a remark is none of the realm'];
    }
  }
}
