import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import { readAll } from '../../clients/readPages';
import { look } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import type { SurveyContext } from '../../kinds/AwsKind';
import type { Tags } from '../../mapping/tags';
import { CertificateLookups } from '../../survey/CertificateLookups';
import { readResourceTags } from '../../survey/readResourceTags';
import { Recollection } from '../../survey/Recollection';
import type { LoadBalancerSurroundings } from './LoadBalancerSurroundings';
import { ShareLookups, type SurveyedSubnet } from './ShareLookups';
import { WebAclLookups } from './WebAclLookups';

/** What a load balancer's surroundings are found by. @internal */
export interface SurroundedLoadBalancer {
  /** Its ARN. */
  arn: string;
  /** Whether a web ACL can stand in front of it. */
  isApplication: boolean;
  /** Whether a load balancer controller made it. */
  wasMadeByController: boolean;
  /** The network that it stands in. */
  vpcId: string | undefined;
  /** The subnets that it stands in. */
  subnetIds: readonly string[];
  /** The certificates of its listeners, where the listing of load balancers tells them. */
  certificateArns: readonly string[];
}

/**
 * What a survey knows of all load balancers of a scope at once, each listing read when the first of them needs it: a scope
 * without any costs no call. But for tags, a listing that cannot be read hides no load balancer; what hangs on it, the
 * inspections report.
 *
 * @internal
 */
export class LoadBalancerLookups {
  readonly #context: SurveyContext;
  readonly #webAcls: WebAclLookups;
  readonly #shares: ShareLookups;
  readonly #certificates: CertificateLookups;
  #tags: Promise<ReadonlyMap<string, Tags>> | undefined;
  #subnets: Promise<Seen<ReadonlyMap<string, SurveyedSubnet>>> | undefined;

  private constructor(context: SurveyContext, recollection: Recollection) {
    this.#context = context;
    this.#webAcls = new WebAclLookups(context, recollection);
    this.#shares = new ShareLookups(context, recollection);
    this.#certificates = new CertificateLookups(context, recollection);
  }

  /** Makes no call. */
  static async create(context: SurveyContext): Promise<LoadBalancerLookups> {
    const { callers, signal } = context;
    return new LoadBalancerLookups(
      context,
      await Recollection.of(callers.memory, signal),
    );
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

  /**
   * What the listings tell of all that a load balancer depends on.
   *
   * @throws what the listing of subnets threw, unless it may not be read.
   */
  async surroundingsOf(
    one: SurroundedLoadBalancer,
  ): Promise<LoadBalancerSurroundings> {
    this.#subnets ??= look(() => this.#readSubnets());
    const subnets = await this.#subnets;
    return {
      subnetOwners: this.#ownersOf(one.subnetIds, subnets),
      webAcl: one.isApplication ? await this.#webAcls.of(one.arn) : undefined,
      shares: await this.#shares.of(one, subnets),
      endedShares: one.wasMadeByController
        ? await this.#shares.endedFor(one, subnets)
        : undefined,
      certificates: await this.#certificates.of(one.certificateArns),
    };
  }

  /** The other accounts that own some subnets. Nobody, if subnets may not be listed. */
  #ownersOf(
    subnetIds: readonly string[],
    subnets: Seen<ReadonlyMap<string, SurveyedSubnet>>,
  ): string[] {
    if (subnets.type === 'unseen') return [];
    const { accountId } = this.#context.scope;
    const owners = subnetIds.flatMap(
      id => subnets.value.get(id)?.ownerId ?? [],
    );
    return [...new Set(owners)].filter(owner => owner !== accountId);
  }

  async #readSubnets(): Promise<ReadonlyMap<string, SurveyedSubnet>> {
    const { callers, signal } = this.#context;
    const subnets = await readAll(
      NextToken =>
        callers.ec2.send(
          new DescribeSubnetsCommand({ MaxResults: 1000, NextToken }),
          { signal },
        ),
      { items: page => page.Subnets, nextToken: page => page.NextToken },
    );
    return new Map(
      subnets.flatMap(({ SubnetId, OwnerId, VpcId }) =>
        SubnetId
          ? [[SubnetId, { ownerId: OwnerId, vpcId: VpcId }] as const]
          : [],
      ),
    );
  }
}
