import {
  isAzureTrue,
  isSameFolded,
  parseAzureInt32,
} from '../../values/azureParsers';
import { parseGoInteger, trimGoSpace } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { readAnnotation } from '../createAnnotationReader';
import { KubernetesObject } from '../KubernetesObject';
import { PlannedPort, readServiceSpec } from '../readServiceSpec';
import { loadBalancer } from './annotations';

/** How an Azure load balancer finds out whether a node serves a port. @public */
export interface AzureProbe {
  /** The Service's port that it is for. */
  servicePort: number;
  protocol: 'TCP' | 'HTTP' | 'HTTPS';
  /** Port of the nodes; 0 where the API server still has to give one. */
  port: number;
  /** `undefined` for TCP. */
  path: string | undefined;
  intervalSeconds: number;
  numberOfProbes: number;
}

const MOST_SECONDS = 120;
const PROTOCOLS = ['TCP', 'HTTP', 'HTTPS'] as const;

/** A setting of one port, or of all of them; the key that was found, for messages. */
interface Setting {
  key: string;
  value: string | undefined;
}

type PortSetting =
  | 'no_lb_rule'
  | 'no_probe_rule'
  | `health-probe_${
      | 'protocol'
      | 'port'
      | 'interval'
      | 'num-of-probe'
      | 'request-path'}`;

const keyFor = ({ port }: PlannedPort, setting: PortSetting) =>
  loadBalancer.keyOf(`port_<port>_${setting}`).replace('<port>', String(port));

function readFor(
  service: KubernetesObject,
  port: PlannedPort,
  setting: PortSetting,
): Setting {
  const key = keyFor(port, setting);
  return { key, value: readAnnotation(service, key) };
}

/** The setting of a port, else that of all. */
function readProbe(
  service: KubernetesObject,
  port: PlannedPort,
  setting: 'interval' | 'num-of-probe' | 'request-path',
): Setting {
  const own = readFor(service, port, `health-probe_${setting}`);
  if (own.value !== undefined) return own;
  const name = `azure-load-balancer-health-probe-${setting}` as const;
  return {
    key: loadBalancer.keyOf(name),
    value: loadBalancer.read(service, name),
  };
}

function readNumber(
  service: KubernetesObject,
  port: PlannedPort,
  setting: 'interval' | 'num-of-probe',
  { least, otherwise }: { least: number; otherwise: number },
): number {
  const { key, value } = readProbe(service, port, setting);
  if (value === undefined) return otherwise;
  const parsed = parseAzureInt32(value);
  if ('value' in parsed && parsed.value >= least) return parsed.value;
  const problem =
    'problem' in parsed
      ? parsed.problem
      : `error parsing value: the minimum value of ${setting} is ${least}`;
  throw new ControllerRefusal(
    `failed to parse health probe config for port ${port.port}: failed to parse annotation ${key}: ${problem}`,
    [key],
  );
}

function planTimes(service: KubernetesObject, port: PlannedPort) {
  const numberOfProbes = readNumber(service, port, 'num-of-probe', {
    least: 2,
    otherwise: 2,
  });
  const intervalSeconds = readNumber(service, port, 'interval', {
    least: 5,
    otherwise: 5,
  });
  if (intervalSeconds * numberOfProbes >= MOST_SECONDS)
    throw new ControllerRefusal(
      `failed to parse health probe config for port ${port.port}: total probe should be less than ${MOST_SECONDS}, please adjust interval and number of probe accordingly`,
      [
        readProbe(service, port, 'interval').key,
        readProbe(service, port, 'num-of-probe').key,
      ],
    );
  return { intervalSeconds, numberOfProbes };
}

/** The port that an annotation names: one of the Service by its name or number, else a port of the nodes. */
function planPort(
  ports: readonly PlannedPort[],
  { key, value = '' }: Setting,
): number {
  const named = ports.find(({ name }) => isSameFolded(name, value));
  if (named) return named.nodePort;
  const refuse = (problem: string) =>
    new ControllerRefusal(`failed to parse annotation ${key}: ${problem}`, [
      key,
    ]);
  const number = parseGoInteger(value);
  if (number === undefined) throw refuse(`port ${value} not found in service`);
  if (number < 0 || number > 65535)
    throw refuse(`port ${number} is out of range`);
  return ports.find(({ port }) => port === number)?.nodePort ?? number;
}

/** What is no protocol that Azure probes counts as TCP, without a word. */
function planProtocol(
  service: KubernetesObject,
  port: PlannedPort,
): AzureProbe['protocol'] {
  const text =
    readFor(service, port, 'health-probe_protocol').value ??
    port.appProtocol ??
    loadBalancer.read(service, 'azure-load-balancer-health-probe-protocol') ??
    'TCP';
  return (
    PROTOCOLS.find(protocol => isSameFolded(trimGoSpace(text), protocol)) ??
    'TCP'
  );
}

function planProbe(service: KubernetesObject, port: PlannedPort): AzureProbe {
  const { ports, externalTrafficPolicy, healthCheckNodePort } =
    readServiceSpec(service);
  const ownPort = readFor(service, port, 'health-probe_port');
  if (ownPort.value === undefined && externalTrafficPolicy === 'Local') {
    return {
      servicePort: port.port,
      protocol: 'HTTP',
      port: healthCheckNodePort,
      path: '/healthz',
      intervalSeconds: 5,
      numberOfProbes: 2,
    };
  }
  const protocol = planProtocol(service, port);
  return {
    servicePort: port.port,
    protocol,
    port:
      ownPort.value === undefined ? port.nodePort : planPort(ports, ownPort),
    path:
      protocol === 'TCP'
        ? undefined
        : readProbe(service, port, 'request-path').value ?? '/',
    ...planTimes(service, port),
  };
}

/**
 * Plans the probes of an Azure load balancer, one for each TCP port that has a rule and may have a probe.
 *
 * @remarks `buildHealthProbeRulesForPort` in `pkg/provider/azure_loadbalancer_healthprobe.go` of cloud-provider-azure, for
 * a standard load balancer without a probe that its Services share.
 *
 * @throws {@link ControllerRefusal} for ports that are not there, and for times that Azure doesn't take.
 *
 * @public
 */
export function planProbes(service: KubernetesObject): AzureProbe[] {
  const isOff = (port: PlannedPort, setting: PortSetting) =>
    isAzureTrue(readFor(service, port, setting).value);
  return readServiceSpec(service)
    .ports.filter(
      port =>
        port.protocol === 'TCP' &&
        !isOff(port, 'no_lb_rule') &&
        !isOff(port, 'no_probe_rule'),
    )
    .map(port => planProbe(service, port));
}
