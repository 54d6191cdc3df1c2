import { ACMClient } from '@aws-sdk/client-acm';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { IAMClient } from '@aws-sdk/client-iam';
import { RAMClient } from '@aws-sdk/client-ram';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { Route53Client } from '@aws-sdk/client-route-53';
import { WAFV2Client } from '@aws-sdk/client-wafv2';
import type { Client, MetadataBearer } from '@smithy/types';
import type { AwsCaller } from './AwsCaller';
import type { AwsApi } from './callRates';
import { PartedEc2Protocol } from './PartedEc2Protocol';
import { LeanQueryProtocol } from './protocols';
import { ScopeMemory } from './ScopeMemory';
import type { SdkClientConfig } from './sdkClientConfig';

/** The caller around one of the SDK's clients. @internal */
export type CallerOf<SdkClient> = SdkClient extends Client<
  infer Input extends object,
  infer Output extends MetadataBearer,
  infer Configuration
>
  ? AwsCaller<Input, Output, Configuration>
  : never;

/** Calls to EC2 in one scope. @internal */
export type Ec2Caller = CallerOf<EC2Client>;
/** Calls to Elastic Load Balancing v2 in one scope. @internal */
export type ElbCaller = CallerOf<ElasticLoadBalancingV2Client>;
/** Calls to the older Elastic Load Balancing API, of Classic load balancers, in one scope. @internal */
export type ClassicElbCaller = CallerOf<ElasticLoadBalancingClient>;
/** Calls to the Resource Groups Tagging API in one scope. @internal */
export type TaggingCaller = CallerOf<ResourceGroupsTaggingAPIClient>;
/** Calls to Certificate Manager in one scope. @internal */
export type AcmCaller = CallerOf<ACMClient>;
/** Calls to WAF in one scope. @internal */
export type WafCaller = CallerOf<WAFV2Client>;

/** Wraps a client: the budget that it spends, and its service as IAM spells it. @internal */
export type WrapClient = <
  Input extends object,
  Output extends MetadataBearer,
  Configuration,
>(
  api: AwsApi,
  iamService: string,
  client: Client<Input, Output, Configuration>,
) => AwsCaller<Input, Output, Configuration>;

/**
 * The callers of one scope. Each client is made when it is first asked for: most scopes never meet most services.
 *
 * @internal
 */
export class ScopeCallers {
  /** What has been read in the scope and is shared for a while. */
  readonly memory = new ScopeMemory();
  readonly #config: SdkClientConfig;
  readonly #wrap: WrapClient;
  readonly #made = new Map<AwsApi, { destroy(): void }>();

  /** Makes no client. */
  constructor(config: SdkClientConfig, wrap: WrapClient) {
    this.#config = config;
    this.#wrap = wrap;
  }

  /** Certificate Manager. */
  get acm(): AcmCaller {
    return this.#once('acm', () =>
      this.#wrap('acm', 'acm', new ACMClient(this.#config())),
    );
  }

  /** CloudFront: distributions, VPC origins. */
  get cloudFront(): CallerOf<CloudFrontClient> {
    return this.#once('cloudfront', () =>
      this.#wrap(
        'cloudfront',
        'cloudfront',
        new CloudFrontClient(this.#config()),
      ),
    );
  }

  /** EC2: endpoint services, connections, networks. */
  get ec2(): Ec2Caller {
    return this.#once('ec2', () => {
      const config = { ...this.#config(), protocol: PartedEc2Protocol };
      return this.#wrap('ec2', 'ec2', new EC2Client(config));
    });
  }

  /** Elastic Load Balancing v2: load balancers, target groups. */
  get elb(): ElbCaller {
    return this.#once('elbv2', () => {
      const config = { ...this.#config(), protocol: LeanQueryProtocol };
      const client = new ElasticLoadBalancingV2Client(config);
      return this.#wrap('elbv2', 'elasticloadbalancing', client);
    });
  }

  /** The older Elastic Load Balancing: Classic load balancers. */
  get classicElb(): ClassicElbCaller {
    return this.#once('elb', () => {
      const config = { ...this.#config(), protocol: LeanQueryProtocol };
      const client = new ElasticLoadBalancingClient(config);
      return this.#wrap('elb', 'elasticloadbalancing', client);
    });
  }

  /** Identity and Access Management: roles. */
  get iam(): CallerOf<IAMClient> {
    return this.#once('iam', () => {
      const config = { ...this.#config(), protocol: LeanQueryProtocol };
      return this.#wrap('iam', 'iam', new IAMClient(config));
    });
  }

  /** Resource Access Manager: what accounts share. */
  get ram(): CallerOf<RAMClient> {
    return this.#once('ram', () =>
      this.#wrap('ram', 'ram', new RAMClient(this.#config())),
    );
  }

  /** Route 53: hosted zones and their records. */
  get route53(): CallerOf<Route53Client> {
    return this.#once('route53', () =>
      this.#wrap('route53', 'route53', new Route53Client(this.#config())),
    );
  }

  /** Tags of many resources at once. */
  get tagging(): TaggingCaller {
    return this.#once('tagging', () => {
      const client = new ResourceGroupsTaggingAPIClient(this.#config());
      return this.#wrap('tagging', 'tag', client);
    });
  }

  /** WAF: web ACLs. */
  get waf(): WafCaller {
    return this.#once('wafv2', () =>
      this.#wrap('wafv2', 'wafv2', new WAFV2Client(this.#config())),
    );
  }

  /** WAF: which web ACL stands in front of what, which may be asked for less often than the rest. */
  get wafAssociations(): WafCaller {
    return this.#once('wafv2Associations', () =>
      this.#wrap('wafv2Associations', 'wafv2', new WAFV2Client(this.#config())),
    );
  }

  /** Closes the connections that are kept open. */
  destroy(): void {
    this.#made.forEach(caller => caller.destroy());
    this.#made.clear();
    this.memory.clear();
  }

  #once<Caller extends { destroy(): void }>(
    api: AwsApi,
    make: () => Caller,
  ): Caller {
    // Each key is only ever asked for by the getter that has made it.
    const known = this.#made.get(api) as Caller | undefined;
    if (known) return known;
    const made = make();
    this.#made.set(api, made);
    return made;
  }
}
