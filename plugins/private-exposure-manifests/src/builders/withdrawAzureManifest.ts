import { applyChanges, valueAt } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import { AzureWithdrawIntent } from '../intents/azureWithdraw';
import { AZURE_PREFIX } from './azureAnnotations';
import { locateWithdrawn, takeLoadBalancer } from './withdrawManifest';

const AUDIENCE = ['pls-visibility', 'pls-auto-approval'];

/**
 * Takes away who may ask to connect to a private link service; the text stays as it is where nobody may. Connections that
 * are up stay up.
 *
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function closePrivateLinkService(
  text: string,
  intent: AzureWithdrawIntent,
): string {
  const file = YamlText.parse(intent.manifest.path, text);
  const { target, places, plain } = locateWithdrawn(file, intent);
  const changes = AUDIENCE.map(name => `${AZURE_PREFIX}${name}`)
    .filter(key => valueAt(plain, [...places.annotations, key]) !== undefined)
    .map(key => ({ path: [...target.base, ...places.annotations, key] }));
  return changes.length === 0 ? text : applyChanges(file, target, changes);
}

/**
 * Takes the load balancer away, and with it the private link service: the controller removes both. Taking the annotations
 * alone away would leave the private link service where it is.
 *
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function withdrawAzureLoadBalancer(
  text: string,
  intent: AzureWithdrawIntent,
): string | undefined {
  const file = YamlText.parse(intent.manifest.path, text);
  return takeLoadBalancer(file, intent, AZURE_PREFIX);
}
