import { Endpoint } from '../../world';
import { applyFilters, FilterInput, FilterTable } from '../server/filters';
import { Call, Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { onlyVisible } from '../server/visible';
import { endpointDnsEntries } from './endpointDns';
import * as shapes from './shapes/connectionShapes';
import { toTagList } from './tags';
import { toUnsuccessful } from './unsuccessful';

const filters: FilterTable<Endpoint> = {
  'ip-address-type': ({ ipAddressType }) => ipAddressType,
  'service-id': ({ serviceId }) => serviceId,
  'vpc-endpoint-owner': ({ accountId }) => accountId,
  'vpc-endpoint-region': ({ region }) => region,
  'vpc-endpoint-state': ({ state }) => state,
  'vpc-endpoint-id': ({ id }) => id,
};

/**
 * The connections that can match. With service ids in the filters it looks at
 * those services alone, which keeps one service's page cheap among thousands.
 */
function candidates(call: Call, given: FilterInput[]): Endpoint[] {
  const { endpoints, endpointServices, connections } = call.world;
  const ids = given.find(({ Name }) => Name === 'service-id')?.Values;
  if (!ids || ids.some(id => /[*?]/.test(id))) {
    return connections.listConnections(call.scope);
  }
  return [...new Set(ids)]
    .filter(id => endpointServices.services.getIn(call.scope, id))
    .flatMap(id => endpoints.endpointsOf(id))
    .sort((left, right) => left.sequence - right.sequence);
}

function toConnection(call: Call, endpoint: Endpoint) {
  const service = call.world.endpointServices.services.get(endpoint.serviceId);
  return {
    ServiceId: endpoint.serviceId,
    VpcEndpointId: endpoint.id,
    VpcEndpointOwner: endpoint.accountId,
    VpcEndpointState: endpoint.state,
    CreationTimestamp: new Date(endpoint.createdAt),
    DnsEntries: endpointDnsEntries(endpoint),
    NetworkLoadBalancerArns: service?.loadBalancerArns ?? [],
    IpAddressType: endpoint.ipAddressType,
    VpcEndpointConnectionId: endpoint.connectionId,
    Tags: toTagList(endpoint.connectionTags),
    VpcEndpointRegion: endpoint.region,
  };
}

const describe = operation(
  'DescribeVpcEndpointConnections',
  {
    input: shapes.describeVpcEndpointConnectionsRequest,
    output: shapes.describeVpcEndpointConnectionsResult,
  },
  (call, input) => {
    const visible = onlyVisible(call, candidates(call, input.Filters ?? []));
    const { records, nextToken } = pageOf(
      // Tag filters mean the tags on the provider's side.
      applyFilters(visible, input.Filters, filters, one => one.connectionTags),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      VpcEndpointConnections: records.map(one => toConnection(call, one)),
      NextToken: nextToken,
    };
  },
);

const accept = operation(
  'AcceptVpcEndpointConnections',
  {
    input: shapes.acceptVpcEndpointConnectionsRequest,
    output: shapes.acceptVpcEndpointConnectionsResult,
  },
  ({ world, scope }, input) => ({
    Unsuccessful: toUnsuccessful(
      world.connections.accept(
        scope,
        required(input.ServiceId, 'ServiceId'),
        required(input.VpcEndpointIds, 'VpcEndpointId'),
      ),
    ),
  }),
);

const reject = operation(
  'RejectVpcEndpointConnections',
  {
    input: shapes.rejectVpcEndpointConnectionsRequest,
    output: shapes.rejectVpcEndpointConnectionsResult,
  },
  ({ world, scope }, input) => ({
    Unsuccessful: toUnsuccessful(
      world.connections.reject(
        scope,
        required(input.ServiceId, 'ServiceId'),
        required(input.VpcEndpointIds, 'VpcEndpointId'),
      ),
    ),
  }),
);

/** Endpoint connections, which the provider sees. @internal */
export const connectionOperations: Operation[] = [describe, accept, reject];
