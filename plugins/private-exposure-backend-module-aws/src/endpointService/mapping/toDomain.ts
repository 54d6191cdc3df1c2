import type { ServiceConfiguration } from '@aws-sdk/client-ec2';
import type { DomainVerification } from '@postern/backstage-plugin-private-exposure-common';
import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { domainStates } from '../../mapping/states';

/**
 * The private domain of an endpoint service with the record that proves it. A service without one sends an empty
 * `PrivateDnsNameConfiguration`.
 *
 * @remarks
 * The record stands at `<Name>.<domain>` and holds `Value` (AWS PrivateLink guide, "Manage DNS names"). What is proved
 * for a wildcard is the domain below it.
 *
 * @internal
 */
export function toDomain(
  service: ServiceConfiguration,
  states: StateReader,
): DomainVerification | undefined {
  const { PrivateDnsName: domain, PrivateDnsNameConfiguration: proof } =
    service;
  if (!domain) return undefined;
  return {
    domain,
    state:
      states.read('private DNS name', proof?.State, domainStates) ?? 'unknown',
    record:
      proof?.Name && proof.Value
        ? {
            type: 'TXT',
            name: `${proof.Name}.${domain.replace(/^\*\./, '')}`,
            value: proof.Value,
          }
        : undefined,
  };
}
