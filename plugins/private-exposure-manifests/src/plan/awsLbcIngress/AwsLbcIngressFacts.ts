import { AwsLbcServiceFacts } from '../awsLbcService';
import { KubernetesObject } from '../KubernetesObject';
import { AlbAddressType } from './planAddressing';

/** Switches of the controller that the outcome for an Ingress depends on. @public */
export interface AwsLbcIngressFeatureGates {
  ALBSingleSubnet: boolean;
  LBCapacityReservation: boolean;
  EnableIPTargetType: boolean;
  EnableDefaultTagsLowPriority: boolean;
  EnableCertificateManagement: boolean;
}

/** How the controller decides which Ingresses are its own. @public */
export interface IngressClassFacts {
  /** The controller's `--ingress-class`; empty answers to `alb`, and to Ingresses without a class. */
  controllerIngressClass: string;
  /** Whether Ingresses without any class are its own. Default: whether `controllerIngressClass` is empty. */
  managesIngressesWithoutClass?: boolean;
  /** All IngressClasses of the cluster; `undefined` where they are not known. */
  ingressClasses?: readonly KubernetesObject[];
  /** All IngressClassParams of the cluster; `undefined` where they are not known. */
  ingressClassParams?: readonly KubernetesObject[];
  /** Namespaces with their labels; `undefined` where they are not known. */
  namespaces?: readonly KubernetesObject[];
}

/** What the outcome for an Ingress depends on besides the Ingress. @public */
export interface AwsLbcIngressFacts
  extends IngressClassFacts,
    Pick<
      AwsLbcServiceFacts,
      | 'clusterName'
      | 'subnets'
      | 'securityGroups'
      | 'defaultScheme'
      | 'defaultTargetType'
      | 'defaultSslPolicy'
      | 'defaultTags'
      | 'externalManagedTags'
      | 'hasBackendSecurityGroup'
      | 'backendSecurityGroup'
      | 'managesBackendSecurityGroupRules'
      | 'hasUnrestrictedSecurityGroupRules'
    > {
  /** The other Ingresses of the cluster that may share the load balancer. */
  otherIngresses: readonly KubernetesObject[];
  /** Services of the namespaces; `undefined` where they are not known, and then each named one is taken to exist. */
  services?: readonly KubernetesObject[];
  /** Secrets for OIDC by `namespace/name`, with the keys that they have; `undefined` where they are not known. */
  secretKeys?: Readonly<Record<string, readonly string[]>>;
  /** Certificates of ACM with the names that they are for; `undefined` where they are not known. */
  certificates?: readonly { arn: string; domainNames: readonly string[] }[];
  /** ARNs of regional web ACLs by name; `undefined` where they are not known. */
  webAcls?: Readonly<Record<string, string>>;
  /** ARNs of trust stores by name; `undefined` where they are not known. */
  trustStores?: Readonly<Record<string, string>>;
  /** The load balancer that the controller has made for the group before. */
  existingLoadBalancer?: { scheme: string; subnets: readonly string[] };
  defaultAddressType: AlbAddressType;
  /** Private authority for certificates that name none; empty for Amazon's own. */
  defaultCaArn: string;
  featureGates: AwsLbcIngressFeatureGates;
}

/**
 * How the controller behaves unless its flags say otherwise.
 *
 * @remarks From `docs/deploy/configurations.md` and `pkg/config`, version 3.5.
 *
 * @public
 */
export const awsLbcIngressDefaults: Omit<AwsLbcIngressFacts, 'clusterName'> = {
  controllerIngressClass: 'alb',
  otherIngresses: [],
  securityGroups: [],
  defaultScheme: 'internal',
  defaultAddressType: 'ipv4',
  defaultTargetType: 'instance',
  defaultSslPolicy: 'ELBSecurityPolicy-2016-08',
  defaultTags: {},
  externalManagedTags: [],
  hasBackendSecurityGroup: true,
  managesBackendSecurityGroupRules: false,
  hasUnrestrictedSecurityGroupRules: false,
  defaultCaArn: '',
  featureGates: {
    ALBSingleSubnet: false,
    LBCapacityReservation: true,
    EnableIPTargetType: true,
    EnableDefaultTagsLowPriority: false,
    EnableCertificateManagement: false,
  },
};
