import {
  inFolder,
  toResourceName,
  type AzureWithdrawInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { AzureWithdrawActionInput } from '../actions/azureWithdrawInput';
import { nameNeeded } from './nameNeeded';

/**
 * Makes the intent of one step of a withdrawal in Azure, with the same names and paths that an exposure gets by default.
 * What is given is not checked here: the builder does that.
 *
 * @throws InputError where neither an entity nor the name that the step needs is given.
 *
 * @internal
 */
export function toAzureWithdrawInput(sources: {
  /** Reference of the entity, as the catalog has it; nothing for what none claims. */
  entityRef?: string;
  /** Name of that entity. */
  entityName?: string;
  /** The action's input. */
  input: AzureWithdrawActionInput;
}): AzureWithdrawInput & Required<Pick<AzureWithdrawInput, 'frontDoor'>> {
  const { entityRef, entityName, input } = sources;
  const { folder, manifestForm: form = 'service' } = input;
  const isFrontDoor = input.step === 'remove-front-door';
  const frontDoorName =
    input.frontDoorName || (entityName && toResourceName(entityName));
  // That step touches no Service, so nobody has to know one.
  const name =
    input.serviceName ||
    entityName ||
    (isFrontDoor ? frontDoorName : undefined);
  if (!name) throw nameNeeded(isFrontDoor ? 'frontDoorName' : 'serviceName');
  const frontDoorPath = inFolder(
    folder,
    input.frontDoorPath || 'infra/front-door.tf',
  );
  return {
    entityRef,
    reason: input.reason || undefined,
    step: input.step,
    cutOffConsumers: input.cutOffConsumers ?? false,
    manifest: {
      form: form === 'service' ? 'cloud-provider-azure' : form,
      path: inFolder(folder, input.manifestPath || `k8s/${name}.yaml`),
    },
    service: { name, namespace: input.namespace || name },
    frontDoor: {
      name: frontDoorName || toResourceName(name),
      infrastructure: frontDoorPath.endsWith('.bicep')
        ? { format: 'bicep', path: frontDoorPath }
        : { format: 'terraform', path: frontDoorPath },
    },
  };
}
