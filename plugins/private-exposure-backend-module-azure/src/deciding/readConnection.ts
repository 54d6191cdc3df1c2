import { InputError } from '@backstage/errors';
import type {
  ConnectionRef,
  SurveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node';
import type { ArmCaller } from '../clients/ArmCaller';
import { isNotFound } from '../clients/errors';
import { fromAnswer } from '../mapping/LinkConnection';
import {
  canonicalId,
  isFrontDoorId,
  parentId,
  readResourceId,
} from '../mapping/resourceIds';
import {
  toSurveyedConnection,
  type ToSurveyedConnectionOptions,
} from '../mapping/toSurveyedConnection';
import type { AzureScope } from '../scopes';

/** What one reading needs. @internal */
export interface ReadConnectionOptions extends ToSurveyedConnectionOptions {
  /** Calls the subscription that the connection lies in. */
  arm: ArmCaller;
  /** Ends the call early. */
  signal: AbortSignal;
}

/**
 * Reads one connection now; `undefined` if Azure does not have it.
 *
 * @internal
 */
export async function readConnection(
  ref: ConnectionRef,
  options: ReadConnectionOptions,
): Promise<SurveyedConnection | undefined> {
  const { arm, signal } = options;
  try {
    const answer = await arm.get(ref.nativeId, signal);
    const connection = fromAnswer(answer, parentId(ref.nativeId));
    // What is decided on must not rest on where the answer was asked for.
    if (!connection || canonicalId(connection.id) !== ref.nativeId) {
      return undefined;
    }
    return toSurveyedConnection(connection, ref.exposureNativeId, options);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * The subscription that a connection lies in, which for a Front Door's may be another than the Front Door's own.
 *
 * @throws InputError if the exposure is not of the scope, or the connection not one of the exposure.
 * @internal
 */
export function subscriptionOf(ref: ConnectionRef, scope: AzureScope): string {
  const { type, subscriptionId } = readResourceId(ref.nativeId);
  const exposure = readResourceId(ref.exposureNativeId);
  const isInScope = scope.resourceId
    ? canonicalId(scope.resourceId) === ref.exposureNativeId
    : exposure.subscriptionId === scope.subscriptionId;
  if (!isInScope) {
    throw new InputError(
      `'${ref.exposureNativeId}' is not in scope '${scope.id}'`,
    );
  }
  const isOurs =
    isFrontDoorId(ref.exposureNativeId) ||
    parentId(ref.nativeId) === ref.exposureNativeId;
  if (!type.endsWith('/privateendpointconnections') || !isOurs) {
    throw new InputError(
      `'${ref.nativeId}' does not name a connection of '${ref.exposureNativeId}'`,
    );
  }
  return subscriptionId;
}
