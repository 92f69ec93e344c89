// What is published, as the engine wants it: for each Measure a Bundle with its Libraries and ValueSets.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesIn } from './resources.mjs';

const INDICATOR = 'https://qoffhir.example.org/fhir/CodeSystem/indicator';

export class Published {
  #libraries = new Map();
  #valueSets = [];
  measures = [];

  /** @param byHand folder of ELM that takes the place of the published logic: ID.json for each indicator, and what they include */
  constructor(folder, byHand) {
    for (const { resource } of resourcesIn([folder])) {
      if (resource.resourceType === 'Measure' && resource.library?.length) {
        this.measures.push(resource);
      } else if (resource.resourceType === 'Library') {
        this.#libraries.set(resource.url, resource);
      } else if (resource.resourceType === 'ValueSet') {
        this.#valueSets.push(resource);
      }
    }

    if (byHand) {
      this.#replaceLogic(byHand);
    }
  }

  #replaceLogic(folder) {
    this.#libraries = new Map(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => {
      const library = libraryOf(readFileSync(join(folder, name)));
      return [library.url, library];
    }));
    this.measures = this.measures
      .filter((m) => this.#libraries.has(urlOf(Published.indicatorOf(m))))
      .map((m) => ({ ...m, library: [urlOf(Published.indicatorOf(m))] }));
  }

  static indicatorOf(measure) {
    return measure.group[0].code.coding.find((c) => c.system === INDICATOR).code;
  }

  /** The engine compares codes one by one, so those that no patient has are left out. */
  keepCodes(present) {
    this.#valueSets = this.#valueSets.map(({ compose, expansion, ...set }) => ({
      ...set,
      expansion: { ...expansion, contains: expansion?.contains?.filter((c) => present.has(`${c.system}|${c.code}`)) ?? [] },
    }));
  }

  /** @param parameters values for parameters of the main library, as ELM literals: the engine sets none but the measurement period */
  bundle(measure, parameters) {
    const libraries = this.#reached(measure.library[0].split('|')[0]).map((library, i) => (i === 0 ? withDefaults(library, parameters) : library));
    return {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [measure, ...libraries, ...this.#valueSets].map((resource) => ({ resource })),
    };
  }

  #reached(url) {
    const library = this.#libraries.get(url);
    if (!library) {
      throw new Error(`no Library ${url} is published`);
    }

    const further = (library.relatedArtifact ?? [])
      .filter((a) => a.type === 'depends-on').map((a) => a.resource?.split('|')[0]).filter((u) => u && this.#libraries.has(u));
    return [library, ...further.flatMap((u) => this.#reached(u))];
  }
}

const urlOf = (name) => `https://qoffhir.example.org/fhir/Library/${name}`;

function libraryOf(bytes) {
  const { identifier, includes } = JSON.parse(bytes).library;
  return {
    resourceType: 'Library',
    url: urlOf(identifier.id),
    version: identifier.version,
    relatedArtifact: includes?.def.map((i) => ({ type: 'depends-on', resource: urlOf(i.path) })),
    content: [{ contentType: 'application/elm+json', data: bytes.toString('base64') }],
  };
}

function withDefaults(library, parameters) {
  const content = library.content.find((c) => c.contentType === 'application/elm+json');
  if (!content) {
    throw new Error(`${library.url} has no ELM`);
  }

  const elm = JSON.parse(Buffer.from(content.data, 'base64').toString('utf8'));
  for (const parameter of elm.library.parameters.def) {
    if (parameters[parameter.name]) {
      parameter.default = parameters[parameter.name];
    }
  }

  return { ...library, content: [{ ...content, data: Buffer.from(JSON.stringify(elm)).toString('base64') }] };
}
