import type {
  StateReader,
  SurveyedConnection,
  SurveyedExposure,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import type { AzureScopeClients } from '../clients/AzureClients';
import { listAll, listAnswers } from '../clients/listPages';
import { readAhead } from '../clients/readAhead';
import {
  fromSdkConnection,
  type LinkConnection,
} from '../mapping/LinkConnection';
import { toLinkService } from '../mapping/LinkService';
import { readResourceId } from '../mapping/resourceIds';
import { toSurveyedConnection } from '../mapping/toSurveyedConnection';
import { toSurveyedExposure } from '../mapping/toSurveyedExposure';
import type { AzureScope } from '../scopes';

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
 * Lists the private link services of a scope with their connections, part by part. It holds two pages of the listing at a
 * time: one that is worked on, and the next.
 *
 * @throws what the call that failed threw; the pages until then are true, the listing is not complete.
 * @internal
 */
export async function* surveyScope(
  options: SurveyScopeOptions,
): AsyncGenerator<SurveyPage> {
  const { clients, signal } = options;
  const pages = listAnswers(
    list => clients.network.privateLinkServices.listBySubscription(list),
    signal,
  );
  for await (const answers of readAhead(pages)) {
    for (let at = 0; at < answers.length; at += PART_SIZE) {
      const part = answers.slice(at, at + PART_SIZE);
      yield await toSurveyPage(part, options);
    }
  }
}

async function toSurveyPage(
  answers: readonly unknown[],
  options: SurveyScopeOptions,
): Promise<SurveyPage> {
  const exposures: SurveyedExposure[] = [];
  const connections: SurveyedConnection[] = [];
  for (const answer of answers) {
    const service = toLinkService(answer);
    if (!service) continue;
    const exposure = toSurveyedExposure(service, options);
    exposures.push(exposure);
    // The listing has them. An answer that leaves them out has not said that there are none.
    const listed =
      service.connections ?? (await readConnections(service.id, options));
    for (const connection of listed) {
      connections.push(
        toSurveyedConnection(connection, exposure.nativeId, options),
      );
    }
  }
  return { exposures, connections };
}

async function readConnections(
  serviceId: string,
  { clients, signal }: SurveyScopeOptions,
): Promise<LinkConnection[]> {
  const { resourceGroup, names } = readResourceId(serviceId);
  const listed = await listAll(
    list =>
      clients.network.privateLinkServices.listPrivateEndpointConnections(
        resourceGroup,
        names[0],
        list,
      ),
    signal,
  );
  return listed.flatMap(entry => fromSdkConnection(entry, serviceId) ?? []);
}
