import { createRule } from '../createRule';
import { ingressListeners } from '../ingressListeners';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}mutual-authentication`;
const CERTIFICATE = `${ALB}certificate-arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`;
const ingress = (port: number) =>
  exampleIngress([
    CERTIFICATE,
    `${KEY}: '[{"port": ${port}, "mode": "passthrough"}]'`,
  ]);

function portsIn(text: string): number[] {
  try {
    const read: unknown = JSON.parse(text);
    return (Array.isArray(read) ? read : []).flatMap((entry: unknown) => {
      // Go finds fields in whatever case they are written.
      const [, port] =
        Object.entries<unknown>(Object(entry)).find(
          ([field]) => field.toLowerCase() === 'port',
        ) ?? [];
      return typeof port === 'number' ? [port] : [];
    });
  } catch {
    // What is no JSON has a rule of its own.
    return [];
  }
}

/** Client certificates at a port that asks for none. @internal */
export const mutualAuthenticationPort = createRule({
  id: 'alb/mutual-authentication-port',
  severity: 'error',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary: 'Client certificates are asked for at a port without HTTPS.',
    why: 'The controller looks the setting up by the HTTPS ports of the Ingress. One for another port is never read, and no client certificate is asked for.',
    bad: ingress(8443),
    good: ingress(443),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    const read = ingressListeners(target);
    const https = read?.listeners.filter(
      ({ protocol }) => protocol === 'HTTPS',
    );
    // Where there is no HTTPS at all, another rule says so.
    if (!node || !https?.length) return;
    const lost = portsIn(node.value).filter(
      wanted => !https.some(({ port }) => port === wanted),
    );
    if (lost.length === 0) return;
    report({
      at: node,
      message: `The Ingress has no HTTPS listener at ${lost.join(', ')}`,
      remedy: `Name its HTTPS ports: ${https
        .map(({ port }) => port)
        .join(', ')}.`,
      evidence: [{ label: KEY, value: node.value }],
    });
  },
});
