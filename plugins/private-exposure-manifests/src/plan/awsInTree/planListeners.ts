import { parseInTreePorts } from '../../values/inTreeParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { PlannedPort, readServiceSpec } from '../readServiceSpec';
import { keyOf, read } from './annotations';
import { planLoadBalancerType } from './planLoadBalancerType';
import { validateProtocol } from './validatePorts';

/** One listener of a load balancer. @public */
export interface InTreeListener {
  port: number;
  /** Lower case for a Classic load balancer, upper case for a Network Load Balancer, as AWS has them. */
  protocol: string;
  /** Port of the nodes. */
  instancePort: number;
  instanceProtocol: string;
  /** `undefined` for plain traffic. */
  certificate: string | undefined;
  /** Of a Network Load Balancer with a certificate; empty for AWS's default. */
  sslPolicy?: string;
}

const BACKEND_PROTOCOL = 'aws-load-balancer-backend-protocol';
/** What a Classic load balancer speaks to its clients, by what it speaks to the nodes. */
const CLIENT_PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ['https', 'https'],
  ['http', 'https'],
  ['ssl', 'ssl'],
  ['tcp', 'ssl'],
]);

/** The certificate of a port: the Service's, where the list of encrypted ports holds it or there is none. */
function certificateOf(
  service: KubernetesObject,
  { port }: PlannedPort,
  name: string,
): string | undefined {
  const certificate = read(service, 'aws-load-balancer-ssl-cert') ?? '';
  const ports = parseInTreePorts(
    read(service, 'aws-load-balancer-ssl-ports') ?? '',
  );
  const isEncrypted =
    !ports || ports.numbers.has(port) || ports.names.has(name);
  return certificate !== '' && isEncrypted ? certificate : undefined;
}

/**
 * Plans the listener of a Classic load balancer. Without a certificate, a backend protocol other than `http` has no
 * effect.
 *
 * @remarks `buildListener` of cloud-provider-aws.
 *
 * @throws {@link ControllerRefusal} for an unknown backend protocol beside a certificate.
 *
 * @public
 */
export function planClassicListener(
  service: KubernetesObject,
  port: PlannedPort,
): InTreeListener {
  const certificate = certificateOf(service, port, port.name.toLowerCase());
  const backend = read(service, BACKEND_PROTOCOL) ?? '';
  const plain = port.protocol.toLowerCase();
  const listener = {
    port: port.port,
    instancePort: port.nodePort,
    certificate,
  };
  if (certificate === undefined) {
    const protocol = backend === 'http' ? 'http' : plain;
    return { ...listener, protocol, instanceProtocol: protocol };
  }
  const instanceProtocol = backend === '' ? 'tcp' : backend;
  const protocol = CLIENT_PROTOCOLS.get(instanceProtocol);
  if (protocol === undefined)
    throw new ControllerRefusal(
      `Invalid backend protocol ${backend} for ${certificate} in ${keyOf(
        BACKEND_PROTOCOL,
      )}`,
      [keyOf(BACKEND_PROTOCOL)],
    );
  return { ...listener, protocol, instanceProtocol };
}

/** Plans the listener of a Network Load Balancer. UDP stays without a certificate. @public */
export function planNetworkListener(
  service: KubernetesObject,
  port: PlannedPort,
): InTreeListener {
  const certificate =
    port.protocol === 'UDP'
      ? undefined
      : certificateOf(service, port, port.name);
  const isEncryptedBehind =
    certificate !== undefined && read(service, BACKEND_PROTOCOL) === 'ssl';
  return {
    port: port.port,
    protocol: certificate === undefined ? port.protocol : 'TLS',
    instancePort: port.nodePort,
    instanceProtocol: isEncryptedBehind ? 'TLS' : port.protocol,
    certificate,
    ...(certificate !== undefined && {
      sslPolicy:
        read(service, 'aws-load-balancer-ssl-negotiation-policy') ?? '',
    }),
  };
}

/**
 * Plans the listeners of a Service. The API server gives every port a node port where the manifest has none, so such
 * ports are planned with `instancePort: 0`.
 *
 * @throws {@link ControllerRefusal}
 *
 * @public
 */
export function planListeners(service: KubernetesObject): InTreeListener[] {
  const plan =
    planLoadBalancerType(service) === 'nlb'
      ? planNetworkListener
      : planClassicListener;
  return readServiceSpec(service).ports.map(port => {
    validateProtocol(service, port);
    return plan(service, port);
  });
}
