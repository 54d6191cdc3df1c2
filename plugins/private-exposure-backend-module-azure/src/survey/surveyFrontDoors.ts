import type { Profile } from '@azure/arm-cdn';
import { NotAllowedError } from '@backstage/errors';
import type { SurveyPage } from '@postern/backstage-plugin-private-exposure-node';
import type { ArmCaller } from '../clients/ArmCaller';
import { isNotFound, isServiceError } from '../clients/errors';
import { listPages } from '../clients/listPages';
import { seenOr } from '../inspection/look';
import { fromAnswer, type LinkConnection } from '../mapping/LinkConnection';
import { requestIdIn } from '../mapping/requestId';
import {
  canonicalId,
  isPrivateLinkServiceId,
  parseResourceId,
} from '../mapping/resourceIds';
import {
  isFrontDoor,
  toFrontDoorExposure,
} from '../mapping/toFrontDoorExposure';
import { toSurveyedConnection } from '../mapping/toSurveyedConnection';
import {
  type FrontDoorOrigin,
  type FrontDoorPrivateLink,
  readFrontDoorParts,
} from './FrontDoor';
import type { SurveyScopeOptions } from './surveyScope';

/**
 * Lists the Front Doors of a scope, each with the connections by which it reaches origins that are no exposures: a
 * storage account or web app that the configuration does not name. An exposure shows its connections itself.
 *
 * @remarks
 * Whoever owns a Front Door may name any resource, and parts of one may be closed to us, so that one that cannot be read
 * must not keep us from seeing the others: what failed is thrown after the last of them. A Front Door with parts that no
 * role lets us read is handed on, and says so. One that was deleted since it was listed is not there.
 *
 * @throws what a call threw; the listing is not complete then.
 * @internal
 */
export async function* surveyFrontDoors(
  options: SurveyScopeOptions,
): AsyncGenerator<SurveyPage> {
  const { clients, signal } = options;
  const failures: unknown[] = [];
  const note = (error: unknown) => {
    signal.throwIfAborted();
    failures.push(error);
    return undefined;
  };
  for await (const profiles of listProfiles(options)) {
    for (const profile of profiles.filter(isFrontDoor)) {
      const parts = await readFrontDoorParts(
        profile,
        clients.cdn,
        signal,
      ).catch(note);
      const exposure = parts && toFrontDoorExposure(profile, parts, options);
      if (!parts || !exposure) continue;
      for (const part of [parts.endpoints, parts.origins]) {
        if (part.type === 'unseen')
          note(new NotAllowedError(part.blind.message));
      }
      const connections = await readOriginConnections(
        seenOr(parts.origins) ?? [],
        options,
      ).catch(note);
      yield {
        exposures: [exposure],
        connections: (connections ?? []).map(connection =>
          toSurveyedConnection(connection, exposure.nativeId, options),
        ),
      };
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function* listProfiles({
  clients,
  signal,
}: SurveyScopeOptions): AsyncGenerator<Profile[]> {
  try {
    yield* listPages(list => clients.cdn.profiles.list(list), signal);
  } catch (error) {
    // A subscription that has never used Microsoft.Cdn can have no Front Door.
    const code = isServiceError(error) ? error.code : undefined;
    if (code !== 'MissingSubscriptionRegistration') throw error;
  }
}

/** Origins share a connection where they share resource and request. */
async function readOriginConnections(
  origins: readonly FrontDoorOrigin[],
  options: SurveyScopeOptions,
): Promise<LinkConnection[]> {
  const links = origins.flatMap(({ privateLink }) => privateLink ?? []);
  const resources = new Map(
    links.map(({ resourceId }) => [canonicalId(resourceId), resourceId]),
  );
  const found: LinkConnection[] = [];
  for (const [key, resourceId] of resources) {
    const resource = parseResourceId(resourceId);
    if (!resource || isExposure(resourceId, options)) continue;
    const owner = options.elsewhere(resource.subscriptionId);
    if (!owner) continue;
    const answers = await listOf(resourceId, owner.arm, options.signal);
    found.push(
      ...answers
        .flatMap(answer => fromAnswer(answer, resourceId) ?? [])
        .filter(connection =>
          links.some(
            link =>
              canonicalId(link.resourceId) === key &&
              asked(link, connection.description),
          ),
        ),
    );
  }
  return found;
}

/** An origin may outlive what it leads to. */
async function listOf(
  resourceId: string,
  arm: ArmCaller,
  signal: AbortSignal,
): Promise<Record<string, unknown>[]> {
  try {
    return await arm.list(`${resourceId}/privateEndpointConnections`, signal);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

function isExposure(
  resourceId: string,
  { isNamed }: SurveyScopeOptions,
): boolean {
  return isPrivateLinkServiceId(resourceId) || isNamed(resourceId);
}

/**
 * Whether a connection is Front Door's own. The text is all that tells: its endpoint lies in a subscription of Microsoft.
 *
 * @internal
 */
export function asked(
  { requestMessage }: FrontDoorPrivateLink,
  description: string | undefined,
): boolean {
  if (!requestMessage || !description) return false;
  const id = requestIdIn(requestMessage);
  return (
    description === requestMessage ||
    (id !== undefined && requestIdIn(description) === id)
  );
}
