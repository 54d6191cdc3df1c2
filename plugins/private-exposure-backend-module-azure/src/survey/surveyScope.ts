import type { PrivateLinkService } from '@azure/arm-network';
import type {
  StateReader,
  SurveyedConnection,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import type { AzureScopeClients } from '../clients/AzureClients';
import { listAll, listPages } from '../clients/listPages';
import { fromSdkConnection } from '../mapping/LinkConnection';
import { readResourceId } from '../mapping/resourceIds';
import { toSurveyedConnection } from '../mapping/toSurveyedConnection';
import { toSurveyedExposure } from '../mapping/toSurveyedExposure';
import type { AzureScope } from '../scopes';
import { surveyFrontDoors } from './surveyFrontDoors';

/** Most services that are handed on at a time, with their connections. */
const PART_SIZE = 100;

/** What a survey needs. @internal */
export interface SurveyScopeOptions {
  /** What to survey. */
  scope: AzureScope;
  /** The scope's clients. */
  clients: AzureScopeClients;
  /** The clients of one of our other subscriptions. */
  elsewhere(subscriptionId: string): AzureScopeClients | undefined;
  /** Whether a resource is named in the configuration, so that it is an exposure of its own. */
  isNamed(resourceId: string): boolean;
  /** Reads the state words. */
  states: StateReader;
  /** Names of our own subscriptions, by id. */
  subscriptionNames: ReadonlyMap<string, string>;
  /** Ends the survey early. */
  signal: AbortSignal;
}

/**
 * Lists the private link services of a scope with their connections, part by part, then its Front Doors. It holds one
 * page of the listing at a time.
 *
 * @throws what the call that failed threw; the pages until then are true, the listing is not complete.
 * @internal
 */
export async function* surveyScope(
  options: SurveyScopeOptions,
): AsyncGenerator<SurveyPage> {
  const { clients, signal } = options;
  const pages = listPages(
    list => clients.network.privateLinkServices.listBySubscription(list),
    signal,
  );
  for await (const services of pages) {
    for (let at = 0; at < services.length; at += PART_SIZE) {
      const part = services.slice(at, at + PART_SIZE);
      yield await toSurveyPage(part, options);
    }
  }
  yield* surveyFrontDoors(options);
}

async function toSurveyPage(
  services: readonly PrivateLinkService[],
  options: SurveyScopeOptions,
): Promise<SurveyPage> {
  const page: SurveyPage = { exposures: [], connections: [] };
  for (const service of services) {
    const exposure = toSurveyedExposure(service, options);
    if (!exposure) continue;
    page.exposures.push(exposure);
    page.connections.push(
      ...(await connectionsOf(service, exposure.nativeId, options)),
    );
  }
  return page;
}

async function connectionsOf(
  service: PrivateLinkService,
  exposureNativeId: string,
  options: SurveyScopeOptions,
): Promise<SurveyedConnection[]> {
  const id = service.id ?? '';
  // The listing has them. An answer that leaves them out has not said that there are none.
  const listed =
    service.privateEndpointConnections ?? (await readConnections(id, options));
  return listed.flatMap(entry => {
    const connection = fromSdkConnection(entry, id);
    return connection
      ? [toSurveyedConnection(connection, exposureNativeId, options)]
      : [];
  });
}

function readConnections(
  serviceId: string,
  { clients, signal }: SurveyScopeOptions,
) {
  const { resourceGroup, names } = readResourceId(serviceId);
  return listAll(
    list =>
      clients.network.privateLinkServices.listPrivateEndpointConnections(
        resourceGroup,
        names[0],
        list,
      ),
    signal,
  );
}
