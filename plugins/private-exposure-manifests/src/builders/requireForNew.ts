import { InvalidIntentError } from '../errors';
import { ManifestIntent } from './manifestPlan';

/**
 * Refuses what a new object can't do without. By form: a gateway form is a patch or makes its own Service.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function requireForNew(intent: ManifestIntent): void {
  const { form } = intent.manifest;
  const isService =
    form === 'aws-load-balancer-controller' ||
    form === 'in-tree' ||
    form === 'cloud-provider-azure';
  const { selector, ports } = intent.service;
  if (isService && Object.keys(selector ?? {}).length === 0) {
    throw new InvalidIntentError({
      field: 'service.selector',
      message: 'is needed for a new Service: the labels of its pods',
    });
  }
  if ((isService || form === 'gateway-api') && !ports?.length) {
    throw new InvalidIntentError({
      field: 'service.ports',
      message: 'is needed for a new object: at least one port',
    });
  }
}
