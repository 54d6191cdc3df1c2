import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { SurveyPage } from '@postern/backstage-plugin-private-exposure-node';
import type { ArmCaller } from '../clients/ArmCaller';
import { isNotFound, isServiceError } from '../clients/errors';
import { fromAnswer, type LinkConnection } from '../mapping/LinkConnection';
import { type LinkResource, toLinkResource } from '../mapping/LinkResource';
import { toLinkResourceExposure } from '../mapping/toLinkResourceExposure';
import {
  toSurveyedConnection,
  type ToSurveyedConnectionOptions,
} from '../mapping/toSurveyedConnection';

/** What a survey of one named resource needs. @internal */
export interface SurveyLinkResourceOptions extends ToSurveyedConnectionOptions {
  /** The resource, as the configuration spells it. */
  resourceId: string;
  /** Calls the resource's subscription. */
  arm: ArmCaller;
  /** Told of a resource that does not exist. */
  logger: Pick<LoggerService, 'warn'>;
  /** Ends the survey early. */
  signal: AbortSignal;
}

/**
 * Reads one resource that the configuration names, and its connections: two calls. One that does not exist is a complete
 * survey without a page.
 *
 * @throws InputError if its type takes no private endpoints.
 * @internal
 */
export async function* surveyLinkResource(
  options: SurveyLinkResourceOptions,
): AsyncGenerator<SurveyPage> {
  const { resourceId, arm, logger, signal } = options;
  const resource = await readLinkResource(resourceId, arm, signal);
  if (!resource) {
    logger.warn(
      `Azure does not have '${resourceId}': correct it under 'resources' of its subscription in 'privateExposure.azure.tenants', or take it out`,
    );
    return;
  }
  const connections = await listLinkConnections(resourceId, arm, signal);
  const exposure = toLinkResourceExposure(resource);
  yield {
    exposures: [exposure],
    connections: connections.map(connection =>
      toSurveyedConnection(connection, exposure.nativeId, options),
    ),
  };
}

/**
 * Reads a resource now; `undefined` if Azure does not have it.
 *
 * @internal
 */
export async function readLinkResource(
  resourceId: string,
  arm: ArmCaller,
  signal: AbortSignal,
): Promise<LinkResource | undefined> {
  try {
    return toLinkResource(await arm.get(resourceId, signal), resourceId);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * The connections of a resource that exists.
 *
 * @throws InputError if its type takes no private endpoints.
 * @internal
 */
export async function listLinkConnections(
  resourceId: string,
  arm: ArmCaller,
  signal: AbortSignal,
): Promise<LinkConnection[]> {
  try {
    const answers = await arm.list(
      `${resourceId}/privateEndpointConnections`,
      signal,
    );
    return answers.flatMap(answer => fromAnswer(answer, resourceId) ?? []);
  } catch (error) {
    if (!saysNoSuchType(error)) throw error;
    throw new InputError(
      `'${resourceId}' takes no private endpoints, as far as Azure knows its type: take it out of 'resources' of its subscription in 'privateExposure.azure.tenants'`,
      error,
    );
  }
}

/** The resource was there a moment ago, so it is the list that is not. */
function saysNoSuchType(error: unknown): boolean {
  return (
    isServiceError(error) &&
    (error.statusCode === 404 ||
      error.statusCode === 405 ||
      ['InvalidResourceType', 'NoRegisteredProviderFound'].includes(error.code))
  );
}
