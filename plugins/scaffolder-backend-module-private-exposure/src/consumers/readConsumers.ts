import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type {
  Connection,
  ExposureDetail,
  ExposureKind,
  PrivateExposureClient,
} from '@postern/backstage-plugin-private-exposure-common';
import { openPortal, type PortalOptions } from '../portal/openPortal';

/** Who is connected to a service, as far as somebody may know it. @internal */
export type Consumers =
  /** Looked at: these are connected, wait to be, or are in a state that nobody knows. */
  | { type: 'seen'; connections: Connection[]; note: string }
  /** The portal sees no such service of the entity, and every source answers. */
  | { type: 'no-service'; note: string }
  /** Nobody could look, or what was seen is old. Never the same as nobody being there. */
  | { type: 'unknown'; note: string };

/** What {@link readConsumers} needs. @internal */
export interface ReadConsumersOptions extends PortalOptions {
  /** Whose exposure it is; nothing for what no entity claims. */
  entityRef?: string;
  /** What consumers connect to. */
  kind: keyof typeof WORDS;
  /** Its name; if none is called so, all of the entity's are meant. */
  name: string;
  /** Told why nobody could look. */
  logger: LoggerService;
}

const WORDS = {
  'aws-endpoint-service': 'endpoint service',
  'azure-private-link-service': 'private link service',
} as const satisfies Partial<Record<ExposureKind, string>>;

const PAGE = 200;
const liveStates = ['pending', 'connecting', 'connected', 'unknown'];

/**
 * Asks the private exposure backend who is connected, in the name of the person who runs the template. Of what no entity
 * claims nobody is asked: a name alone does not say which resource of which account it is.
 *
 * @internal
 */
export async function readConsumers(
  options: ReadConsumersOptions,
): Promise<Consumers> {
  const { entityRef } = options;
  if (!entityRef) {
    return {
      type: 'unknown',
      note: 'No component claims it, so the portal can’t tell which connections are meant.',
    };
  }
  try {
    return await lookUp({ ...options, entityRef });
  } catch (error) {
    options.logger.warn(
      `Nobody could look who is connected to ${entityRef}: ${stringifyError(
        error,
      )}`,
    );
    return { type: 'unknown', note: explain(error) };
  }
}

async function lookUp(
  options: ReadConsumersOptions & { entityRef: string },
): Promise<Consumers> {
  const { entityRef } = options;
  const { client, token } = await openPortal(options);
  const page = await client.getEntityExposures(entityRef, { token });
  const services = choose(page.exposures, options);
  const none = `The portal sees no ${WORDS[options.kind]} of the component`;
  if (services.length === 0) {
    const isWhole = page.sources.every(
      ({ source }) => source.state === 'fresh',
    );
    return isWhole
      ? {
          type: 'no-service',
          note: `${none}.`,
        }
      : {
          type: 'unknown',
          note: `${none}, and not all of its sources answer.`,
        };
  }
  const all: Connection[] = [];
  for (const service of services) {
    all.push(...(await listConnections(client, { service, entityRef, token })));
  }
  const connections = all.filter(({ state }) => liveStates.includes(state));
  const isFresh = services.every(({ source }) => source.state === 'fresh');
  const note = seenAt(services, isFresh);
  // Consumers that were seen may still be there; that none was seen some time ago says nothing of now.
  return isFresh || connections.length > 0
    ? { type: 'seen', connections, note }
    : { type: 'unknown', note };
}

function choose(
  exposures: ExposureDetail[],
  { kind, name }: ReadConsumersOptions,
): ExposureDetail[] {
  const services = exposures.filter(exposure => exposure.kind === kind);
  const named = services.filter(service => service.name === name);
  return named.length > 0 ? named : services;
}

/** The page has those that wait first; the rest is listed. */
async function listConnections(
  client: PrivateExposureClient,
  options: { service: ExposureDetail; entityRef: string; token: string },
): Promise<Connection[]> {
  const { service, entityRef, token } = options;
  if (service.connectionsTotal <= service.connections.length) {
    return service.connections;
  }
  const found: Connection[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listConnections(
      { entityRef, limit: PAGE, cursor },
      { token },
    );
    found.push(
      ...page.items.filter(({ exposureId }) => exposureId === service.id),
    );
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

function seenAt(services: ExposureDetail[], isFresh: boolean): string {
  const [oldest] = services.map(({ source }) => source.observedAt ?? '').sort();
  const when = oldest ? `at ${showTime(oldest)}` : 'never';
  return isFresh
    ? `The portal looked ${when}.`
    : `The portal looked last ${when}, and its source does not answer since: it may be otherwise by now.`;
}

/** As people write it: `2026-11-28 23:39 UTC`. */
function showTime(iso: string): string {
  return `${iso.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC`;
}

function explain(error: unknown): string {
  const status = isError(error) ? error.statusCode : undefined;
  switch (status) {
    case 403:
      return 'Whoever made this change may not see who is connected.';
    case 404:
      return 'The portal does not know the component, or has no private exposure plugin.';
    default:
      return 'The portal could not be asked.';
  }
}
