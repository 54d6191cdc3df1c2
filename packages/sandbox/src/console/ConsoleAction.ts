import { AzureWorld } from '../azureWorld';
import { FaultRules } from '../faults';
import { World } from '../world';

/**
 * What the console's actions work on.
 * @internal
 */
export interface ActionContext {
  world: World;
  azure: AzureWorld;
  faults: FaultRules;
}

/**
 * An action of the console.
 *
 * @returns the page to show afterwards
 * @throws InputError for a field that is missing or wrong, `AwsFault` where the cloud refuses.
 * @internal
 */
export type ConsoleAction = (
  fields: Record<string, string>,
  context: ActionContext,
) => string;
