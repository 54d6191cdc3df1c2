import { GetDistributionCommand } from '@aws-sdk/client-cloudfront';
import { NotFoundError } from '@backstage/errors';
import { isNotFound } from '../../clients/errors';
import { requireMember } from '../../clients/requireMember';
import { LISTING_KEPT_MS } from '../../clients/ScopeMemory';
import type {
  CallableScope,
  InspectionContext,
} from '../../inspection/InspectionContext';
import { lookElsewhere, seenOr } from '../../inspection/look';
import { parseDistributionArn } from '../mapping/distributionArns';
import { toDescribedDistribution } from '../mapping/toDescribedDistribution';
import { distributionPages } from '../survey/distributionPages';
import type { DescribedDistribution } from './DistributionInspection';

const KEY = 'distributions';

type Described = ReadonlyMap<string, DescribedDistribution>;

/**
 * Reads one distribution: the listing of its account tells as much as it does itself.
 *
 * @throws NotFoundError if it does not exist any more.
 * @internal
 */
export async function readDistribution(
  arn: string,
  context: InspectionContext,
): Promise<DescribedDistribution> {
  const { callers, scope, signal, since } = context;
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  // That the listing fails, the survey reports; the distribution itself may answer all the same.
  const listed = await lookElsewhere(
    { accountId: scope.accountId, signal },
    () =>
      callers.memory.remember(KEY, keep, () =>
        listDistributions(context, signal),
      ),
  );
  // What the listing has not may have been made since.
  return seenOr(listed)?.get(arn) ?? askFor(arn, context);
}

/**
 * Forgets what was listed for inspections, for a survey is about to see more.
 *
 * @internal
 */
export function forgetDistributions({ callers }: CallableScope): void {
  callers.memory.forget(KEY);
}

async function listDistributions(
  place: CallableScope,
  signal: AbortSignal,
): Promise<Described> {
  const described = new Map<string, DescribedDistribution>();
  for await (const page of distributionPages(place, signal)) {
    for (const one of page) {
      described.set(one.ARN ?? '', toDescribedDistribution(one));
    }
  }
  return described;
}

async function askFor(
  arn: string,
  { callers, scope, signal }: InspectionContext,
): Promise<DescribedDistribution> {
  const { distributionId } = parseDistributionArn(arn) ?? {};
  try {
    const answer = await callers.cloudFront.send(
      new GetDistributionCommand({ Id: distributionId }),
      { signal },
    );
    const found = requireMember(answer, 'Distribution');
    const settings = requireMember(found, 'DistributionConfig');
    return toDescribedDistribution({ ...found, ...settings });
  } catch (error) {
    if (!isNotFound(error)) throw error;
    throw new NotFoundError(
      `Distribution '${distributionId}' does not exist any more in ${scope.id}`,
    );
  }
}
