import { classSets } from './ingressParams';
import { IngressTarget } from './targets';
import { findAnnotation } from './targets/Placed';

const PORTS = 'alb.ingress.kubernetes.io/listen-ports';
const CERTIFICATE = 'alb.ingress.kubernetes.io/certificate-arn';

/** A port that an Ingress listens on. @internal */
export interface IngressListener {
  protocol: string;
  port: number;
}

/** Reads `listen-ports`, one entry for each pair, in their order; `undefined` where it can't be read. */
function readPorts(text: string): IngressListener[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read)) return undefined;
    return read.flatMap((entry: unknown) =>
      Object.entries(Object(entry)).flatMap(([protocol, port]) =>
        typeof port === 'number' ? [{ protocol, port }] : [],
      ),
    );
  } catch {
    return undefined;
  }
}

/**
 * What an Ingress itself listens on, by its annotations, and the certificates of its class as far as the input has them.
 * `undefined` where the file doesn't tell.
 *
 * @internal
 */
export function ingressListeners(
  target: IngressTarget,
): { isWritten: boolean; listeners: IngressListener[] } | undefined {
  const node = findAnnotation(target, PORTS);
  if (!node && target.isPartial) return undefined;
  if (node) {
    const listeners = readPorts(node.value);
    return listeners && { isWritten: true, listeners };
  }
  const isTls =
    findAnnotation(target, CERTIFICATE) !== undefined ||
    classSets(target, 'certificateArn', 'certificateARNs');
  return {
    isWritten: false,
    listeners: [
      isTls ? { protocol: 'HTTPS', port: 443 } : { protocol: 'HTTP', port: 80 },
    ],
  };
}
