// One Bundle a patient: everything that refers to the patient, and the Medications and Groups that concern them.
import { PatientSource } from 'cql-exec-fhir';

/** A reference or fullUrl in one spelling: Type/id, else the URN or URL itself. */
const keyOf = (reference) => /([A-Z][A-Za-z]+\/[^/]+?)(\/_history\/.*)?$/.exec(reference ?? '')?.[1] ?? reference;

export class Patients {
  #bundles = new Map();
  #parsed = new Map();

  /** @param resources as resourcesIn gives them */
  constructor(resources) {
    const all = [...resources];
    const names = new Map();
    const medications = new Map();
    for (const { resource, fullUrl } of all) {
      if (resource.resourceType === 'Patient') {
        this.#bundles.set(resource.id, { resourceType: 'Bundle', type: 'collection', entry: [{ resource }] });
        names.set(`Patient/${resource.id}`, resource.id);
        names.set(keyOf(fullUrl), resource.id);
      } else if (resource.resourceType === 'Medication') {
        medications.set(`Medication/${resource.id}`, resource);
      }
    }

    for (const { resource } of all) {
      const add = (id, more) => this.#bundles.get(id)?.entry.push({ resource: more });
      if (resource.resourceType === 'Group') {
        new Set(resource.member?.map((m) => names.get(keyOf(m.entity?.reference)))).forEach((id) => add(id, resource));
      } else if (resource.resourceType !== 'Patient') {
        const id = names.get(keyOf((resource.subject ?? resource.patient)?.reference));
        const lifted = withoutContained(resource, medications);
        add(id, lifted);
        const medication = medications.get(keyOf(lifted.medicationReference?.reference));
        if (medication) {
          add(id, medication);
        }
      }
    }
  }

  get ids() {
    return [...this.#bundles.keys()];
  }

  /** Every system|code that any of the patients has. */
  codes() {
    const found = new Set();
    const visit = (node) => {
      if (Array.isArray(node)) {
        node.forEach(visit);
      } else if (node && typeof node === 'object') {
        if (typeof node.code === 'string' && 'system' in node) {
          found.add(`${node.system}|${node.code}`);
        }

        Object.values(node).forEach(visit);
      }
    };
    this.#bundles.forEach((bundle) => visit(bundle.entry));
    return found;
  }

  /** Gives the engine these patients; each is parsed once, whatever the number of measures. */
  source(ids) {
    const left = ids.filter((id) => this.#bundles.has(id)).map((id) => this.#patient(id));
    return {
      currentPatient: () => left[0],
      nextPatient: () => {
        left.shift();
        return left[0];
      },
    };
  }

  #patient(id) {
    if (!this.#parsed.has(id)) {
      this.#parsed.set(id, remembering(parse(this.#bundles.get(id))));
    }

    return this.#parsed.get(id);
  }
}

/** The engine cannot look into contained resources: a contained Medication becomes one of its own. */
function withoutContained(resource, medications) {
  const reference = resource.medicationReference?.reference;
  const contained = reference?.startsWith('#') && resource.contained?.find((c) => `#${c.id}` === reference);
  if (!contained) {
    return resource;
  }

  const key = `Medication/${resource.id}-${contained.id}`;
  medications.set(key, { ...contained, id: `${resource.id}-${contained.id}` });
  return { ...resource, medicationReference: { reference: key } };
}

const engine = PatientSource.FHIRv401({ requireProfileTagging: false });

function parse(bundle) {
  engine.reset();
  engine.loadBundles([bundle]);
  return engine.currentPatient();
}

/** The engine makes new objects of the same resources at every retrieve, and of their parts at every look; records never change, so one set is enough. */
function remembering(patient) {
  const find = patient.findRecords.bind(patient);
  patient.findRecords = once((...asked) => find(...asked).map((record) => Object.defineProperty(record, 'getCode', { value: once(record.getCode.bind(record)) })));
  return patient;
}

/** Remembers what it gave for a first argument. */
function once(give) {
  const known = new Map();
  return (first, ...further) => {
    if (!known.has(first)) {
      known.set(first, give(first, ...further));
    }

    return known.get(first);
  };
}

/** Every part of a record is an object of the engine, made when it is looked at: each keeps its parts. */
function keepParts({ prototype }) {
  const look = prototype.get;
  const kept = Symbol('parts');
  prototype.get = function get(field) {
    const parts = (this[kept] ??= new Map());
    if (!parts.has(field)) {
      parts.set(field, look.call(this, field));
    }

    return parts.get(field);
  };
}

keepParts(Object.getPrototypeOf(parse({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient' } }] }).constructor));
