import { lintManifests } from './lintManifests';

const endpointService = (name: string) =>
  `resource "aws_vpc_endpoint_service" "payments" {\n  acceptance_required = true\n  private_dns_name    = ${name}\n}\n`;

function idsIn(path: string, content: string, domains?: string[]) {
  return lintManifests([{ path, content }], { domains })
    .filter(({ ruleId }) => /foreign|suffix/.test(ruleId))
    .map(({ line, severity, ruleId }) => `${line} ${severity} ${ruleId}`);
}

describe('the private DNS name of an endpoint service', () => {
  const FOREIGN = '3 error infrastructure/foreign-private-name';
  const SUFFIX = '3 error infrastructure/private-name-suffix';

  it.each<[string, string[] | undefined, string[]]>([
    ['"payments.acme.example"', ['acme.example'], []],
    ['"payments.other.example"', ['other.example', 'acme.example'], []],
    ['"*.notacme.example"', ['acme.example'], [FOREIGN]],
    ['"payments.notacme.example"', undefined, []],
    ['"payments.notacme.example"', [], []],
    // What a variable holds is not known.
    ['var.name', ['acme.example'], []],
    ['"$' + '{var.name}.acme.example"', ['other.example'], []],
    // Silence about domains does not make a top-level domain anybody's.
    ['"com"', undefined, [SUFFIX]],
    ['"*.com"', ['acme.example'], [SUFFIX]],
    // No list tells that nobody owns it.
    ['"co.uk"', undefined, []],
    ['"co.uk"', ['acme.example'], [FOREIGN]],
  ])('%s with the domains %j', (name, domains, expected) => {
    expect(idsIn('main.tf', endpointService(name), domains)).toEqual(expected);
  });
});

describe('a name for external-dns', () => {
  const object = (key: string, value: string, kind = 'Service') =>
    `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: payments\n  annotations:\n    ${key}: "${value}"\nspec: {}\n`;
  const FOREIGN = '6 warning external-dns/foreign-name';
  const TODAY = 'external-dns.kubernetes.io/';
  const FORMER = 'external-dns.alpha.kubernetes.io/';

  it.each<[string, string, string[]]>([
    [`${TODAY}hostname`, 'a.acme.example, b.acme.example', []],
    [`${TODAY}hostname`, 'a.acme.example, a.notacme.example', [FOREIGN]],
    [`${FORMER}hostname`, 'a.notacme.example', [FOREIGN]],
    [`${TODAY}internal-hostname`, 'a.notacme.example', [FOREIGN]],
    [`${TODAY}hostname`, '{{ .Values.host }}', []],
    [`${TODAY}target`, 'a.notacme.example', []],
    ['example.com/hostname', 'a.notacme.example', []],
  ])('%s: %s', (key, value, expected) => {
    const content = object(key, value);
    expect(idsIn('a.yaml', content, ['acme.example'])).toEqual(expected);
    expect(idsIn('a.yaml', content)).toEqual([]);
  });

  it('is read at a Gateway as well', () => {
    const content = object(`${TODAY}hostname`, 'a.example', 'Gateway');
    expect(idsIn('a.yaml', content, ['acme.example'])).toEqual([FOREIGN]);
  });
});
