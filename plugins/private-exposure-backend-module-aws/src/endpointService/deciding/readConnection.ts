import { DescribeVpcEndpointConnectionsCommand } from '@aws-sdk/client-ec2';
import type {
  ConnectionRef,
  SurveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node';
import type { Ec2Caller } from '../../clients/ScopeCallers';
import { isNotFound } from '../../clients/errors';
import { toServiceId } from '../mapping/serviceArns';
import {
  toSurveyedConnection,
  type ToSurveyedConnectionOptions,
} from '../mapping/toSurveyedConnection';

/** What one reading needs. @internal */
export interface ReadConnectionOptions extends ToSurveyedConnectionOptions {
  /** The scope's caller. */
  ec2: Ec2Caller;
  /** Ends the call early. */
  signal: AbortSignal;
}

/**
 * Reads one connection now; `undefined` if AWS does not have it, or not at this service.
 *
 * @internal
 */
export async function readConnection(
  ref: ConnectionRef,
  options: ReadConnectionOptions,
): Promise<SurveyedConnection | undefined> {
  const { ec2, scope, signal } = options;
  try {
    const answer = await ec2.send(
      new DescribeVpcEndpointConnectionsCommand({
        Filters: [
          {
            Name: 'service-id',
            Values: [toServiceId(scope, ref.exposureNativeId)],
          },
          { Name: 'vpc-endpoint-id', Values: [ref.nativeId] },
        ],
      }),
      { signal },
    );
    return (answer.VpcEndpointConnections ?? [])
      .flatMap(entry => toSurveyedConnection(entry, options) ?? [])
      .find(
        // The filters already say so. What is decided on must not rest on a filter alone.
        ({ nativeId, exposureNativeId }) =>
          nativeId === ref.nativeId &&
          exposureNativeId === ref.exposureNativeId,
      );
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
