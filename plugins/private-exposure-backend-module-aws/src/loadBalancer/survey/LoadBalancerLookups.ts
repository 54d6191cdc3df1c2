import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import { readAll } from '../../clients/readPages';
import { look, seenOr } from '../../inspection/look';
import type { KindContext } from '../../kinds/AwsKind';
import type { Tags } from '../../mapping/tags';
import { readResourceTags } from '../../survey/readResourceTags';

/**
 * What a survey knows of all load balancers of a scope at once, read when the first of them is seen: a scope without
 * any costs no call.
 *
 * @internal
 */
export class LoadBalancerLookups {
  readonly #context: KindContext;
  #tags: Promise<ReadonlyMap<string, Tags>> | undefined;
  #subnetOwners: Promise<ReadonlyMap<string, string>> | undefined;

  private constructor(context: KindContext) {
    this.#context = context;
  }

  /** Makes no call. */
  static create(context: KindContext): LoadBalancerLookups {
    return new LoadBalancerLookups(context);
  }

  /**
   * Tags by ARN.
   *
   * @throws what the call that failed threw: without tags an owner would be lost.
   */
  tags(): Promise<ReadonlyMap<string, Tags>> {
    const { callers, signal } = this.#context;
    this.#tags ??= readResourceTags(
      callers.tagging,
      'elasticloadbalancing:loadbalancer',
      signal,
    );
    return this.#tags;
  }

  /** The owners of subnets that other accounts share with this one, by subnet. Nobody's, if subnets may not be listed. */
  subnetOwners(): Promise<ReadonlyMap<string, string>> {
    this.#subnetOwners ??= this.#readSubnetOwners();
    return this.#subnetOwners;
  }

  async #readSubnetOwners(): Promise<ReadonlyMap<string, string>> {
    const { callers, scope, signal } = this.#context;
    const subnets = await look(() =>
      readAll(
        NextToken =>
          callers.ec2.send(
            new DescribeSubnetsCommand({ MaxResults: 1000, NextToken }),
            { signal },
          ),
        { items: page => page.Subnets, nextToken: page => page.NextToken },
      ),
    );
    return new Map(
      (seenOr(subnets) ?? []).flatMap(({ SubnetId, OwnerId }) =>
        SubnetId && OwnerId && OwnerId !== scope.accountId
          ? [[SubnetId, OwnerId] as const]
          : [],
      ),
    );
  }
}
