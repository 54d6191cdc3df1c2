import type { AllowedPrincipal } from '@aws-sdk/client-ec2';
import type { Grant } from '@postern/backstage-plugin-private-exposure-common';

// The EC2 API's PrincipalType, by the word in lower case.
const grantTypes: Readonly<Record<string, Grant['type']>> = {
  all: 'everyone',
  account: 'account',
  organizationunit: 'organization-unit',
  service: 'service',
  user: 'principal',
  role: 'principal',
};

/**
 * An allowed principal as a grant; `undefined` for an entry that names nobody.
 *
 * @param acceptanceRequired - Whether the service makes those it allows wait for somebody's approval.
 * @internal
 */
export function toGrant(
  allowed: AllowedPrincipal,
  acceptanceRequired: boolean,
): Grant | undefined {
  const { Principal: principal, PrincipalType: type } = allowed;
  if (!principal) return undefined;
  return {
    principal,
    // The star is everyone whatever its type says; some answers carry none.
    type:
      principal === '*'
        ? 'everyone'
        : grantTypes[type?.toLowerCase() ?? ''] ?? 'principal',
    autoApproved: !acceptanceRequired,
  };
}
