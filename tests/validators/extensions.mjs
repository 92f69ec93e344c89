// Our own extensions, held to their StructureDefinitions in profiles/: names, cardinality, types and fixed word lists.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../profiles/', import.meta.url));
const ours = 'https://qoffhir.example.org/';

const read = prefix => readdirSync(folder)
  .filter(f => f.startsWith(prefix) && f.endsWith('.json'))
  .map(f => JSON.parse(readFileSync(folder + f, 'utf8')));

const definitions = new Map(read('StructureDefinition-').map(d => [d.url, d]));
const words = new Map(read('ValueSet-').map(v => [v.url, v.compose.include.flatMap(i => i.concept.map(c => c.code))]));

export function* checkExtensions(element) {
  if (!element || typeof element !== 'object') return;
  for (const extension of element.extension ?? []) {
    if (!extension.url?.startsWith(ours)) continue;
    const definition = definitions.get(extension.url);
    if (!definition) {
      yield ['profiles', `${extension.url} is not defined in profiles/`];
      continue;
    }
    yield* parts(extension, 'Extension', definition.differential.element);
    yield* value(extension, definition.differential.element.find(e => e.id === 'Extension.value[x]'));
  }
  for (const child of Object.values(element)) {
    for (const item of Array.isArray(child) ? child : [child]) yield* checkExtensions(item);
  }
}

function* parts(extension, id, elements) {
  const slice = new RegExp(`^${id.replaceAll('.', '\\.')}\\.extension:([^.:]+)$`);
  const allowed = elements.filter(e => slice.test(e.id));
  for (const part of extension.extension ?? []) {
    if (!allowed.some(e => e.sliceName === part.url)) yield ['profiles', `${id} has no part '${part.url}'`];
  }
  for (const element of allowed) {
    const found = (extension.extension ?? []).filter(p => p.url === element.sliceName);
    const max = element.max === '*' ? Infinity : Number(element.max);
    if (found.length < element.min || found.length > max) yield ['profiles', `${element.id} stands ${found.length} times, not ${element.min}..${element.max}`];
    for (const part of found) {
      yield* parts(part, element.id, elements);
      yield* value(part, elements.find(e => e.id === `${element.id}.value[x]`));
    }
  }
}

function* value(part, element) {
  if (!element) return;
  const types = element.type?.map(t => `value${t.code[0].toUpperCase()}${t.code.slice(1)}`) ?? [];
  const name = Object.keys(part).find(k => k.startsWith('value'));
  if (element.max === '0' ? name : !types.includes(name)) yield ['profiles', `${element.id} is not a ${name}`];
  const codes = words.get(element.binding?.valueSet);
  if (element.binding && !codes) yield ['profiles', `${element.binding.valueSet} is not defined in profiles/`];
  if (codes && !codes.includes(part[name])) yield ['profiles', `'${part[name]}' is no word of ${element.id}`];
}
