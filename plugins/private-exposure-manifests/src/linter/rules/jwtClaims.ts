import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}jwt-validation`;
const FORMATS = ['single-string', 'string-array', 'space-separated-values'];
const CERTIFICATE = `${ALB}certificate-arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`;
const ingress = (format: string) =>
  exampleIngress([
    CERTIFICATE,
    `${KEY}: '{"jwksEndpoint": "https://id.example.com/jwks.json", "issuer": "https://id.example.com", "additionalClaims": [{"format": "${format}", "name": "scope", "values": ["payments"]}]}'`,
  ]);

/** The claims that a token has to have; none where they can't be read. */
function claimsIn(text: string): unknown[] {
  try {
    const read = Object(JSON.parse(text)) as { additionalClaims?: unknown };
    return Array.isArray(read.additionalClaims) ? read.additionalClaims : [];
  } catch {
    // What is no JSON has a rule of its own.
    return [];
  }
}

function refuseClaim(claim: unknown): string | undefined {
  const { format, name, values } = Object(claim) as Record<string, unknown>;
  if (typeof name !== 'string' || name === '') return 'a name';
  if (!Array.isArray(values) || values.length === 0) return 'values';
  return FORMATS.some(known => known === format)
    ? undefined
    : `a format: ${FORMATS.join(', ')}`;
}

/** A claim of a token that AWS can't check. @internal */
export const jwtClaims = createRule({
  id: 'alb/jwt-claims',
  severity: 'error',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary: 'A claim that tokens have to have is not whole.',
    why: 'Each of additionalClaims has a name, a format and values. AWS refuses the rule of the listener otherwise, and the Ingress is not built.',
    bad: ingress('text'),
    good: ingress('single-string'),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-verify-jwt.html',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    if (!node) return;
    const [missing] = claimsIn(node.value).flatMap(
      claim => refuseClaim(claim) ?? [],
    );
    if (!missing) return;
    report({
      at: node,
      message: `One of additionalClaims lacks ${missing}`,
      remedy: 'Give each claim name, format and values.',
      evidence: [{ label: KEY, value: node.value }],
    });
  },
});
