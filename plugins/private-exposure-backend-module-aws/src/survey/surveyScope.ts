import {
  DescribeVpcEndpointConnectionsCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  type ServiceConfiguration,
  type VpcEndpointConnection,
} from '@aws-sdk/client-ec2';
import type {
  SurveyedConnection,
  SurveyedExposure,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import type { AwsScopeCallers } from '../clients/AwsClients';
import { isNotFound } from '../clients/errors';
import { readPages } from '../clients/readPages';
import { toServiceId } from '../mapping/arns';
import type { StateReader } from '../mapping/StateReader';
import { toSurveyedConnection } from '../mapping/toSurveyedConnection';
import {
  loadBalancerArnsOf,
  toSurveyedExposure,
} from '../mapping/toSurveyedExposure';
import type { AwsScope } from '../scopes';
import { LoadBalancerTags } from './LoadBalancerTags';

/** Most that one page of either listing holds. */
const PAGE_SIZE = 1000;
/**
 * Most that is handed on at a time. V8 allocates straight into the old generation what it has seen outlive a round of
 * young garbage, and collects that late: where whole pages were mapped at once, a first survey added 400 MB.
 */
const PART_SIZE = 200;

/** What a survey needs. @internal */
export interface SurveyScopeOptions {
  /** What to survey. */
  scope: AwsScope;
  /** The scope's callers. */
  callers: AwsScopeCallers;
  /** Reads the state words. */
  states: StateReader;
  /** Names of our own accounts, by id. */
  accountNames: ReadonlyMap<string, string>;
  /** Ends the survey early. */
  signal: AbortSignal;
}

/**
 * Lists the endpoint services of a scope, then their connections, part by part. It holds one page and the ids of the
 * services at a time, whatever the scope's size.
 *
 * @throws what the call that failed threw; the pages until then are true, the listing is not complete.
 * @internal
 */
export async function* surveyScope(
  options: SurveyScopeOptions,
): AsyncGenerator<SurveyPage> {
  const tags = LoadBalancerTags.create(options.callers.elb, options.signal);
  const seen = new Set<string>();

  for await (const part of inParts(servicePages(options))) {
    const exposures = await toExposures(part, tags, options);
    exposures.forEach(exposure => seen.add(exposure.nativeId));
    yield { exposures, connections: [] };
  }

  for await (const part of inParts(connectionPages(options))) {
    const connections = part.flatMap(
      entry => toSurveyedConnection(entry, options) ?? [],
    );
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

/** Takes each page apart, so that what is done with goes. */
async function* inParts<Item>(
  pages: AsyncGenerator<Item[]>,
): AsyncGenerator<Item[]> {
  for await (const page of pages) {
    while (page.length > 0) yield page.splice(0, PART_SIZE);
  }
}

async function toExposures(
  services: readonly ServiceConfiguration[],
  tags: LoadBalancerTags,
  options: SurveyScopeOptions,
): Promise<SurveyedExposure[]> {
  const loadBalancerTags = await tags.read(
    services.flatMap(loadBalancerArnsOf),
  );
  return services.flatMap(
    service =>
      toSurveyedExposure(service, { ...options, loadBalancerTags }) ?? [],
  );
}

function servicePages({
  callers,
  signal,
}: SurveyScopeOptions): AsyncGenerator<ServiceConfiguration[]> {
  return readPages(async NextToken => {
    const answer = await callers.ec2.send(
      new DescribeVpcEndpointServiceConfigurationsCommand({
        MaxResults: PAGE_SIZE,
        NextToken,
      }),
      { signal },
    );
    return {
      items: answer.ServiceConfigurations ?? [],
      nextToken: answer.NextToken,
    };
  });
}

function connectionPages({
  callers,
  signal,
}: SurveyScopeOptions): AsyncGenerator<VpcEndpointConnection[]> {
  return readPages(async NextToken => {
    const answer = await callers.ec2.send(
      new DescribeVpcEndpointConnectionsCommand({
        MaxResults: PAGE_SIZE,
        NextToken,
      }),
      { signal },
    );
    return {
      items: answer.VpcEndpointConnections ?? [],
      nextToken: answer.NextToken,
    };
  });
}

/** Services that appeared between the two listings, for a connection must not come before its exposure. */
async function readServices(
  serviceIds: readonly string[],
  { callers, signal }: SurveyScopeOptions,
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
