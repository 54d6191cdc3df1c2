import type { ConnectInstructions } from '@postern/backstage-plugin-private-exposure-common';
import {
  shellText,
  type SurveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node';
import { parseServiceArn } from '../mapping/serviceArns';
import { FACT_TYPE, FACT_ZONE_IDS } from '../mapping/toServiceExposure';
import { type ConnectSnippetInput, terraformSnippet } from './terraformSnippet';

/**
 * How a consumer connects to an endpoint service. A service for gateway load balancer endpoints gets its name only:
 * such an endpoint needs routes, which nobody can write without knowing the network.
 *
 * @internal
 */
export function describeConnecting(
  exposure: SurveyedExposure,
): ConnectInstructions {
  const serviceName = exposure.address;
  const type = factOf(exposure, FACT_TYPE);
  if (!serviceName || type.includes('GatewayLoadBalancer')) {
    return {
      address: serviceName,
      addressLabel: 'Service name',
      snippets: [],
    };
  }
  const input: ConnectSnippetInput = {
    serviceName,
    title: exposure.name,
    region: parseServiceArn(exposure.nativeId)?.region ?? '',
    zoneIds: factOf(exposure, FACT_ZONE_IDS),
    // Switched on before the name is verified, the endpoint cannot be made.
    privateDns: exposure.domain?.state === 'verified',
  };
  return {
    address: serviceName,
    addressLabel: 'Service name',
    snippets: [
      {
        title: 'Terraform',
        language: 'hcl',
        text: terraformSnippet(input),
      },
      { title: 'AWS CLI', language: 'shell', text: cliSnippet(input) },
    ],
  };
}

function cliSnippet(input: ConnectSnippetInput): string {
  return `# Set VPC_ID, SUBNET_IDS and SECURITY_GROUP_ID first; SUBNET_IDS may hold several, with spaces between.
aws ec2 create-vpc-endpoint \\
  --region ${shellText(input.region)} \\
  --vpc-endpoint-type Interface \\
  --service-name ${shellText(input.serviceName)} \\
  --vpc-id "$VPC_ID" \\
  --subnet-ids $SUBNET_IDS \\
  --security-group-ids "$SECURITY_GROUP_ID" \\
  ${input.privateDns ? '--private-dns-enabled' : '--no-private-dns-enabled'}
`;
}

function factOf({ facts }: SurveyedExposure, label: string): string {
  return facts.find(fact => fact.label === label)?.value ?? '';
}
