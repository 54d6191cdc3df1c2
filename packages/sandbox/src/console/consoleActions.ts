import { InputError, NotFoundError } from '@backstage/errors';
import { seedBulk } from '../control/seedBulk';
import { EndpointService, World } from '../world';
import { azureActions } from './azureActions';
import { ConsoleAction } from './ConsoleAction';
import { faultEffects } from './faultEffects';
import { numberOf, oneOf, textOf } from './formFields';
import { targetsOf } from './serviceModel';

/**
 * The console's actions, by the last part of their address.
 * @internal
 */
export const consoleActions: Readonly<Record<string, ConsoleAction>> = {
  ...azureActions,

  connect(fields, { world }) {
    const service = serviceOf(fields, world);
    connectFrom(world, service, {
      accountId: textOf(fields, 'accountId'),
      region: textOf(fields, 'region'),
    });
    return pageOf(service);
  },

  disconnect(fields, { world }) {
    const endpoint = world.findEndpoint(textOf(fields, 'endpointId'));
    world.disconnect(endpoint.id);
    return `/services/${endpoint.serviceId}`;
  },

  'publish-txt'(fields, { world }) {
    const service = serviceOf(fields, world);
    const { name, value } = recordOf(world, service);
    world.publishTxtRecord(name, value);
    return pageOf(service);
  },

  'remove-txt'(fields, { world }) {
    const service = serviceOf(fields, world);
    const { name, value } = recordOf(world, service);
    world.removeTxtRecord(name, value);
    return pageOf(service);
  },

  'break-targets'(fields, { world }) {
    const service = serviceOf(fields, world);
    for (const arn of targetGroupsOf(world, service)) {
      world.setTargetHealth(arn, {
        state: 'unhealthy',
        reason: 'Target.FailedHealthChecks',
        description: 'Health checks failed',
      });
    }
    return pageOf(service);
  },

  'heal-targets'(fields, { world }) {
    const service = serviceOf(fields, world);
    for (const arn of targetGroupsOf(world, service)) {
      world.targetGroups.healTargets(arn);
    }
    return pageOf(service);
  },

  'delete-load-balancer'(fields, { world }) {
    const service = serviceOf(fields, world);
    const arn = textOf(fields, 'arn');
    if (!service.loadBalancerArns.includes(arn)) {
      throw new InputError(`'${arn}' is not a load balancer of ${service.id}`);
    }
    world.loadBalancing.deleteLoadBalancer(service, arn, { force: true });
    return pageOf(service);
  },

  'inject-fault'(fields, { faults }) {
    const cloud = oneOf(fields, 'cloud', ['aws', 'azure'] as const);
    const offered = faultEffects[cloud];
    const { effect } = offered[oneOf(fields, 'effect', Object.keys(offered))];
    faults.inject({
      cloud,
      effect,
      times: numberOf(fields, 'times'),
      action: fields.action?.trim() || undefined,
      accountId: fields.accountId || fields.subscriptionId || undefined,
    });
    return '/controls';
  },

  'clear-faults'(_fields, { faults }) {
    faults.clear();
    return '/controls';
  },

  'advance-clock'(fields, { world }) {
    world.clock.advance(numberOf(fields, 'minutes') * 60_000);
    return '/controls';
  },

  seed(fields, { world }) {
    seedBulk(world, {
      accountId: textOf(fields, 'accountId'),
      region: textOf(fields, 'region'),
      services: numberOf(fields, 'services'),
      connectionsPerService: numberOf(fields, 'connections'),
    });
    return '/';
  },
};

function connectFrom(
  world: World,
  service: EndpointService,
  consumer: { accountId: string; region: string },
) {
  const [known] = world.network.vpcs.list(consumer);
  const vpc = known ?? world.network.ensureDefaultVpc(consumer);
  const subnets = world.network.subnetsOfVpc(consumer, vpc.id);
  // In another region the zones have nothing in common with the service's.
  const isSameRegion = consumer.region === service.region;
  const usable = subnets.filter(
    subnet => !isSameRegion || service.zoneIds.includes(subnet.zoneId),
  );
  world.connect({
    consumerAccount: consumer.accountId,
    region: consumer.region,
    serviceName: service.serviceName,
    vpcId: vpc.id,
    subnetIds: usable.map(subnet => subnet.id),
  });
}

function serviceOf(
  fields: Record<string, string>,
  world: World,
): EndpointService {
  const id = textOf(fields, 'serviceId');
  const service = world.endpointServices.services.get(id);
  if (!service) {
    throw new NotFoundError(`There is no endpoint service '${id}'`);
  }
  return service;
}

function recordOf(world: World, service: EndpointService) {
  if (!service.privateDns) {
    throw new InputError(`${service.id} has no private DNS name`);
  }
  const name = world.endpointServices.domains.recordName(service.privateDns);
  return { name, value: service.privateDns.value };
}

function targetGroupsOf(world: World, service: EndpointService): Set<string> {
  return new Set(targetsOf(world, service).map(({ group }) => group.id));
}

function pageOf(service: EndpointService): string {
  return `/services/${service.id}`;
}
