import {
  DescribeVpcEndpointConnectionsCommand,
  type DescribeVpcEndpointConnectionsResult,
  DescribeVpcEndpointServiceConfigurationsCommand,
  type DescribeVpcEndpointServiceConfigurationsResult,
  type ServiceConfiguration,
} from '@aws-sdk/client-ec2';
import type {
  SurveyedConnection,
  SurveyedExposure,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../../clients/errors';
import { listInParts } from '../../clients/listInParts';
import { toServiceId } from '../mapping/serviceArns';
import { toSurveyedConnection } from '../mapping/toSurveyedConnection';
import {
  loadBalancerArnsOf,
  toServiceExposure,
} from '../mapping/toServiceExposure';
import type { SurveyContext } from '../../kinds/AwsKind';
import type { AwsScope } from '../../scopes';
import { LoadBalancerTags } from './LoadBalancerTags';

/** Most that one page of either listing holds. */
const PAGE_SIZE = 1000;
/** Most that is read and handed on at a time, so that it is gone before V8 takes it for something lasting. */
const PART_SIZE = 200;

/**
 * Lists the endpoint services of a scope, then their connections, part by part. It holds one page, as bytes, and the
 * ids of the services at a time, whatever the scope's size.
 *
 * @throws what the call that failed threw; the pages until then are true, the listing is not complete.
 * @internal
 */
export async function* surveyEndpointServices(
  options: SurveyContext,
): AsyncGenerator<SurveyPage> {
  const tags = LoadBalancerTags.create(options.callers.elb, options.signal);
  const seen = new Set<string>();

  for await (const { ServiceConfigurations } of serviceParts(options)) {
    const services = ServiceConfigurations ?? [];
    const exposures = await toExposures(services, tags, options);
    exposures.forEach(exposure => seen.add(exposure.nativeId));
    if (exposures.length > 0) yield { exposures, connections: [] };
  }
  options.served.complete();

  for await (const { VpcEndpointConnections } of connectionParts(options)) {
    const connections = (VpcEndpointConnections ?? []).flatMap(
      entry => toSurveyedConnection(entry, options) ?? [],
    );
    if (connections.length === 0) continue;
    const strangers = connections.filter(
      ({ exposureNativeId }) => !seen.has(exposureNativeId),
    );
    const exposures = await toExposures(
      await readServices(serviceIdsOf(strangers, options.scope), options),
      tags,
      options,
    );
    exposures.forEach(exposure => seen.add(exposure.nativeId));
    yield {
      exposures,
      // What belongs to a service that is gone by now is gone with it.
      connections: connections.filter(({ exposureNativeId }) =>
        seen.has(exposureNativeId),
      ),
    };
  }
}

async function toExposures(
  services: readonly ServiceConfiguration[],
  tags: LoadBalancerTags,
  options: SurveyContext,
): Promise<SurveyedExposure[]> {
  const loadBalancerArns = services.flatMap(loadBalancerArnsOf);
  options.served.add(loadBalancerArns);
  const loadBalancerTags = await tags.read(loadBalancerArns);
  return services.flatMap(
    service =>
      toServiceExposure(service, { ...options, loadBalancerTags }) ?? [],
  );
}

/**
 * Notes the load balancers behind all endpoint services of a scope, and looks at nothing else of them.
 *
 * @throws what the call that failed threw; not all are known then.
 * @internal
 */
export async function readServedLoadBalancers(
  options: SurveyContext,
): Promise<void> {
  for await (const { ServiceConfigurations } of serviceParts(options)) {
    options.served.add(
      (ServiceConfigurations ?? []).flatMap(loadBalancerArnsOf),
    );
  }
  options.served.complete();
}

function serviceParts({
  callers,
  signal,
}: SurveyContext): AsyncGenerator<DescribeVpcEndpointServiceConfigurationsResult> {
  return listInParts(PART_SIZE, (NextToken, reader) => {
    const input = { MaxResults: PAGE_SIZE, NextToken };
    const command = new DescribeVpcEndpointServiceConfigurationsCommand(input);
    return callers.ec2.send(reader.attach(command), { signal });
  });
}

function connectionParts({
  callers,
  signal,
}: SurveyContext): AsyncGenerator<DescribeVpcEndpointConnectionsResult> {
  return listInParts(PART_SIZE, (NextToken, reader) => {
    const input = { MaxResults: PAGE_SIZE, NextToken };
    const command = new DescribeVpcEndpointConnectionsCommand(input);
    return callers.ec2.send(reader.attach(command), { signal });
  });
}

/** Services that appeared between the two listings, for a connection must not come before its exposure. */
async function readServices(
  serviceIds: readonly string[],
  { callers, signal }: SurveyContext,
): Promise<ServiceConfiguration[]> {
  const found: ServiceConfiguration[] = [];
  for (const serviceId of serviceIds) {
    try {
      const answer = await callers.ec2.send(
        new DescribeVpcEndpointServiceConfigurationsCommand({
          ServiceIds: [serviceId],
        }),
        { signal },
      );
      found.push(...(answer.ServiceConfigurations ?? []));
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  return found;
}

function serviceIdsOf(
  connections: readonly SurveyedConnection[],
  scope: AwsScope,
): string[] {
  const arns = connections.map(({ exposureNativeId }) => exposureNativeId);
  return [...new Set(arns)].map(arn => toServiceId(scope, arn));
}
