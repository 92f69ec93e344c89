// The official CQL-to-ELM translator, set up once for many libraries: its models are loaded a single time.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// The translator looks for a global require.
const require = createRequire(import.meta.url);
globalThis.require ??= require;

const {
  CqlCompilerOptions, CqlTranslator, LibraryManager, ModelManager,
  createLibrarySourceProvider, createModelInfoProvider, createUcumService, stringAsSource,
} = await import('@cqframework/cql/cql-to-elm');

const models = {
  FHIR: () => readFileSync(join(dirname(require.resolve('cql-exec-fhir/package.json')), 'lib/modelInfos/fhir-modelinfo-4.0.1.xml'), 'utf8'),
  System: () => readFileSync(new URL('system-modelinfo.xml', import.meta.url), 'utf8'),
};

/** @param sources text of each library that others include, by name */
export function translatorFor(sources) {
  const modelManager = new ModelManager();
  modelManager.modelInfoLoader.registerModelInfoProvider(createModelInfoProvider(
    (name) => (models[name] ? stringAsSource(models[name]()) : null)));
  // No annotations, no locators: the text of the library stands beside its ELM.
  const options = new CqlCompilerOptions();
  options.options.asJsSetView().clear();
  options.setOptions([
    CqlCompilerOptions.Options.DisableListDemotion,
    CqlCompilerOptions.Options.DisableListPromotion,
  ]);
  const ucum = createUcumService(() => { throw new Error('no unit is ever converted'); }, () => null, () => null, () => null);
  const libraryManager = new LibraryManager(modelManager, options, undefined, ucum);
  libraryManager.librarySourceLoader.registerProvider(createLibrarySourceProvider(
    (name) => (sources[name] ? stringAsSource(sources[name]) : null)));

  /** ELM as JSON text; throws with every error of the library. */
  return (name, text) => {
    const translator = CqlTranslator.fromText(text, libraryManager);
    const errors = translator.errors.asJsReadonlyArrayView();
    if (errors.length > 0) {
      throw new Error(errors.map((e) => `${name}: ${where(e)}${e.message}`).join('\n'));
    }

    return lean(translator.toJson());
  };
}

/** Without warnings and the empty lists that stand on every node: they are two thirds of the text and say nothing. */
function lean(elm) {
  const { library } = JSON.parse(elm, (key, value) => (Array.isArray(value) && value.length === 0 && (key === 'annotation' || key === 'signature') ? undefined : value));
  library.annotation = library.annotation.filter((a) => a.type === 'CqlToElmInfo');
  return JSON.stringify({ library });
}

/** The place reads TrackBack{..., startLine=1, startChar=2, ...}; it has no other way to tell. */
function where(error) {
  const at = /startLine=(\d+), startChar=(\d+)/.exec(String(error.locator));
  return at ? `${at[1]}:${at[2]}: ` : '';
}
