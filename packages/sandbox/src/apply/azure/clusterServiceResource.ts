import { planAzureService } from '@postern/backstage-plugin-private-exposure-manifests';
import {
  AzureWorld,
  LoadBalancerFrontend,
  PrivateLinkService,
} from '../../azureWorld';
import { Args, optionalString, requiredString } from '../resources/args';
import { ResourceHandler } from '../resources/ResourceHandler';
import { ApplyContext } from '../types';
import { putClusterFrontend, removeClusterFrontend } from './clusterFrontends';
import {
  azureTargetOf,
  objectOf,
  planClusterService,
  planContext,
} from './planClusterService';

/**
 * A Service of type LoadBalancer as Azure's cloud provider keeps it: a frontend of the cluster's load balancer, and the
 * private link service at it. That one goes with the frontend, not with its annotations.
 * @internal
 */
export const clusterServiceResource: ResourceHandler = {
  create: (args, context) => reconcile(args, context),

  read({ args, attributes }, { azure }) {
    const id = requiredString(attributes, 'frontend_id');
    const found = azure.loadBalancers.findFrontend(id);
    if (!found) return undefined;
    return attributesOf(args, found.frontend, azure, attributes.load_balancer);
  },

  update({ attributes }, args, context) {
    const before = requiredString(attributes, 'frontend_id');
    const after = reconcile(args, context);
    if (after.frontend_id !== before) removeFrontend(attributes, context);
    return after;
  },

  destroy({ attributes }, context) {
    removeFrontend(attributes, context);
  },
};

function reconcile(args: Args, context: ApplyContext): Args {
  const { azure } = context;
  const target = azureTargetOf(context);
  const { loadBalancer, share } = planClusterService(args, context);
  const frontend = putClusterFrontend(azure, target, { loadBalancer, share });
  if (!frontend) throw new Error(`${loadBalancer} was not made`);
  reconcileLink(args, context, frontend);
  return attributesOf(args, frontend, azure, loadBalancer);
}

function reconcileLink(
  args: Args,
  context: ApplyContext,
  { name, id }: LoadBalancerFrontend,
): void {
  const { azure, target } = context;
  const own = azureTargetOf(context);
  const object = objectOf(args);
  const plan = planAzureService(object, planContext(context, { name, id }));
  if (!plan.plsCreatedOrUpdated || !plan.plsName) return;
  const subnet = plan.plsSubnet ?? own.subnet;
  const subnetId = `${own.networkId}/subnets/${subnet}`;
  disablePolicies(azure, own.networkId, subnetId);
  const { namespace = 'default', name: service } = object.metadata;
  const place = {
    subscriptionId: own.subscriptionId,
    resourceGroup: plan.plsResourceGroup ?? own.nodeResourceGroup,
    location: own.location,
  };
  azure.directory.getGroup(place.subscriptionId, place.resourceGroup);
  azure.privateLinkServices.putService({
    ...place,
    name: plan.plsName,
    frontendIds: [id],
    ipConfigurations: (plan.plsIpConfigurations ?? []).map((one, index) => ({
      name: one.name ?? `ip-${index}`,
      subnetId: one.subnetId ?? subnetId,
      privateIPAddress: one.allocation === 'Static' ? one.ip : undefined,
      primary: one.primary,
    })),
    visibility: [...(plan.plsVisibility ?? [])],
    autoApproval: [...(plan.plsAutoApproval ?? [])],
    fqdns: [...(plan.plsFqdns ?? [])],
    enableProxyProtocol: plan.plsProxyProtocol,
    tags: {
      'k8s-azure-cluster-name': target.cluster,
      'k8s-azure-owner-service': `${namespace}/${service}`,
    },
  });
}

function disablePolicies(
  azure: AzureWorld,
  networkId: string,
  subnetId: string,
): void {
  const subnet = azure.networks.getSubnet(subnetId);
  if (subnet.privateLinkServiceNetworkPolicies === 'Disabled') return;
  azure.networks.putSubnet(networkId, {
    ...subnet,
    privateLinkServiceNetworkPolicies: 'Disabled',
  });
}

/** The controller removes all connections first, so that the private link service can go. */
function removeFrontend(attributes: Args, context: ApplyContext): void {
  const { azure } = context;
  const id = requiredString(attributes, 'frontend_id');
  const link = linkAt(azure, id);
  if (link) azure.privateLinkServices.deleteService(link.id, { force: true });
  removeClusterFrontend(azure, azureTargetOf(context), {
    loadBalancer: requiredString(attributes, 'load_balancer'),
    frontendName: id.slice(id.lastIndexOf('/') + 1),
  });
}

function linkAt(
  azure: AzureWorld,
  frontendId: string,
): PrivateLinkService | undefined {
  return azure.privateLinkServices.findByFrontend(frontendId);
}

function attributesOf(
  args: Args,
  frontend: LoadBalancerFrontend,
  azure: AzureWorld,
  loadBalancer: Args[string],
): Args {
  const link = linkAt(azure, frontend.id);
  return {
    ...args,
    id: link?.id ?? frontend.id,
    frontend_id: frontend.id,
    load_balancer: optionalString({ loadBalancer }, 'loadBalancer') ?? '',
    address: frontend.privateIPAddress ?? null,
  };
}
