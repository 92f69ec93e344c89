// What is published, as the engine wants it: for each Measure a Bundle with its Libraries and ValueSets.
import { resourcesIn } from './resources.mjs';

const INDICATOR = 'https://qoffhir.example.org/fhir/CodeSystem/indicator';

export class Published {
  #libraries = new Map();
  #valueSets = [];
  measures = [];

  constructor(folder) {
    for (const { resource } of resourcesIn([folder])) {
      if (resource.resourceType === 'Measure' && resource.library?.length) {
        this.measures.push(resource);
      } else if (resource.resourceType === 'Library') {
        this.#libraries.set(resource.url, resource);
      } else if (resource.resourceType === 'ValueSet') {
        this.#valueSets.push(resource);
      }
    }
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
