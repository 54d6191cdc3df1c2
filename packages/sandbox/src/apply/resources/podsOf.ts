import { createHash } from 'node:crypto';
import { World } from '../../world';
import { addressAt } from '../../world/addresses';

/**
 * The targets that stand for a Service's pods: addresses of the subnets in turn, or nodes with the Service's node port. They
 * are the same each time.
 * @internal
 */
export function podsOf(
  service: {
    /** `namespace/name`. */
    stack: string;
    replicas: number;
    targetType: string;
    /** The port of the target group. */
    port: number;
    subnetIds: string[];
  },
  world: World,
): { targetId: string; port: number }[] {
  const { stack, replicas, targetType, port, subnetIds } = service;
  return Array.from({ length: replicas }, (_, index) => {
    const hash = createHash('sha256').update(`${stack}/${index}`).digest();
    if (targetType === 'instance') {
      const targetId = `i-0${hash.toString('hex').slice(0, 16)}`;
      return { targetId, port: 30000 + (hash.readUInt16BE(0) % 2767) };
    }
    const subnet = world.network.subnets.get(
      subnetIds[index % subnetIds.length],
    );
    const cidr = subnet?.cidrBlock ?? '10.0.0.0/24';
    return { targetId: addressAt(cidr, 100 + (hash[0] % 120)), port };
  });
}
