import { HclSyntaxError } from '../errors';
import { readHcl } from '../hcl/readHcl';
import { readDocuments } from '../read/readDocuments';
import { readNestedDocuments } from '../read/readNestedDocuments';
import { SourceDocument, TooManyValuesError } from '../read/SourceDocument';
import { Place, SourceText } from '../read/SourceText';
import { ANY_PROFILE, coverKey } from './frontDoorKey';
import { readBicepFile } from './readBicepFile';
import { mentionsConfiguration, readConfiguration } from './readConfigurations';
import { readCloudFormationCloudFront } from './readCloudFormationCloudFront';
import { readCloudFormationPolicies } from './readCloudFormationPolicies';
import { readCloudFormationServices } from './readCloudFormationServices';
import {
  ANY_KEY,
  PlaceTarget,
  readPlaces,
  ReadPlacesOptions,
} from './readPlaces';
import { readStrays } from './readStrays';
import { readTerraformFrontDoors } from './readTerraformFrontDoors';
import { terraformFirewallCover } from './terraformDomains';
import { readTerraformPolicies } from './readTerraformPolicies';
import { readTerraformCloudFront } from './readTerraformCloudFront';
import { readTerraformPrivateLinkServices } from './readTerraformPrivateLinkServices';
import { readTerraformServices } from './readTerraformServices';
import { readWorkloads } from './readWorkloads';
import {
  ConfigurationTarget,
  EndpointServiceTarget,
  CloudFrontTarget,
  FrontDoorTarget,
  IamPolicyTarget,
  PrivateLinkServiceTarget,
  StrayTarget,
  WorkloadTarget,
} from './targets';
import { MENTIONS_TUNNEL } from './tunnelClients';
import { Finding } from './types';

/** A file to lint. @public */
export interface LintInput {
  /** Path of the file; `.tf` is read as Terraform, `.bicep` as Bicep, anything else as YAML or JSON. */
  path: string;
  content: string;
}

/** Files that some program fills in before anybody reads them as YAML, whatever its directives look like. */
const TEMPLATE_FILE = /\.(tpl|tmpl|gotmpl|tftpl|j2|jinja2?|erb)$/;

/**
 * Words of which a document has at least one if any rule has something to say of it: a prefix of annotations, a kind of
 * object. Most documents of a repository have none, and need not be searched.
 */
const OF_USE =
  /(service|ingress|service\.beta|alpha)\.kubernetes\.io|external-dns|kubernetes\.io\/ingress|k8s\.aws|gke\.io|cloud\.google\.com|Service\b|Ingress|Gateway|VPCEndpoint|AWS::(IAM|CloudFront)/;

/** Without such a key, no annotation can stand in a wrong place. */
const MENTIONS_ANNOTATION =
  /(service\.beta|alb\.ingress|external-dns(\.alpha)?)\.kubernetes\.io\/|gke\.io\/|google\.com\//;

/** What makes text in a value worth reading where its file speaks of tunnels. */
const KEY_OR_TUNNEL = new RegExp(`${ANY_KEY.source}|${MENTIONS_TUNNEL.source}`);

