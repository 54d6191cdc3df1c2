import type {
  Connection,
  Decision,
  ExposureDetail,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StoryConsumer, StoryService } from './clouds/CloudStory';
import type { Portal } from './startPortal';
import { waitFor } from './waitFor';

/** The page of a service's entity. */
export function pageOf(name: string): string {
  return `/v1/entities/component/default/${name}/exposures`;
}

/** The one exposure on a page. */
export async function readExposure(
  portal: Portal,
  name: StoryService,
): Promise<ExposureDetail> {
  const { body } = await portal.get(pageOf(name));
  expect(body.exposures).toHaveLength(1);
  return body.exposures[0];
}

/** The connection of a consumer, as the page of a service shows it. */
export async function findConnection(
  portal: Portal,
  { id }: StoryConsumer,
  service: StoryService = 'ledger',
): Promise<Connection> {
  const { connections } = await readExposure(portal, service);
  const found = connections.find(
    // Azure's ids have no case.
    ({ consumer }) => consumer.endpointId?.toLowerCase() === id.toLowerCase(),
  );
  if (!found) throw new Error(`No connection of ${id}`);
  return found;
}

/** Asks for a verdict on what the page shows. */
export async function ask(
  portal: Portal,
  connection: Pick<Connection, 'id' | 'state'>,
  verdict: Verdict,
  caller?: { user?: string; key?: string },
) {
  return portal.post(
    `/v1/connections/${connection.id}/decisions`,
    {
      verdict,
      reason: 'Globex signed the contract.',
      seen: { state: connection.state },
    },
    caller,
  );
}

/** What became of a decision, once it has ended. */
export async function readOutcome(
  portal: Portal,
  decisionId: string,
): Promise<Decision> {
  const decision = await waitFor<Decision>(async () => {
    const { body } = await portal.get(`/v1/decisions/${decisionId}`);
    return body.endedAt ? body : undefined;
  });
  await portal.settled();
  return decision;
}
