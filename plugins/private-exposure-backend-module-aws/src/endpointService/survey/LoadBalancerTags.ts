import { DescribeTagsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import type { ElbCaller } from '../../clients/ScopeCallers';
import { isNotFound } from '../../clients/errors';
import { type Tags, toTags } from '../../mapping/tags';
import { loadBalancerPages } from '../../survey/loadBalancerPages';

/** Most resources that one DescribeTags takes. */
const ARNS_PER_CALL = 20;
const CALLS_AT_ONCE = 4;

/**
 * The tags of load balancers in bulk, for one survey.
 *
 * @remarks
 * DescribeTags fails as a whole if one of its load balancers no longer exists, and endpoint services do outlive their
 * load balancers. Only then are the load balancers listed, once for the survey, and those that exist are asked for
 * again.
 *
 * @internal
 */
export class LoadBalancerTags {
  readonly #elb: ElbCaller;
  readonly #signal: AbortSignal;
  #existing: Promise<ReadonlySet<string>> | undefined;

  private constructor(elb: ElbCaller, signal: AbortSignal) {
    this.#elb = elb;
    this.#signal = signal;
  }

  /** Makes no call. */
  static create(elb: ElbCaller, signal: AbortSignal): LoadBalancerTags {
    return new LoadBalancerTags(elb, signal);
  }

  /** Tags by ARN. What does not exist is not in the answer. */
  async read(arns: readonly string[]): Promise<Map<string, Tags>> {
    if (arns.length === 0) return new Map();
    const wanted = [...new Set(arns)];
    const chunks = Array.from(
      { length: Math.ceil(wanted.length / ARNS_PER_CALL) },
      (_, index) =>
        wanted.slice(index * ARNS_PER_CALL, (index + 1) * ARNS_PER_CALL),
    );
    const found = await mapWithLimit(chunks, CALLS_AT_ONCE, chunk =>
      this.#describe(chunk),
    );
    return new Map(found.flat());
  }

  async #list(): Promise<ReadonlySet<string>> {
    const arns = new Set<string>();
    for await (const page of loadBalancerPages(this.#elb, this.#signal)) {
      for (const { LoadBalancerArn: arn, Type } of page) {
        // No application load balancer stands behind an endpoint service.
        if (arn && Type !== 'application') arns.add(arn);
      }
    }
    return arns;
  }

  async #describe(arns: readonly string[]): Promise<Array<[string, Tags]>> {
    try {
      const { TagDescriptions } = await this.#elb.send(
        new DescribeTagsCommand({ ResourceArns: [...arns] }),
        { signal: this.#signal },
      );
      return (TagDescriptions ?? []).flatMap(({ ResourceArn, Tags: tags }) =>
        ResourceArn ? [[ResourceArn, toTags(tags)] as [string, Tags]] : [],
      );
    } catch (error) {
      if (!isNotFound(error)) throw error;
      if (arns.length <= 1) return [];
      this.#existing ??= this.#list();
      const existing = await this.#existing;
      const left = arns.filter(arn => existing.has(arn));
      if (left.length === 0) return [];
      if (left.length < arns.length) return this.#describe(left);
      // One of them went away since the listing: halve until it stands alone.
      const middle = Math.ceil(arns.length / 2);
      return [
        ...(await this.#describe(arns.slice(0, middle))),
        ...(await this.#describe(arns.slice(middle))),
      ];
    }
  }
}
