import type { VpcEndpointConnection } from '@aws-sdk/client-ec2';
import {
  type StateReader,
  type SurveyedConnection,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import type { AwsScope } from '../../scopes';
import { toServiceArn } from './serviceArns';
import { connectionStates } from '../../mapping/states';

/** What turns a VPC endpoint connection into a connection. @internal */
export interface ToSurveyedConnectionOptions {
  /** Where it was seen. */
  scope: AwsScope;
  /** Reads the state words. */
  states: StateReader;
  /** Names of our own accounts, by id. */
  accountNames: ReadonlyMap<string, string>;
}

/**
 * A VPC endpoint connection as the survey hands it on; `undefined` for an entry without the ids that name it.
 *
 * @remarks
 * The owner account and the endpoint's id are all that AWS tells of the consumer. An endpoint in the service's own
 * region carries no `VpcEndpointRegion`.
 *
 * @internal
 */
export function toSurveyedConnection(
  connection: VpcEndpointConnection,
  options: ToSurveyedConnectionOptions,
): SurveyedConnection | undefined {
  const { scope, states, accountNames } = options;
  const { ServiceId, VpcEndpointId, VpcEndpointOwner } = connection;
  if (!ServiceId || !VpcEndpointId) return undefined;
  const account = VpcEndpointOwner ?? 'unknown';
  return {
    nativeId: VpcEndpointId,
    exposureNativeId: toServiceArn(scope, ServiceId),
    consumer: {
      account,
      accountName: accountNames.get(account),
      region: connection.VpcEndpointRegion || scope.region,
      endpointId: VpcEndpointId,
    },
    nativeState: connection.VpcEndpointState ?? '',
    state:
      states.read(
        'VPC endpoint connection',
        connection.VpcEndpointState,
        connectionStates,
      ) ?? 'unknown',
    createdAt: connection.CreationTimestamp?.toISOString(),
    facts: toFacts(
      {
        'Endpoint id': VpcEndpointId,
        'Connection id': connection.VpcEndpointConnectionId,
        'IP address type': connection.IpAddressType,
        'DNS names': connection.DnsEntries?.flatMap(({ DnsName }) =>
          DnsName ? [DnsName] : [],
        ),
      },
      ['Endpoint id'],
    ),
  };
}
