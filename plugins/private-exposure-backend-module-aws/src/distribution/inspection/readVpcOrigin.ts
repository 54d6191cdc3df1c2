import {
  GetVpcOriginCommand,
  type VpcOrigin,
} from '@aws-sdk/client-cloudfront';
import { isNotFound } from '../../clients/errors';
import {
  LISTING_KEPT_MS,
  VERSIONED_MS,
  type Looker,
} from '../../clients/ScopeMemory';
import type {
  CallableScope,
  InspectionContext,
} from '../../inspection/InspectionContext';
import { lookElsewhere } from '../../inspection/look';
import type {
  InspectedVpcOrigin,
  VpcOriginDescription,
} from './DistributionInspection';
import { listVpcOrigins } from './listVpcOrigins';

/**
 * Looks at a VPC origin in the account that owns it. One that has not changed since it was looked at last, as the listing
 * of the account tells, costs no call of its own.
 *
 * @internal
 */
export async function readVpcOrigin(
  id: string,
  ownerId: string,
  context: InspectionContext,
): Promise<InspectedVpcOrigin> {
  const place = context.elsewhere(ownerId, 'global');
  if (!place) {
    const message = `VPC origin '${id}' is in account ${ownerId}, which is not looked into`;
    return {
      id,
      description: { type: 'unseen', blind: { accountId: ownerId, message } },
    };
  }
  const { signal } = context;
  const other = { accountId: ownerId, signal };
  const description = await lookElsewhere(other, () =>
    describe(id, place, context),
  );
  return { id, description };
}

async function describe(
  id: string,
  place: CallableScope,
  looker: Looker,
): Promise<VpcOriginDescription | undefined> {
  const { memory } = place.callers;
  const { signal } = looker;
  const listed = (await listVpcOrigins(place, looker)).get(id);
  // What the listing has not may have been made since.
  const keep = listed
    ? { keptMs: VERSIONED_MS, signal, since: -Infinity }
    : { keptMs: LISTING_KEPT_MS, signal, since: looker.since };
  const key = `VPC origin ${id} ${listed?.version}`;
  const described = await memory.remember(key, keep, () =>
    getVpcOrigin(id, place, signal),
  );
  return described && listed
    ? { ...described, status: listed.status }
    : described;
}

async function getVpcOrigin(
  id: string,
  { callers }: CallableScope,
  signal: AbortSignal,
): Promise<VpcOriginDescription | undefined> {
  try {
    const { VpcOrigin: found } = await callers.cloudFront.send(
      new GetVpcOriginCommand({ Id: id }),
      { signal },
    );
    return found && toVpcOriginDescription(found);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * A VPC origin as the rules read it.
 *
 * @internal
 */
export function toVpcOriginDescription(
  origin: VpcOrigin,
): VpcOriginDescription {
  const { VpcOriginEndpointConfig: endpoint } = origin;
  return {
    name: endpoint?.Name ?? origin.Id ?? '',
    status: origin.Status ?? '',
    targetArn: endpoint?.Arn ?? '',
    protocolPolicy: endpoint?.OriginProtocolPolicy,
  };
}
