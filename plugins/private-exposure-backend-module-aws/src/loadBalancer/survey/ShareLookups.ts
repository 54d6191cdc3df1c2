import { lookElsewhere, mapSeen } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import type { SurveyContext } from '../../kinds/AwsKind';
import type { Recollection } from '../../survey/Recollection';
import type {
  EndedShare,
  SubnetShare,
} from '../inspection/LoadBalancerInspection';
import { listEndedShares } from '../inspection/readEndedShares';
import { listSubnetShares } from '../inspection/readSubnetShares';

/** A subnet that the scope sees. @internal */
export interface SurveyedSubnet {
  /** Its account. */
  ownerId: string | undefined;
  /** Its network. */
  vpcId: string | undefined;
}

/** Where a load balancer stands. */
interface Placed {
  arn: string;
  vpcId: string | undefined;
  subnetIds: readonly string[];
}

type Subnets = Seen<ReadonlyMap<string, SurveyedSubnet>>;

/**
 * What a survey knows of shared subnets, listed when the first load balancer needs it.
 *
 * @internal
 */
export class ShareLookups {
  readonly #context: SurveyContext;
  readonly #recollection: Recollection;
  #shares: Promise<Seen<SubnetShare[]>> | undefined;
  #ended: Promise<Seen<EndedShare[]>> | undefined;

  /** Makes no call. */
  constructor(context: SurveyContext, recollection: Recollection) {
    this.#context = context;
    this.#recollection = recollection;
  }

  /** The shares that a load balancer's subnets come from; `undefined` if all are its own account's, or nobody knows. */
  async of(
    { arn, subnetIds }: Placed,
    subnets: Subnets,
  ): Promise<SubnetShare[] | undefined> {
    const { accountId } = this.#context.scope;
    if (subnets.type === 'unseen') return undefined;
    // One that cannot be seen any more was another account's.
    const isForeign = subnetIds.some(id => {
      const { ownerId } = subnets.value.get(id) ?? {};
      return !subnets.value.has(id) || (ownerId && ownerId !== accountId);
    });
    if (!isForeign) return undefined;
    this.#shares ??= this.#look(() => listSubnetShares(this.#context));
    const shares = mapSeen(await this.#shares, all =>
      all.filter(({ subnetId }) => subnetIds.includes(subnetId)),
    );
    return this.#recollection.recall(`shares of ${arn}`, shares);
  }

  /**
   * The account's own subnets, in the network that a load balancer stands in, whose sharing has ended: its targets may be
   * in any of them. `undefined` if nobody knows.
   */
  async endedFor(
    { arn, vpcId }: Placed,
    subnets: Subnets,
  ): Promise<EndedShare[] | undefined> {
    if (subnets.type === 'unseen' || !vpcId) return undefined;
    this.#ended ??= this.#look(() => listEndedShares(this.#context));
    const ended = mapSeen(await this.#ended, all =>
      all.filter(
        ({ subnetId }) => subnets.value.get(subnetId)?.vpcId === vpcId,
      ),
    );
    return this.#recollection.recall(`ended shares for ${arn}`, ended);
  }

  #look<Value>(read: () => Promise<Value>): Promise<Seen<Value>> {
    const { scope, signal } = this.#context;
    return lookElsewhere({ accountId: scope.accountId, signal }, read);
  }
}
