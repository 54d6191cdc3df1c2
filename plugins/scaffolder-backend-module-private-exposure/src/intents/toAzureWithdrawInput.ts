import {
  inFolder,
  toResourceName,
  type AzureWithdrawInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { AzureWithdrawActionInput } from '../actions/azureWithdrawInput';

/**
 * Makes the intent of one step of a withdrawal in Azure, with the same names and paths that an exposure gets by default.
 * Nothing is checked here: the builder does that.
 *
 * @internal
 */
export function toAzureWithdrawInput(sources: {
  /** Reference of the entity, as the catalog has it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** The action's input. */
  input: AzureWithdrawActionInput;
}): AzureWithdrawInput & Required<Pick<AzureWithdrawInput, 'frontDoor'>> {
  const { entityRef, entityName, input } = sources;
  const { folder, manifestForm: form = 'service' } = input;
  const name = input.serviceName || entityName;
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
      name: input.frontDoorName || toResourceName(entityName),
      infrastructure: frontDoorPath.endsWith('.bicep')
        ? { format: 'bicep', path: frontDoorPath }
        : { format: 'terraform', path: frontDoorPath },
    },
  };
}
