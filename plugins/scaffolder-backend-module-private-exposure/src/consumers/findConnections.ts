import type { WithdrawInput } from '@postern/backstage-plugin-private-exposure-manifests';
import {
  readConsumers,
  type Consumers,
  type ReadConsumersOptions,
} from './readConsumers';
import { refuseCutOff, type CutOffStep } from './refuseCutOff';

/**
 * The part of a withdrawal's intent that the portal knows, and no form: who is connected to what a step takes back.
 *
 * @throws InputError where the step would cut somebody off, and the form does not say that this is meant.
 * @internal
 */
export async function findConnections(
  options: ReadConsumersOptions & CutOffStep,
): Promise<Pick<WithdrawInput, 'connections' | 'connectionsNote'>> {
  const consumers = await readConsumers(options);
  refuseCutOff(consumers, options);
  return {
    connections: connectionsOf(consumers, options),
    connectionsNote: consumers.note,
  };
}

/** That none is seen of a service that is gone is as it should be: nobody is connected to it. */
function connectionsOf(
  consumers: Consumers,
  { isServiceGone }: CutOffStep,
): WithdrawInput['connections'] {
  if (consumers.type === 'no-service' && isServiceGone) return [];
  if (consumers.type !== 'seen') return undefined;
  return consumers.connections.map(({ consumer, state }) => ({
    account: consumer.account,
    endpointId: consumer.endpointId,
    state,
  }));
}
