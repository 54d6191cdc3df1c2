import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import {
  type CallableScope,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { listWebAcls } from '../../inspection/listWebAcls';
import { lookElsewhere, mapSeen } from '../../inspection/look';
import { parseWebAclArn } from '../../inspection/readWebAcl';
import type { Seen } from '../../inspection/Seen';
import type { SurveyContext } from '../../kinds/AwsKind';
import type { Tags } from '../../mapping/tags';
import { CertificateLookups } from '../../survey/CertificateLookups';
import { readResourceTags } from '../../survey/readResourceTags';
import { Recollection } from '../../survey/Recollection';
import type {
  DescribedDistribution,
  DescribedOrigin,
  NameRecords,
} from '../inspection/DistributionInspection';
import { canonicalHost, parseLoadBalancerHost } from '../inspection/hostNames';
import {
  listVpcOrigins,
  type ListedVpcOrigin,
} from '../inspection/listVpcOrigins';
import type {
  DistributionSurroundings,
  SurveyedName,
  SurveyedVpcOrigin,
} from './DistributionSurroundings';
import { NameLookups } from './NameLookups';

type VpcOrigins = ReadonlyMap<string, ListedVpcOrigin>;
type WebAcls = ReadonlyMap<string, string | undefined>;

/**
 * What a survey knows of all distributions of an account at once, each listing read when the first distribution needs it:
 * an account without any costs no call. A listing that cannot be read hides no distribution; what hangs on it, the
 * inspections report.
 *
 * @internal
 */
export class DistributionLookups {
  readonly #context: SurveyContext;
  readonly #recollection: Recollection;
  readonly #certificates: CertificateLookups;
  readonly #names: NameLookups;
  readonly #vpcOrigins = new Map<string, Promise<Seen<VpcOrigins>>>();
  #tags: Promise<ReadonlyMap<string, Tags>> | undefined;
  #webAcls: Promise<Seen<WebAcls>> | undefined;

  private constructor(context: SurveyContext, recollection: Recollection) {
    this.#context = context;
    this.#recollection = recollection;
    this.#certificates = new CertificateLookups(context, recollection);
    this.#names = new NameLookups(context);
  }

  /** Makes no call. */
  static async create(context: SurveyContext): Promise<DistributionLookups> {
    const { callers, signal } = context;
    return new DistributionLookups(
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
      'cloudfront:distribution',
      signal,
    );
    return this.#tags;
  }

  /** What the listings tell of all that each distribution of a page depends on. */
  async surroundingsOf(
    distributions: readonly DescribedDistribution[],
  ): Promise<DistributionSurroundings[]> {
    const names = new Set(distributions.flatMap(namesOf));
    const records = await this.#names.recordsOf([...names]);
    return mapWithLimit(distributions, LOOKS_AT_ONCE, async distribution => {
      const { webAclId, certificateArns, origins } = distribution;
      return {
        webAcl: webAclId ? await this.#webAclOf(webAclId) : undefined,
        certificates: await this.#certificates.of(certificateArns),
        vpcOrigins: await mapWithLimit(
          origins.flatMap(({ vpcOrigin }) => vpcOrigin ?? []),
          LOOKS_AT_ONCE,
          one => this.#vpcOriginOf(one),
        ),
        names: namesOf(distribution).map(name =>
          this.#nameOf(name, records.get(name)),
        ),
      };
    });
  }

  async #webAclOf(id: string): Promise<DistributionSurroundings['webAcl']> {
    // Others are no web ACLs that the listing would have.
    if (parseWebAclArn(id)?.scope !== 'CLOUDFRONT') return undefined;
    this.#webAcls ??= this.#lookAt(this.#context, () =>
      listWebAcls('CLOUDFRONT', this.#context, this.#context),
    );
    const version = this.#recollection.recall(
      `web ACL ${id}`,
      mapSeen(await this.#webAcls, all =>
        all.has(id) ? all.get(id) ?? '' : null,
      ),
    );
    return { id, version };
  }

  async #vpcOriginOf(
    origin: NonNullable<DescribedOrigin['vpcOrigin']>,
  ): Promise<SurveyedVpcOrigin> {
    const { id } = origin;
    const ownerId = origin.ownerId ?? this.#context.scope.accountId;
    const place = this.#context.elsewhere(ownerId, 'global');
    if (!place) return { id, listed: undefined };
    const all = await this.#vpcOriginsAt(place);
    const listed = this.#recollection.recall(
      `VPC origin ${id}`,
      mapSeen(all, known => known.get(id) ?? null),
    );
    return { id, listed };
  }

  #vpcOriginsAt(place: CallableScope): Promise<Seen<VpcOrigins>> {
    const { id } = place.scope;
    const known = this.#vpcOrigins.get(id);
    if (known) return known;
    const isOwn = id === this.#context.scope.id;
    const looker = isOwn
      ? this.#context
      : // One account's VPC origins may be used in many.
        { signal: this.#context.signal, since: -Infinity };
    const listed = this.#lookAt(place, () => listVpcOrigins(place, looker));
    this.#vpcOrigins.set(id, listed);
    return listed;
  }

  #nameOf(
    name: string,
    seen: Seen<NameRecords | undefined> | undefined,
  ): SurveyedName {
    const records = seen && this.#recollection.recall(`name ${name}`, seen);
    return { name, records };
  }

  #lookAt<Value>(
    { scope }: CallableScope,
    read: () => Promise<Value>,
  ): Promise<Seen<Value>> {
    const { accountId } = scope;
    return lookElsewhere({ accountId, signal: this.#context.signal }, read);
  }
}

/** The names that viewers call, and those that origins are fetched from, each once. */
function namesOf({ aliases, origins }: DescribedDistribution): string[] {
  const names = [...aliases, ...origins.flatMap(nameOf)].map(canonicalHost);
  return [...new Set(names)];
}

/** The host of an origin, where it is a name whose records may lead on: neither a bucket's nor a load balancer's own. */
function nameOf({ host, protocolPolicy }: DescribedOrigin): string[] {
  return protocolPolicy && !parseLoadBalancerHost(host) ? [host] : [];
}
