import type {
  InspectedCertificate,
  WithCertificates,
} from '../../inspection/InspectedCertificate';
import type { WithFirewall } from '../../inspection/InspectedFirewall';
import type {
  InspectedLoadBalancer,
  WithLoadBalancers,
} from '../../inspection/InspectedLoadBalancer';
import type { Seen } from '../../inspection/Seen';
import type { AwsScope } from '../../scopes';

/** Everything that the rules and the path of one distribution are made from. @internal */
export interface DistributionInspection
  extends WithLoadBalancers,
    WithCertificates,
    WithFirewall {
  /** Where the distribution is. */
  scope: AwsScope;
  /** The distribution. */
  distribution: InspectedDistribution;
  /** The names that it answers to besides its own. */
  names: InspectedName[];
  /** The certificate that it answers with; none where it uses CloudFront's own. */
  certificates: readonly InspectedCertificate[];
  /** Where it fetches from. */
  origins: InspectedOrigin[];
}

/** A distribution. @internal */
export interface InspectedDistribution {
  /** Its ARN. */
  arn: string;
  /** `E…`. */
  id: string;
  /** What people call it. */
  name: string;
  /** `Deployed` or `InProgress`. */
  status: string;
  /** Whether it answers at all. */
  enabled: boolean;
  /** Its own name, `….cloudfront.net`. */
  domainName: string;
  /** Names that it answers to besides its own. */
  aliases: string[];
  /** The oldest TLS that it speaks with viewers. */
  minimumTls?: string;
}

/** A distribution as CloudFront describes it, in a listing or alone. @internal */
export interface DescribedDistribution
  extends Omit<InspectedDistribution, 'name'> {
  /** The ARN of a certificate of Certificate Manager, or the id of one of IAM's; none where CloudFront's own is used. */
  certificateArns: string[];
  /** The ARN of its web ACL, or the id of one of the older WAF. */
  webAclId?: string;
  /** Where it fetches from. */
  origins: DescribedOrigin[];
}

/** An origin as its distribution names it. @internal */
export interface DescribedOrigin {
  /** The distribution's name for it. */
  id: string;
  /** The host that it fetches from. */
  host: string;
  /** `https-only`, `match-viewer` or `http-only`; left out for a bucket and for a VPC origin. */
  protocolPolicy?: string;
  /** Whether the distribution adds headers of its own for it; left out for a VPC origin. */
  addsHeaders?: boolean;
  /** The VPC origin that it goes through, and the account of that one where it is another. */
  vpcOrigin?: { id: string; ownerId?: string };
}

/** A name and the records that somebody has published for it. @internal */
export interface InspectedName {
  /** The name, without a dot at the end. */
  name: string;
  /** Its records; `undefined` where no hosted zone of ours is for it. */
  records: Seen<NameRecords | undefined>;
}

/** The records of one name, in the hosted zone that is for it. @internal */
export interface NameRecords {
  /** The hosted zone's id. */
  zoneId: string;
  /** The hosted zone's domain, without a dot at the end. */
  zoneName: string;
  /** The account of the hosted zone. */
  accountId: string;
  /** What they point at: names, without a dot at the end, or addresses. */
  targets: string[];
}

/** An origin of a distribution. @internal */
export interface InspectedOrigin {
  /** The distribution's name for it. */
  id: string;
  /** The host that it fetches from. */
  host: string;
  /** `https-only`, `match-viewer` or `http-only`; left out for a bucket. */
  protocolPolicy?: string;
  /** Whether the distribution adds headers of its own for it, such as a secret one; left out for a VPC origin. */
  addsHeaders?: boolean;
  /** The VPC origin that it goes through. */
  vpcOrigin?: InspectedVpcOrigin;
  /** The host's own records, where it is a name of ours and not a load balancer's. */
  name?: InspectedName;
  /** The load balancer behind it; `undefined` where it is none, or none of ours. */
  backend: Seen<OriginBackend | undefined>;
}

/** A VPC origin. @internal */
export interface InspectedVpcOrigin {
  /** `vo_…`. */
  id: string;
  /** What it is; `undefined` if it does not exist. */
  description: Seen<VpcOriginDescription | undefined>;
}

/** A VPC origin as CloudFront describes it. @internal */
export interface VpcOriginDescription {
  /** What people call it. */
  name: string;
  /** `Deployed`, `Deploying`, `Failed`, … */
  status: string;
  /** The load balancer or instance that it leads to, by ARN. */
  targetArn: string;
  /** `https-only`, `match-viewer` or `http-only`. */
  protocolPolicy?: string;
}

/** What stands behind an origin. @internal */
export type OriginBackend =
  | FoundBackend
  | {
      /** A load balancer has the name that the host was made from, and another host name: it was made again. */
      type: 'recreated';
      /** The host name that is pointed at. */
      wanted: string;
      /** The load balancer that there is. */
      existing: ExistingLoadBalancer;
    }
  | {
      /** In no account that is looked into has a load balancer the host name: it is gone, or in one that is not. */
      type: 'missing';
      /** The host name that is pointed at. */
      wanted: string;
      /** The accounts that were looked into. */
      accountIds: string[];
      /**
       * What a controller has made since for the same object in a cluster, as far as the name tells which that is. With one,
       * the load balancer is gone; without, nobody knows.
       */
      successors: Seen<Successor[]>;
    };

/** A load balancer that may have taken the place of another. @internal */
export interface ExistingLoadBalancer {
  /** Its ARN. */
  arn: string;
  /** Its host name, as AWS writes it. */
  dnsName: string;
  /** Its account. */
  accountId: string;
}

/** A load balancer that was made for the same object as one that is gone. @internal */
export interface Successor extends ExistingLoadBalancer {
  /** Such as `Kubernetes Service shop/web`. */
  madeFor: string;
}

/** The load balancer behind an origin. @internal */
export interface FoundBackend {
  type: 'found';
  /** Where it is. */
  scope: AwsScope;
  /** The load balancer; its description is `undefined` if it does not exist. */
  loadBalancer: InspectedLoadBalancer;
  /** Identities that a load balancer controller wrote. */
  kubernetesServices: string[];
  /** The prefix lists of CloudFront's own addresses; looked at where the load balancer is public. */
  cloudFrontPrefixLists?: Seen<string[]>;
}
