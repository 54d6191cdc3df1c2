import { isManifestMap, SourceDocument } from '../read/SourceDocument';
import { EndpointServiceTarget, PlacedValue } from './targets';

function textsOf(document: SourceDocument, list: unknown): PlacedValue[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) =>
    typeof item === 'string'
      ? [{ value: item, ...document.placeOfItem(list, index) }]
      : [],
  );
}

type ReadService = Pick<
  EndpointServiceTarget,
  'withoutAcceptance' | 'privateDnsNames' | 'supportedRegions'
>;

function readService(
  document: SourceDocument,
  name: string,
  properties: unknown,
): ReadService {
  if (!isManifestMap(properties))
    return { withoutAcceptance: [], privateDnsNames: [], supportedRegions: [] };
  const {
    AcceptanceRequired: accepted,
    PrivateDnsName: dnsName,
    SupportedRegions: regions,
  } = properties;
  const placed = (value: string, key: string) => ({
    value,
    ...document.placeOfValue(properties, key),
  });
  return {
    withoutAcceptance:
      String(accepted) === 'false' ? [placed(name, 'AcceptanceRequired')] : [],
    privateDnsNames:
      typeof dnsName === 'string' ? [placed(dnsName, 'PrivateDnsName')] : [],
    supportedRegions: textsOf(document, regions).map(({ value }) => value),
  };
}

/** Reads the endpoint services of a CloudFormation template; `undefined` where a document is none. @internal */
export function readCloudFormationServices(
  document: SourceDocument,
  path: string,
  domains: readonly string[],
): EndpointServiceTarget | undefined {
  const resources = document.valueAt(document.value, 'Resources');
  if (!isManifestMap(resources)) return undefined;
  const target: EndpointServiceTarget = {
    type: 'endpoint-service',
    path,
    services: [],
    movedFrom: [],
    withoutAcceptance: [],
    privateDnsNames: [],
    domains,
    principals: [],
    supportedRegions: [],
    accepters: [],
  };
  for (const [name, resource] of Object.entries(resources)) {
    const type = document.valueAt(resource, 'Type');
    const properties = document.valueAt(resource, 'Properties');
    if (type === 'AWS::EC2::VPCEndpointServicePermissions') {
      const principals = document.valueAt(properties, 'AllowedPrincipals');
      target.principals.push(...textsOf(document, principals));
    }
    if (type === 'AWS::EC2::VPCEndpointService') {
      const read = readService(document, name, properties);
      const place = document.placeOfKey(resources, name);
      target.services.push({ value: name, ...place });
      target.withoutAcceptance.push(...read.withoutAcceptance);
      target.privateDnsNames.push(...read.privateDnsNames);
      target.supportedRegions.push(...read.supportedRegions);
    }
  }
  return target;
}
