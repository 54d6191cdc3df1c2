import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type StateReader,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrls } from '../../../consoleUrls';
import { hopIds } from '../../../inspection/hops/hopIds';
import { seenOr } from '../../../inspection/look';
import { vpcOriginHealths } from '../../../mapping/states';
import type { AwsScope } from '../../../scopes';
import type { InspectedVpcOrigin } from '../DistributionInspection';

/**
 * A VPC origin on the path.
 *
 * @internal
 */
export function vpcOriginHop(
  { id, description }: InspectedVpcOrigin,
  scope: AwsScope,
  states: StateReader,
): Hop {
  const seen = seenOr(description);
  return {
    id: hopIds.vpcOrigin(id),
    type: 'vpc-origin',
    title: seen?.name || id,
    nativeId: id,
    ...judge(description, states),
    facts: toFacts(
      {
        State: seen?.status,
        'Leads to': seen?.targetArn,
        Protocol: seen?.protocolPolicy,
      },
      ['Leads to'],
    ),
    consoleUrl: consoleUrls.vpcOrigin(scope, id),
  };
}

function judge(
  description: InspectedVpcOrigin['description'],
  states: StateReader,
): { health: Health; reason?: string } {
  if (description.type === 'unseen') {
    return { health: 'unknown', reason: description.blind.message };
  }
  if (!description.value) {
    return { health: 'failing', reason: 'The VPC origin does not exist' };
  }
  const { status } = description.value;
  const health = states.read('VPC origin', status, vpcOriginHealths);
  return health === 'ok'
    ? { health }
    : {
        health: health ?? 'unknown',
        reason: `AWS says the VPC origin is '${status}'`,
      };
}
