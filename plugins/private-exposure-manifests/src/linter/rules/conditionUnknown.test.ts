import { lintManifests } from '../lintManifests';

const KEY = 'alb.ingress.kubernetes.io/conditions.payments';
const FIELDS =
  'The fields are host-header, http-header, http-request-method, path-pattern, query-string, source-ip.';

/** What is said of the conditions of a backend. */
function findingsOf(conditions: string) {
  const content = `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: payments\n  annotations:\n    ${KEY}: '${conditions}'\nspec:\n  ingressClassName: alb\n  rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: payments, port: {number: 443}}}}]}}]\n`;
  return lintManifests([{ path: 'payments.yaml', content }])
    .filter(({ ruleId }) => ruleId === 'alb/condition-unknown')
    .map(({ message, remedy, severity, line }) => ({
      message,
      remedy,
      severity,
      line,
    }));
}

const passedOver = (what: string, remedy: string) => ({
  message: `${what}; the controller passes the condition over, and the rule holds for more requests`,
  remedy,
  severity: 'error',
  line: 6,
});

describe('alb/condition-unknown', () => {
  it.each([
    [
      '{"field": "hostHeader", "hostHeaderConfig": {"values": ["a.example.com"]}}',
      'hostHeader',
      `Did you mean 'host-header'? ${FIELDS}`,
    ],
    [
      '{"Field": "cidr", "SourceIpConfig": {"values": ["10.0.0.0/8"]}}',
      'cidr',
      `Did you mean 'source-ip'? ${FIELDS}`,
    ],
    [
      '{"field": "Source-IP"}',
      'Source-IP',
      `Did you mean 'source-ip'? ${FIELDS}`,
    ],
    [
      '{"field": "query-strings"}',
      'query-strings',
      `Did you mean 'query-string'? ${FIELDS}`,
    ],
    [
      '{"field": "any", "sourceIPConfig": {}, "hostHeaderConfig": {}}',
      'any',
      FIELDS,
    ],
  ])('says of %s what it is, and what may be meant', (one, field, remedy) => {
    expect(findingsOf(`[${one}]`)).toEqual([
      passedOver(`'${field}' is no field of a condition of '${KEY}'`, remedy),
    ]);
  });

  it('says of a condition without a field that it has none', () => {
    expect(
      findingsOf('[{"sourceIPConfig": {"values": ["10.0.0.0/8"]}}]'),
    ).toEqual([
      passedOver(
        `A condition of '${KEY}' has no field`,
        `Did you mean 'source-ip'? ${FIELDS}`,
      ),
    ]);
  });

  it('says each once, beside conditions that are right', () => {
    const found = findingsOf(
      '[{"field": "a"}, {"field": "source-ip", "sourceIPConfig": {"values": ["10.0.0.0/8"]}}, {"field": "b"}, {"field": "a"}]',
    );
    expect(found.map(({ message }) => message.slice(0, 3))).toEqual([
      "'a'",
      "'b'",
    ]);
  });

  it.each([
    '[]',
    'null',
    '[{"field": "source-ip"}]',
    'no JSON',
    '{"field": "hostHeader"}',
  ])('leaves %s to the other rules', conditions => {
    expect(findingsOf(conditions)).toEqual([]);
  });
});
