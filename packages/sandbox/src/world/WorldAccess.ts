import { WorldParts } from './createWorldParts';
import { WorldTimings } from './types';

/**
 * The parts of a world by name.
 *
 * @public
 */
export abstract class WorldAccess {
  /** How long things take; may be changed at any time. */
  get timings(): WorldTimings {
    return this.parts.context.timings;
  }

  /** Accounts, roles that may be assumed, and zones. */
  get accounts(): WorldParts['accounts'] {
    return this.parts.accounts;
  }

  /** VPCs, subnets and network interfaces. */
  get network(): WorldParts['network'] {
    return this.parts.network;
  }

  /** Security groups. */
  get securityGroups(): WorldParts['securityGroups'] {
    return this.parts.securityGroups;
  }

  /** Load balancers. */
  get loadBalancing(): WorldParts['loadBalancing'] {
    return this.parts.loadBalancing;
  }

  /** Classic Load Balancers. */
  get classicLoadBalancers(): WorldParts['classicLoadBalancers'] {
    return this.parts.classicLoadBalancers;
  }

  /** Target groups and targets. */
  get targetGroups(): WorldParts['targetGroups'] {
    return this.parts.targetGroups;
  }

  /** Listeners. */
  get listeners(): WorldParts['listeners'] {
    return this.parts.listeners;
  }

  /** Rules of listeners. */
  get listenerRules(): WorldParts['listenerRules'] {
    return this.parts.listenerRules;
  }

  /** Endpoint services. */
  get endpointServices(): WorldParts['endpointServices'] {
    return this.parts.endpointServices;
  }

  /** Endpoints, as their consumers see them. */
  get endpoints(): WorldParts['endpoints'] {
    return this.parts.endpoints;
  }

  /** Endpoint connections, as the providers see them. */
  get connections(): WorldParts['connections'] {
    return this.parts.connections;
  }

  /** Connection notifications. */
  get notifications(): WorldParts['notifications'] {
    return this.parts.notifications;
  }

  /** The client tokens of calls that made something. */
  get clientTokens(): WorldParts['clientTokens'] {
    return this.parts.clientTokens;
  }

  /** The public DNS as far as proofs of ownership go. */
  get dns(): WorldParts['dns'] {
    return this.parts.dns;
  }

  /** Hosted zones and their records. */
  get hostedZones(): WorldParts['hostedZones'] {
    return this.parts.hostedZones;
  }

  /** Certificates. */
  get certificates(): WorldParts['certificates'] {
    return this.parts.certificates;
  }

  /** IP sets of WAF. */
  get ipSets(): WorldParts['ipSets'] {
    return this.parts.ipSets;
  }

  /** Web ACLs of WAF. */
  get webAcls(): WorldParts['webAcls'] {
    return this.parts.webAcls;
  }

  /** VPC origins of CloudFront. */
  get vpcOrigins(): WorldParts['vpcOrigins'] {
    return this.parts.vpcOrigins;
  }

  /** Distributions of CloudFront. */
  get distributions(): WorldParts['distributions'] {
    return this.parts.distributions;
  }

  /** Resource shares. */
  get shares(): WorldParts['shares'] {
    return this.parts.shares;
  }

  /** EKS clusters. */
  get clusters(): WorldParts['clusters'] {
    return this.parts.clusters;
  }

  /** OpenID Connect providers of IAM. */
  get identityProviders(): WorldParts['identityProviders'] {
    return this.parts.identityProviders;
  }

  /** Managed policies of IAM. */
  get policies(): WorldParts['policies'] {
    return this.parts.policies;
  }

  /** Roles of IAM as they are read. */
  get roles(): WorldParts['roles'] {
    return this.parts.roles;
  }

  /** What the world is made of now. */
  protected abstract get parts(): WorldParts;
}
