import type { ConnectInstructions } from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import { groupIdsOf } from '../mapping/groupIds';
import { bicepSnippet } from './bicepSnippet';
import { cliSnippet } from './cliSnippet';
import type { ConnectSnippetInput, ConnectTarget } from './ConnectSnippetInput';
import { terraformSnippet } from './terraformSnippet';

const addressLabels: Partial<Record<SurveyedExposure['kind'], string>> = {
  'azure-front-door': 'Host name',
  'azure-private-link-resource': 'Resource id',
  'azure-private-link-service': 'Alias',
};

/**
 * How a consumer connects. To a private link service by its alias, which needs no right to see it, so that each request
 * waits for approval unless the subscription is approved automatically; to another resource by its id. A Front Door is
 * reached by its host name.
 *
 * @internal
 */
export function describeConnecting({
  kind,
  address,
  name,
}: SurveyedExposure): ConnectInstructions {
  const addressLabel = addressLabels[kind] ?? 'Address';
  const target = address ? toTarget(kind, address) : undefined;
  if (!target) return { address, addressLabel, snippets: [] };
  const input: ConnectSnippetInput = { target, title: name };
  return {
    address,
    addressLabel,
    snippets: [
      { title: 'Terraform', language: 'hcl', text: terraformSnippet(input) },
      { title: 'Bicep', language: 'bicep', text: bicepSnippet(input) },
      { title: 'Azure CLI', language: 'shell', text: cliSnippet(input) },
    ],
  };
}

function toTarget(
  kind: SurveyedExposure['kind'],
  address: string,
): ConnectTarget | undefined {
  if (kind === 'azure-private-link-service') {
    return { type: 'alias', alias: address };
  }
  return kind === 'azure-private-link-resource'
    ? { type: 'resource', id: address, groupIds: groupIdsOf(address) }
    : undefined;
}
