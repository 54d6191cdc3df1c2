import { parseSloppyNetwork } from '../../values/goAddress';
import { trimGoSpace } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { readServiceSpec } from '../readServiceSpec';
import { keyOf, read } from './annotations';

const NAME = 'load-balancer-source-ranges';
const EVERYBODY = '0.0.0.0/0';

/** The networks as Go prints them, each once; `undefined` where one is none. */
function readNetworks(texts: readonly string[]): string[] | undefined {
  const networks = new Set<string>();
  for (const text of texts) {
    const network = parseSloppyNetwork(trimGoSpace(text));
    if (network === undefined) return undefined;
    networks.add(network);
  }
  return [...networks];
}

/**
 * Plans who may reach a load balancer: the networks of the spec, else those of the annotation, else everybody.
 *
 * @remarks `GetLoadBalancerSourceRanges` in `service/helpers` of kubernetes/cloud-provider.
 *
 * @throws {@link ControllerRefusal} for what is no network.
 *
 * @public
 */
export function planSourceRanges(service: KubernetesObject): string[] {
  const { loadBalancerSourceRanges } = readServiceSpec(service);
  if (loadBalancerSourceRanges.length > 0) {
    const ranges = readNetworks(loadBalancerSourceRanges);
    if (ranges) return ranges;
    throw new ControllerRefusal(
      `service.Spec.LoadBalancerSourceRanges: [${loadBalancerSourceRanges.join(
        ' ',
      )}] is not valid. Expecting a list of IP ranges. For example, 10.0.0.0/24.`,
      ['spec.loadBalancerSourceRanges'],
    );
  }
  const text = trimGoSpace(read(service, NAME) ?? '') || EVERYBODY;
  const ranges = readNetworks(text.split(','));
  if (ranges) return ranges;
  throw new ControllerRefusal(
    `${keyOf(
      NAME,
    )}: ${text} is not valid. Expecting a comma-separated list of source IP ranges. For example, 10.0.0.0/24,192.168.2.0/24`,
    [keyOf(NAME)],
  );
}
