import { AwsLoadBalancerInput } from '../intents/awsLoadBalancer';
import { ClusterProfile } from '../intents/clusterProfile';
import { inFolder } from './inFolder';
import { LoadBalancerRequest } from './LoadBalancerRequest';

/** What the intent of a load balancer is made of: what was asked for, and what is known for sure. @public */
export interface LoadBalancerSources {
  /** Reference of the entity that is exposed, as the catalog has it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Profile of the cluster that the service runs in. */
  profile: ClusterProfile;
  /** What was asked for. */
  request: LoadBalancerRequest;
}

/**
 * Makes the intent of a service behind a load balancer. Accounts, region and subnets come from the cluster's profile and
 * the owner from the catalog, never from the request. Nothing is checked here: the builder does that.
 *
 * @public
 */
export function toLoadBalancerInput(
  sources: LoadBalancerSources,
): AwsLoadBalancerInput {
  const { entityRef, entityName, profile, request } = sources;
  const { service = {}, paths, folder } = request;
  const name = service.name || entityName;
  return {
    entityRef,
    ownerTag: sources.ownerTag,
    // A form's empty text field means that nothing was asked for.
    reason: request.reason || undefined,
    cluster: profile.name,
    partition: profile.partition,
    account: profile.account,
    loadBalancerAccount: profile.loadBalancerAccount,
    region: profile.region,
    manifest: {
      path: inFolder(folder, request.manifestPath || `k8s/${name}.yaml`),
    },
    service: { ...service, name, namespace: service.namespace || name },
    ingress: {
      name: request.ingressName || undefined,
      ingressClassName:
        request.ingressClassName || profile.ingressClass || undefined,
      host: request.host || undefined,
      paths: paths?.length ? paths.map(path => ({ path })) : undefined,
      port: request.port,
    },
    loadBalancer: toLoadBalancer(profile, request),
  };
}

function toLoadBalancer(
  profile: ClusterProfile,
  { loadBalancer = {} }: LoadBalancerRequest,
): AwsLoadBalancerInput['loadBalancer'] {
  const { group, healthCheckPath, securityGroups, ...own } = loadBalancer;
  return {
    ...own,
    name: own.name || undefined,
    tlsPolicy: own.tlsPolicy || undefined,
    webAclArn: own.webAclArn || undefined,
    subnets: profile.subnets.map(({ id }) => id),
    securityGroups: securityGroups?.length
      ? securityGroups
      : profile.securityGroups.map(({ id }) => id),
    group: group ? { name: group } : undefined,
    healthCheck: healthCheckPath
      ? { protocol: own.backendProtocol ?? 'http', path: healthCheckPath }
      : undefined,
  };
}
