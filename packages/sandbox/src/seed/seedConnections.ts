import { EndpointService, Scope, World } from '../world';
import {
  demoEndpointIds,
  DemoNetwork,
  demoNetworks,
  demoServiceIds,
} from './demoIds';
import { demoScopes } from './seedAccounts';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

type Consumer = 'analytics' | 'globex' | 'globexUs';

/**
 * Lets the consumers of the demo world connect: some are accepted and up, the others wait. Ends about a
 * quarter of an hour before `startsAt` and five days.
 * @internal
 */
export function seedConnections(
  world: World,
  options: { startsAt: number },
): void {
  const { clock } = world;
  const waitUntil = (moment: number) =>
    clock.advance(Math.max(0, moment - clock.now()));
  const { ledger, orders, checkout, search } = demoServiceIds;
  const ids = demoEndpointIds;

  waitUntil(options.startsAt);
  for (const id of [ledger, orders]) {
    verifyDomain(world, serviceOf(world, id));
  }
  clock.advance(MINUTE);

  connect(world, ledger, 'analytics', ids.ledgerConnected);
  connect(world, orders, 'analytics', ids.ordersAnalytics);
  connect(world, orders, 'globex', ids.ordersGlobex);
  connect(world, search, 'analytics', ids.searchConnected);
  accept(world, ledger, [ids.ledgerConnected]);
  accept(world, orders, [ids.ordersAnalytics, ids.ordersGlobex]);
  accept(world, search, [ids.searchConnected]);
  clock.advance(MINUTE);

  waitUntil(options.startsAt + 2 * DAY);
  connect(world, checkout, 'globexUs', ids.checkoutPending);
  waitUntil(options.startsAt + 4 * DAY);
  connect(world, ledger, 'globex', ids.ledgerPendingGlobex);
  waitUntil(options.startsAt + 5 * DAY - 20 * MINUTE);
  connect(world, ledger, 'analytics', ids.ledgerPendingAnalytics);
}

function serviceOf(world: World, serviceId: string): EndpointService {
  const place = Object.values(demoScopes).find((scope: Scope) =>
    world.endpointServices.services.getIn(scope, serviceId),
  );
  return world.endpointServices.getEndpointService(
    place ?? demoScopes.platform,
    serviceId,
  );
}

function verifyDomain(world: World, service: EndpointService) {
  if (service.privateDns) {
    const name = world.endpointServices.domains.recordName(service.privateDns);
    world.publishTxtRecord(name, service.privateDns.value);
    world.endpointServices.startDomainVerification(service, service.id);
  }
}

function connect(
  world: World,
  serviceId: string,
  consumer: Consumer,
  id: string,
) {
  const service = serviceOf(world, serviceId);
  const { vpcId, subnets }: DemoNetwork = demoNetworks[consumer];
  // An account may have other subnets in zones that the service does not cover.
  const covered = subnets.filter(({ zoneId }) =>
    service.zoneIds.includes(zoneId),
  );
  world.endpoints.createEndpoint(demoScopes[consumer], {
    id,
    serviceName: service.serviceName,
    serviceRegion: service.region,
    vpcId,
    subnetIds: covered.map(subnet => subnet.id),
    tags: { Name: `to-${service.tags.Name}` },
  });
}

function accept(world: World, serviceId: string, endpointIds: string[]) {
  const [failure] = world.connections.accept(
    serviceOf(world, serviceId),
    serviceId,
    endpointIds,
  );
  if (failure) {
    throw new Error(
      `${failure.resourceId} was not accepted: ${failure.message}`,
    );
  }
}
