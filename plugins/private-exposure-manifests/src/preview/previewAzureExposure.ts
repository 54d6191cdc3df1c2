import { checkAzureProfile } from '../checkAzureProfile';
import { azurePrivateLinkExposureIntentSchema } from '../intents/azureExposure';
import { parseIntent } from '../intents/parseIntent';
import { AzureExposureRequest } from '../requests/AzureExposureRequest';
import { toAzureExposureInput } from '../requests/toAzureExposureInput';
import { orRefused } from './orRefused';
import { previewService } from './previewService';
import { readAzureProfile } from './readProfile';
import { ExposurePreview, PreviewSources } from './types';

/**
 * Says what would come of what was typed so far for Azure Private Link, as `previewExposure` does for AWS PrivateLink.
 *
 * @throws an error that is no refusal only where the product is at fault
 * @public
 */
export function previewAzureExposure(
  sources: PreviewSources<AzureExposureRequest>,
): ExposurePreview {
  const { entityRef, entityName, cluster, request, exists, present } = sources;
  return orRefused(() => {
    const profile = readAzureProfile(cluster, 'Azure Private Link');
    const input = toAzureExposureInput({
      ...{ entityRef, entityName, profile, request },
    });
    const intent = parseIntent(azurePrivateLinkExposureIntentSchema, input);
    checkAzureProfile(intent, profile);
    return previewService(intent, { profile, exists, present });
  });
}
