import type { JsonObject } from '@backstage/types';
import { parseAllDocuments } from 'yaml';

/** Which Service is looked for. @internal */
export interface WantedService {
  name: string;
  namespace: string;
}

/** What became of the search. @internal */
export type FoundService =
  | { state: 'found'; service: JsonObject }
  | { state: 'no-service' }
  | {
      state: 'unreadable';
      reason: 'too-large' | 'invalid' | 'ambiguous';
    };

/** Characters of what is read, and of the answer: no Service that people wrote is near it, and reading takes its time. */
const MAX_LENGTH = 100_000;

/** In no text of YAML can a line begin like this without beginning a document (YAML 1.2, `c-forbidden`). */
const NEXT_DOCUMENT = /^---(?=\s|$)/m;

/**
 * Finds a Service in the text of a manifest, by its name and namespace; one that leaves the namespace open is meant as
 * well, as templates take it.
 *
 * @remarks
 * Documents that can't be it are not read: a manifest may be long, and what else it holds concerns nobody here. Of the
 * Service only what its controller reads leaves: no comments, and nothing else that somebody put beside it.
 *
 * @internal
 */
export function findService(text: string, wanted: WantedService): FoundService {
  const { name } = wanted;
  const candidates = text
    .split(NEXT_DOCUMENT)
    .filter(part => /\bService\b/.test(part) && part.includes(name));
  if (candidates.join('').length > MAX_LENGTH) {
    return { state: 'unreadable', reason: 'too-large' };
  }
  const services: JsonObject[] = [];
  for (const candidate of candidates) {
    const values = readDocuments(candidate);
    if (!values) return { state: 'unreadable', reason: 'invalid' };
    services.push(...values.filter(value => isWanted(value, wanted)));
  }
  if (services.length > 1) return { state: 'unreadable', reason: 'ambiguous' };
  if (services.length === 0) return { state: 'no-service' };
  const service = pickFields(services[0]);
  const size = sizeOf(service);
  if (size === undefined) return { state: 'unreadable', reason: 'invalid' };
  return size > MAX_LENGTH
    ? { state: 'unreadable', reason: 'too-large' }
    : { state: 'found', service };
}

/** Characters of JSON; undefined for what holds itself, as an alias can make it. */
function sizeOf(value: JsonObject): number | undefined {
  try {
    return JSON.stringify(value).length;
  } catch {
    return undefined;
  }
}

/** The maps among the documents of a text; undefined where it is a template, not YAML, or too much of it is aliases. */
function readDocuments(text: string): JsonObject[] | undefined {
  if (text.includes('{{')) return undefined;
  const documents = parseAllDocuments(text, {
    logLevel: 'silent',
    // Messages would quote the text.
    prettyErrors: false,
  });
  if ('empty' in documents) return [];
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    return documents
      .map((document): unknown => document.toJS({ maxAliasCount: 100 }))
      .filter(isObject);
  } catch {
    // Aliases that lead nowhere, or to too much.
    return undefined;
  }
}

function isWanted(value: JsonObject, wanted: WantedService): boolean {
  const { apiVersion, kind, metadata } = value;
  return (
    apiVersion === 'v1' &&
    kind === 'Service' &&
    isObject(metadata) &&
    metadata.name === wanted.name &&
    (metadata.namespace === undefined ||
      metadata.namespace === wanted.namespace)
  );
}

function pickFields({
  apiVersion,
  kind,
  metadata,
  spec,
}: JsonObject): JsonObject {
  const of = isObject(metadata) ? metadata : {};
  const { name, namespace, annotations, labels } = of;
  return {
    apiVersion,
    kind,
    metadata: { name, namespace, annotations, labels },
    spec,
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
