import {
  armId,
  HealthProbe,
  lastName,
  LoadBalancingRule,
} from '../../azureWorld';
import { ArmBody } from '../server/ArmBody';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';
import {
  beginDelete,
  beginWrite,
  pathOf,
  placeOf,
  readNewResource,
  readOperations,
  resourceOf,
  updateTagsOperation,
} from '../server/resourceOperations';
import { requireMatch } from '../server/requireMatch';
import { loadBalancerKind as kind } from './loadBalancerKind';

const IDLE_MINUTES = 4;

function nameIn(properties: ArmBody, reference: string): string | undefined {
  const id = properties.reference(reference);
  return id && lastName(id);
}

function readFrontend(frontend: ArmBody) {
  const properties = frontend.object('properties');
  const isStatic =
    properties.optionalText('privateIPAllocationMethod') === 'Static';
  return {
    name: frontend.text('name'),
    subnetId: properties.reference('subnet'),
    publicIPAddressId: properties.reference('publicIPAddress'),
    privateIPAddress: isStatic
      ? properties.optionalText('privateIPAddress')
      : undefined,
  };
}

function readProbe(probe: ArmBody): HealthProbe {
  const properties = probe.object('properties');
  return {
    name: probe.text('name'),
    protocol:
      properties.optionalWord('protocol', ['Tcp', 'Http', 'Https']) ?? 'Tcp',
    port: properties.optionalNumber('port') ?? 0,
    requestPath: properties.optionalText('requestPath'),
    intervalInSeconds: properties.optionalNumber('intervalInSeconds') ?? 15,
    numberOfProbes: properties.optionalNumber('numberOfProbes') ?? 2,
  };
}

function readRule(rule: ArmBody): LoadBalancingRule {
  const properties = rule.object('properties');
  return {
    name: rule.text('name'),
    frontendName: nameIn(properties, 'frontendIPConfiguration') ?? '',
    backendPoolName: nameIn(properties, 'backendAddressPool'),
    probeName: nameIn(properties, 'probe'),
    protocol:
      properties.optionalWord('protocol', ['Tcp', 'Udp', 'All']) ?? 'Tcp',
    frontendPort: properties.optionalNumber('frontendPort') ?? 0,
    backendPort: properties.optionalNumber('backendPort') ?? 0,
    idleTimeoutInMinutes:
      properties.optionalNumber('idleTimeoutInMinutes') ?? IDLE_MINUTES,
    enableFloatingIP: properties.optionalBoolean('enableFloatingIP') ?? false,
    enableTcpReset: properties.optionalBoolean('enableTcpReset') ?? false,
    disableOutboundSnat:
      properties.optionalBoolean('disableOutboundSnat') ?? false,
  };
}

function put(call: ArmCall): ArmAnswer {
  const { loadBalancers, operations } = call.azure;
  const { body, resource } = readNewResource(call, kind.place);
  const properties = body.object('properties');
  const id = armId(kind.type, resource);
  const known = loadBalancers.loadBalancers.get(id);
  requireMatch(call, id, known);
  operations.requireFree(id);
  const loadBalancer = loadBalancers.putLoadBalancer({
    ...resource,
    sku:
      body.object('sku').optionalWord('name', ['Standard', 'Basic']) ?? 'Basic',
    frontends: properties.list('frontendIPConfigurations').map(readFrontend),
    backendPools: properties.list('backendAddressPools').map(pool => ({
      name: pool.text('name'),
      members: pool
        .object('properties')
        .list('backendIPConfigurations')
        .map(member => member.text('id')),
      addresses: pool
        .object('properties')
        .list('loadBalancerBackendAddresses')
        .map(address => address.object('properties').text('ipAddress')),
    })),
    probes: properties.list('probes').map(readProbe),
    rules: properties.list('loadBalancingRules').map(readRule),
  });
  return beginWrite(call, loadBalancer, { isNew: !known, kind });
}

function remove(call: ArmCall): ArmAnswer {
  const { loadBalancers, operations } = call.azure;
  const id = armId(kind.type, placeOf(call, kind.place));
  if (!loadBalancers.loadBalancers.get(id)) return { status: 204 };
  const loadBalancer = resourceOf(call, kind);
  operations.requireFree(id);
  loadBalancers.requireUnused(loadBalancer);
  return beginDelete(call, loadBalancer, {
    remove: () => loadBalancers.deleteLoadBalancer(id, { force: true }),
  });
}

/** Load balancers. @internal */
export const loadBalancerOperations: ArmOperation[] = [
  ...readOperations(kind, {
    listAll: 'LoadBalancers_ListAll',
    list: 'LoadBalancers_List',
    get: 'LoadBalancers_Get',
  }),
  {
    id: 'LoadBalancers_CreateOrUpdate',
    method: 'PUT',
    path: pathOf(kind),
    run: put,
  },
  updateTagsOperation(kind, 'LoadBalancers_UpdateTags'),
  {
    id: 'LoadBalancers_Delete',
    method: 'DELETE',
    path: pathOf(kind),
    run: remove,
  },
];