/** What rules look at in a file, and what could not be read. @internal */
export interface ReadFile {
  places: PlaceTarget[];
  services: EndpointServiceTarget[];
  privateLinkServices: PrivateLinkServiceTarget[];
  frontDoors: FrontDoorTarget[];
  cloudFronts: CloudFrontTarget[];
  policies: IamPolicyTarget[];
  /** Keys of the Front Door profiles that the file puts a firewall in front of. */
  protectedProfiles: string[];
  strays: StrayTarget[];
  workloads: WorkloadTarget[];
  configurations: ConfigurationTarget[];
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

const nothing: ReadFile = {
  places: [],
  services: [],
  privateLinkServices: [],
  frontDoors: [],
  cloudFronts: [],
  policies: [],
  protectedProfiles: [],
  strays: [],
  workloads: [],
  configurations: [],
  findings: [],
};

/** What a file is read with. @internal */
export interface ReadFileOptions
  extends Omit<ReadPlacesOptions, 'path' | 'hasOtherHolders'> {
  /** Keys of the Front Door profiles that files of the input put a firewall in front of, and of what it covers there. */
  protectedProfiles?: ReadonlySet<string>;
}

function frontDoorContext({ protectedProfiles: known }: ReadFileOptions) {
  return {
    isProtected: (key: string) =>
      known !== undefined && (known.has(key) || known.has(ANY_PROFILE)),
    coveredPaths: (key: string) => {
      const start = coverKey(key, '');
      return [...(known ?? [])].flatMap(one =>
        one.startsWith(start) ? one.slice(start.length) : [],
      );
    },
  };
}

function readTerraform(
  { path, content }: LintInput,
  options: ReadFileOptions,
): ReadFile {
  try {
    const { blocks } = readHcl(content);
    const file = { path, source: new SourceText(content), blocks };
    const cloudFront = readTerraformCloudFront(file);
    const frontDoor = readTerraformFrontDoors(file, frontDoorContext(options));
    return {
      ...nothing,
      services: [readTerraformServices(path, blocks, options.domains)],
      frontDoors: frontDoor ? [frontDoor] : [],
      cloudFronts: cloudFront ? [cloudFront] : [],
      policies: readTerraformPolicies(path, blocks),
      protectedProfiles: terraformFirewallCover(file),
      privateLinkServices: readTerraformPrivateLinkServices(path, blocks),
    };
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    const { line, column, message } = error;
    const findings = [broken(path, { line, column }, message)];
    return { ...nothing, findings };
  }
}

/** What documents hold together. */
function joinParts(parts: readonly ReadFile[]): ReadFile {
  // Most files are one document, and many are none of use.
  if (parts.length < 2) return parts[0] ?? nothing;
  return {
    places: parts.flatMap(({ places }) => places),
    services: parts.flatMap(({ services }) => services),
    privateLinkServices: [],
    frontDoors: [],
    cloudFronts: parts.flatMap(({ cloudFronts }) => cloudFronts),
    policies: parts.flatMap(({ policies }) => policies),
    protectedProfiles: [],
    strays: parts.flatMap(({ strays }) => strays),
    workloads: parts.flatMap(({ workloads }) => workloads),
    configurations: parts.flatMap(({ configurations }) => configurations),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

/** What a file mentions, so that its documents are worth a search for it. */
interface Mentions {
  mentionsAnnotation: boolean;
  mentionsTunnel: boolean;
  hasConfiguration: boolean;
}

function readOneDocument(
  document: SourceDocument,
  options: ReadPlacesOptions & Mentions & { isNested?: boolean },
): ReadFile {
  const { path, domains, isNested } = options;
  const service = readCloudFormationServices(document, path, domains);
  const cloudFront = readCloudFormationCloudFront(document, path);
  const configuration = options.hasConfiguration
    ? readConfiguration(document, path)
    : undefined;
  return {
    ...nothing,
    places: readPlaces(document, options),
    services: service ? [service] : [],
    cloudFronts: cloudFront ? [cloudFront] : [],
    policies: readCloudFormationPolicies(document, path),
    strays: options.mentionsAnnotation ? readStrays(document, path) : [],
    configurations: configuration ? [configuration] : [],
    workloads: options.mentionsTunnel
      ? readWorkloads(document, path, { isNested })
      : [],
  };
}

/** Reads a document, and those that stand as text in it. */
function readDocument(
  document: SourceDocument,
  options: ReadPlacesOptions & Mentions,
): ReadFile {
  const concerns = options.mentionsTunnel ? KEY_OR_TUNNEL : ANY_KEY;
  try {
    return joinParts([
      readOneDocument(document, options),
      ...readNestedDocuments(document, concerns).map(one =>
        readOneDocument(one, { ...options, isNested: true }),
      ),
    ]);
  } catch (error) {
    if (!(error instanceof TooManyValuesError)) throw error;
    const findings = [broken(options.path, document.place, error.message)];
    return { ...nothing, findings };
  }
}

/** Reads what rules look at. Text that can't be read is a finding with its place. @internal */
export function readFile(input: LintInput, options: ReadFileOptions): ReadFile {
  const { path, content } = input;
  if (path.endsWith('.tf')) return readTerraform(input, options);
  if (path.endsWith('.bicep'))
    return { ...nothing, ...readBicepFile(input, frontDoorContext(options)) };
  const mentionsTunnel = MENTIONS_TUNNEL.test(content);
  const hasConfiguration = mentionsConfiguration(content);
  const mentionsAnnotation = MENTIONS_ANNOTATION.test(content);
  const { documents, problems } = readDocuments(content, {
    isOfUse: text =>
      OF_USE.test(text) || (mentionsTunnel && MENTIONS_TUNNEL.test(text)),
  });
  const read = joinParts(
    documents.map(one =>
      readDocument(one, {
        ...options,
        path,
        hasOtherHolders: content.includes('Annotations'),
        mentionsAnnotation,
        mentionsTunnel,
        hasConfiguration,
      }),
    ),
  );
  if (problems.length === 0) return read;
  const unread = problems.map(({ line, column, message, isTemplate }) =>
    isTemplate || TEMPLATE_FILE.test(path)
      ? notRendered(path, { line, column })
      : broken(path, { line, column }, message),
  );
  return { ...read, findings: [...unread, ...read.findings] };
}
