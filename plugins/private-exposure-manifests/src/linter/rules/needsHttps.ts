import { createRule } from '../createRule';
import { ingressListeners } from '../ingressListeners';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const PORTS = `${ALB}listen-ports`;
const AUTH =
  'nobody is asked to log in: requests to an HTTP listener go through';
/** What only an HTTPS listener does, with what comes of it without one. */
const NEEDS: Record<
  string,
  { what: string; isOpen?: boolean; values?: RegExp }
> = {
  'auth-type': { what: AUTH, isOpen: true, values: /^(oidc|cognito)$/ },
  'jwt-validation': {
    what: 'no token is asked for: requests to an HTTP listener go through',
    isOpen: true,
  },
  'backend-protocol-version': {
    what: 'AWS refuses gRPC behind an HTTP listener',
    isOpen: true,
    values: /^GRPC$/,
  },
  'mutual-authentication': { what: 'no client certificate is asked for' },
  'certificate-arn': { what: 'the certificate is not used' },
  'ssl-policy': { what: 'the policy is not used' },
};
const KEYS = Object.keys(NEEDS).map(name => `${ALB}${name}`);
const ACTIONS = `${ALB}auth-type: "oidc"`;
const IDP = `${ALB}auth-idp-oidc: '{"issuer": "https://id.example.com", "authorizationEndpoint": "https://id.example.com/authorize", "tokenEndpoint": "https://id.example.com/token", "userInfoEndpoint": "https://id.example.com/userinfo", "secretName": "oidc"}'`;
const CERTIFICATE = `${ALB}certificate-arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`;

/** Something that needs HTTPS at an Ingress that listens for HTTP alone. @internal */
export const needsHttps = createRule({
  id: 'alb/needs-https',
  severity: 'error',
  reads: 'ingress',
  about: KEYS,
  page: {
    summary: 'A setting needs an HTTPS listener, and the Ingress has none.',
    why: 'Logins, tokens, client certificates and TLS policies belong to HTTPS listeners. At an HTTP listener the controller leaves them out, and requests go through without.',
    bad: exampleIngress([`${PORTS}: '[{"HTTP": 80}]'`, ACTIONS, IDP]),
    good: exampleIngress([
      `${PORTS}: '[{"HTTPS": 443}]'`,
      CERTIFICATE,
      ACTIONS,
      IDP,
    ]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const read = ingressListeners(target);
    if (!read?.listeners.length) return;
    if (read.listeners.some(({ protocol }) => protocol !== 'HTTP')) return;
    for (const [name, { what, isOpen, values }] of Object.entries(NEEDS)) {
      const node = findAnnotation(target, `${ALB}${name}`);
      if (!node || (values && !values.test(node.value.trim()))) continue;
      // Without ports, the class may still have certificates, which switch HTTPS on.
      if (!read.isWritten && !isOpen) continue;
      report({
        at: node,
        severity: read.isWritten && isOpen ? 'error' : 'warning',
        message: `The Ingress listens for HTTP alone, and ${what}`,
        remedy: `Add an HTTPS port to '${PORTS}', with a certificate, or remove '${node.key}'.`,
        evidence: [
          { label: node.key, value: node.value },
          {
            label: PORTS,
            value: findAnnotation(target, PORTS)?.value ?? 'missing',
          },
        ],
      });
    }
  },
});
