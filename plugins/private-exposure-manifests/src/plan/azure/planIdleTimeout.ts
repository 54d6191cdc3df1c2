import { parseAzureInt32 } from '../../values/azureParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { loadBalancer } from './annotations';

const NAME = 'azure-load-balancer-tcp-idle-timeout';
const [SHORTEST, LONGEST] = [4, 100];

/**
 * After how many minutes without traffic a connection ends.
 *
 * @remarks `getExpectedLBRules` in `pkg/provider/azure_loadbalancer.go` of cloud-provider-azure.
 *
 * @throws {@link ControllerRefusal} for anything but 4 to 100.
 *
 * @public
 */
export function planIdleTimeout(service: KubernetesObject): number {
  const text = loadBalancer.read(service, NAME);
  if (text === undefined) return SHORTEST;
  const parsed = parseAzureInt32(text);
  const problem =
    'problem' in parsed
      ? parsed.problem
      : (parsed.value < SHORTEST || parsed.value > LONGEST) &&
        `error parsing value: idle timeout value must be a whole number representing minutes between ${SHORTEST} and ${LONGEST}, actual value: ${parsed.value}`;
  if (!problem && 'value' in parsed) return parsed.value;
  const key = loadBalancer.keyOf(NAME);
  throw new ControllerRefusal(
    `error parsing idle timeout key: ${key}, err: ${problem}`,
    [key],
  );
}
