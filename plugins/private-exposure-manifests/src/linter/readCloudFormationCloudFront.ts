import { isManifestMap, SourceDocument } from '../read/SourceDocument';
import {
  CloudFrontTarget,
  DistributionFacts,
  OriginProtocol,
  PlacedValue,
} from './targets';

type Map = Record<string, unknown>;

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : [];

/** A text with its place, where the template tells it. */
function toldOf(
  document: SourceDocument,
  map: unknown,
  key: string,
): PlacedValue | undefined {
  if (!isManifestMap(map)) return undefined;
  const value = document.valueAt(map, key);
  return typeof value === 'string'
    ? { value, ...document.placeOfValue(map, key) }
    : undefined;
}

function distributionFacts(
  document: SourceDocument,
  config: unknown,
  place: PlacedValue,
): DistributionFacts {
  const webAcl = isManifestMap(config) ? config.WebACLId : undefined;
  const told = toldOf(document, config, 'WebACLId');
  const viewer = document.valueAt(config, 'ViewerCertificate');
  const certificate = toldOf(document, viewer, 'AcmCertificateArn');
  const [, region] =
    /^arn:[^:]*:acm:([a-z0-9-]+):/.exec(certificate?.value ?? '') ?? [];
  return {
    ...place,
    hasWebAcl: webAcl !== undefined && webAcl !== null && webAcl !== '',
    regionalWebAcl:
      told && /^arn:[^:]*:wafv2:.*:regional\//.test(told.value)
        ? told
        : undefined,
    certificateRegion:
      certificate && region ? { ...certificate, value: region } : undefined,
  };
}

function originProtocols(
  document: SourceDocument,
  config: unknown,
): OriginProtocol[] {
  return listOf(document.valueAt(config, 'Origins')).flatMap(origin => {
    const custom = document.valueAt(origin, 'CustomOriginConfig');
    const policy = toldOf(document, custom, 'OriginProtocolPolicy');
    return policy ? [{ ...policy, isPrivate: false }] : [];
  });
}

/**
 * Reads what a CloudFormation template has of CloudFront; `undefined` for nothing. A stack's region is not told, so that
 * nothing is said of what it makes itself.
 *
 * @internal
 */
export function readCloudFormationCloudFront(
  document: SourceDocument,
  path: string,
): CloudFrontTarget | undefined {
  const resources = document.valueAt(document.value, 'Resources');
  if (!isManifestMap(resources)) return undefined;
  const target: CloudFrontTarget = {
    ...{ type: 'cloudfront' as const, path },
    ...{ distributions: [], vpcOrigins: [], protocols: [] },
    ...{ webAclsElsewhere: [], repeatedPrefixLists: [], groupless: [] },
  };
  const read: Record<string, (name: string, properties: unknown) => void> = {
    'AWS::CloudFront::Distribution': (name, properties) => {
      const config = document.valueAt(properties, 'DistributionConfig');
      const place = { value: name, ...document.placeOfKey(resources, name) };
      target.distributions.push(distributionFacts(document, config, place));
      target.protocols.push(...originProtocols(document, config));
    },
    'AWS::CloudFront::VpcOrigin': (_, properties) => {
      const config = document.valueAt(properties, 'VpcOriginEndpointConfig');
      const policy = toldOf(document, config, 'OriginProtocolPolicy');
      if (policy) target.protocols.push({ ...policy, isPrivate: true });
    },
  };
  for (const [name, resource] of Object.entries(resources as Map)) {
    const type = document.valueAt(resource, 'Type');
    if (typeof type !== 'string' || !Object.hasOwn(read, type)) continue;
    read[type](name, document.valueAt(resource, 'Properties'));
  }
  return target.distributions.length + target.protocols.length > 0
    ? target
    : undefined;
}
