import { HclSyntaxError } from '../errors';
import { readDocuments } from '../read/readDocuments';
import { readNestedDocuments } from '../read/readNestedDocuments';
import { SourceDocument, TooManyValuesError } from '../read/SourceDocument';
import { Place } from '../read/SourceText';
import { readCloudFormationServices } from './readCloudFormationServices';
import {
  ANY_KEY,
  PlaceTarget,
  readPlaces,
  ReadPlacesOptions,
} from './readPlaces';
import { readTerraformServices } from './readTerraformServices';
import { EndpointServiceTarget } from './targets';
import { Finding } from './types';

/** A file to lint. @public */
export interface LintInput {
  /** Path of the file; `.tf` is read as Terraform, anything else as YAML or JSON. */
  path: string;
  content: string;
}

/** What rules look at in a file, and what could not be read. @internal */
export interface ReadFile {
  places: PlaceTarget[];
  services: EndpointServiceTarget[];
  findings: Finding[];
}

function broken(path: string, place: Place, message: string): Finding {
  return {
    ruleId: 'syntax',
    severity: 'error',
    message,
    remedy: 'Correct the text; nothing of this document was checked.',
    evidence: [],
    path,
    ...place,
  };
}

function notRendered(path: string, place: Place): Finding {
  return {
    ruleId: 'template-not-rendered',
    severity: 'info',
    message:
      'This document is a template, which is no YAML before it is rendered',
    remedy: "Check what it renders to, such as the output of 'helm template'.",
    evidence: [],
    path,
    ...place,
  };
}

function readTerraform({ path, content }: LintInput): ReadFile {
  try {
    const services = [readTerraformServices(path, content)];
    return { places: [], services, findings: [] };
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    const { line, column, message } = error;
    const findings = [broken(path, { line, column }, message)];
    return { places: [], services: [], findings };
  }
}

function readDocument(
  document: SourceDocument,
  options: ReadPlacesOptions,
): ReadFile {
  const { path } = options;
  try {
    const documents = [document, ...readNestedDocuments(document, ANY_KEY)];
    return {
      places: documents.flatMap(one => readPlaces(one, options)),
      services: documents.flatMap(
        one => readCloudFormationServices(one, path) ?? [],
      ),
      findings: [],
    };
  } catch (error) {
    if (!(error instanceof TooManyValuesError)) throw error;
    const findings = [broken(path, document.place, error.message)];
    return { places: [], services: [], findings };
  }
}

/** Reads what rules look at. Text that can't be read is a finding with its place. @internal */
export function readFile(
  input: LintInput,
  options: Omit<ReadPlacesOptions, 'path'>,
): ReadFile {
  const { path, content } = input;
  if (path.endsWith('.tf')) return readTerraform(input);
  const { documents, problems } = readDocuments(content);
  const parts = documents.map(one => readDocument(one, { ...options, path }));
  return {
    places: parts.flatMap(({ places }) => places),
    services: parts.flatMap(({ services }) => services),
    findings: [
      ...problems.map(({ line, column, message, isTemplate }) =>
        isTemplate
          ? notRendered(path, { line, column })
          : broken(path, { line, column }, message),
      ),
      ...parts.flatMap(({ findings }) => findings),
    ],
  };
}
