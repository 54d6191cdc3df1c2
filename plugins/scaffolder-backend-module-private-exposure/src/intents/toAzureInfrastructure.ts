import {
  inFolder,
  type AzureInfrastructureIntent,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { AzureInfrastructureInput } from '../actions/azureInfrastructureInput';

/** Where infrastructure code goes; `infra/<defaultName>` unless the input says otherwise. @internal */
export function toAzureInfrastructure(
  { format = 'terraform', path }: AzureInfrastructureInput = {},
  place: { folder?: string; defaultName: string },
): AzureInfrastructureIntent {
  const extension = format === 'terraform' ? 'tf' : 'bicep';
  return {
    format,
    path: inFolder(
      place.folder,
      path || `infra/${place.defaultName}.${extension}`,
    ),
  };
}
