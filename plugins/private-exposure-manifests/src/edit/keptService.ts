import { LBC_CLASS, ManifestSetting } from '../builders/manifestPlan';
import { InvalidIntentError } from '../errors';
import { ServiceIntent } from '../intents/service';
import { valueAt } from './valueAt';

/**
 * A Service keeps its own ports and selector; an intent that names others must not be half fulfilled.
 *
 * @throws {@link InvalidIntentError} where the Service has other ports than the intent.
 * @internal
 */
export function checkKeptPorts(
  plain: unknown,
  { ports }: Pick<ServiceIntent, 'ports'>,
): void {
  const found = valueAt(plain, ['spec', 'ports']);
  if (!ports || !Array.isArray(found)) return;
  const numbers = found.map(port => valueAt(port, ['port']));
  const isSame =
    ports.length === numbers.length &&
    ports.every(({ port }) => numbers.includes(port));
  if (!isSame) {
    throw new InvalidIntentError({
      field: 'service.ports',
      message: `must be those of the existing Service (${numbers.join(
        ', ',
      )}), or be left out`,
    });
  }
}

/**
 * Why a Service that has a load balancer can't be given the settings. Its class can be set only together with the type,
 * and a load balancer never changes its controller in place.
 *
 * @internal
 */
export function findClassConflict(
  plain: unknown,
  settings: readonly ManifestSetting[],
): string | undefined {
  const wanted = settings.find(
    ({ path }) => path.join('.') === 'spec.loadBalancerClass',
  )?.value;
  if (valueAt(plain, ['spec', 'type']) !== 'LoadBalancer') return undefined;
  const found = valueAt(plain, ['spec', 'loadBalancerClass']);
  if (found === wanted) return undefined;
  return found === undefined && wanted === LBC_CLASS
    ? `the Service already has a load balancer and no class, and Kubernetes does not let a class be added later; expose a new Service beside it`
    : `the Service already has a load balancer of another class; expose a new Service beside it`;
}
