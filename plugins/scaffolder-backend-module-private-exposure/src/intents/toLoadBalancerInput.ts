import {
  inFolder,
  type AwsLoadBalancerInput,
  type ClusterProfile,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { LoadBalancerInput } from '../actions/loadBalancerInput';

/** What the intent of a load balancer is made of. @internal */
export interface LoadBalancerSources {
  /** Reference of the entity that is exposed, as the catalog has it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Profile of the cluster that the service runs in. */
  profile: ClusterProfile;
  /** The action's input. */
  input: LoadBalancerInput;
}

/**
 * Makes the intent of a service behind a load balancer. Accounts, region and subnets come from the cluster's profile and
 * the owner from the catalog, never from the input. Nothing is checked here: the builder does that.
 *
 * @internal
 */
export function toLoadBalancerInput(
  sources: LoadBalancerSources,
): AwsLoadBalancerInput {
  const { entityRef, entityName, profile, input } = sources;
  const { service = {}, paths, folder } = input;
  const name = service.name || entityName;
  return {
    entityRef,
    ownerTag: sources.ownerTag,
    // A form's empty text field means that nothing was asked for.
    reason: input.reason || undefined,
    cluster: profile.name,
    partition: profile.partition,
    account: profile.account,
    loadBalancerAccount: profile.loadBalancerAccount,
    region: profile.region,
    manifest: {
      path: inFolder(folder, input.manifestPath || `k8s/${name}.yaml`),
    },
    service: { ...service, name, namespace: service.namespace || name },
    ingress: {
      name: input.ingressName || undefined,
      ingressClassName:
        input.ingressClassName || profile.ingressClass || undefined,
      host: input.host || undefined,
      paths: paths?.length ? paths.map(path => ({ path })) : undefined,
      port: input.port,
    },
    loadBalancer: toLoadBalancer(profile, input),
  };
}

function toLoadBalancer(
  profile: ClusterProfile,
  { loadBalancer = {} }: LoadBalancerInput,
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
