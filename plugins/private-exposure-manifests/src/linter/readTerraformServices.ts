import { HclBlockNode } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { HclValue, hclAddress } from '../hcl/values';
import {
  EndpointServiceTarget,
  PlacedValue,
} from './targets/EndpointServiceTarget';

function valueOf(block: HclBlockNode, name: string) {
  const attribute = block.attributes.find(other => other.name === name);
  return (
    attribute && {
      line: attribute.line,
      column: 1,
      value: readHclValue(attribute),
    }
  );
}

function texts(value: HclValue | undefined): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string');
}

function placed(block: HclBlockNode, name: string): PlacedValue[] {
  const found = valueOf(block, name);
  if (!found) return [];
  const { line, column } = found;
  return texts(found.value).map(value => ({ value, line, column }));
}

/** Reads the endpoint services of a Terraform file. @internal */
export function readTerraformServices(
  path: string,
  blocks: readonly HclBlockNode[],
  domains: readonly string[],
): EndpointServiceTarget {
  const resources = blocks.filter(({ type }) => type === 'resource');
  const ofType = (type: string) =>
    resources.filter(({ labels }) => labels[0] === type);
  const services = ofType('aws_vpc_endpoint_service');
  return {
    type: 'endpoint-service',
    path,
    services: services.map(block => ({
      value: hclAddress(block),
      line: block.line,
      column: 1,
    })),
    movedFrom: blocks
      .filter(({ type }) => type === 'moved')
      .flatMap(block => {
        const from = block.attributes.find(({ name }) => name === 'from');
        const value = from?.tokens.map(({ text }) => text).join('');
        return value ? [{ value, line: block.line, column: 1 }] : [];
      }),
    withoutAcceptance: services.flatMap(block => {
      const found = valueOf(block, 'acceptance_required');
      return found?.value === false
        ? [{ value: hclAddress(block), line: found.line, column: 1 }]
        : [];
    }),
    privateDnsNames: services.flatMap(block =>
      placed(block, 'private_dns_name'),
    ),
    domains,
    principals: [
      ...services.flatMap(block => placed(block, 'allowed_principals')),
      ...ofType('aws_vpc_endpoint_service_allowed_principal').flatMap(block =>
        placed(block, 'principal_arn'),
      ),
    ],
    supportedRegions: services.flatMap(block =>
      placed(block, 'supported_regions').map(({ value }) => value),
    ),
    accepters: ofType('aws_vpc_endpoint_connection_accepter').map(block => ({
      value: hclAddress(block),
      line: block.line,
      column: 1,
    })),
  };
}
