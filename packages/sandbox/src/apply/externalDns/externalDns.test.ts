import {
  startTestDeployments,
  TEST_SCOPE,
} from '../__testUtils__/startTestDeployments';

const PREFIX = 'external-dns.kubernetes.io/';
const ZONES = '777766665555';

interface Entrance {
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  scheme?: string;
}

const entrance = ({
  annotations = {},
  labels = {},
  scheme = 'internet-facing',
}: Entrance) => `apiVersion: v1
kind: Service
metadata:
  name: entrance
  namespace: platform
  labels: ${JSON.stringify(labels)}
  annotations: ${JSON.stringify({
    'service.beta.kubernetes.io/aws-load-balancer-scheme': scheme,
    ...annotations,
  })}
spec:
  type: LoadBalancer
  loadBalancerClass: service.k8s.aws/nlb
  selector: { app: entrance }
  ports: [{ port: 443 }]
`;

describe('external-dns', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments({
      externalDns: {
        prefix: PREFIX,
        domainFilters: ['acme.example'],
        ownerId: 'platform-eu',
        accountId: ZONES,
      },
    });
    for (const name of ['acme.example', 'globex.example']) {
      test.world.hostedZones.createZone(ZONES, { name });
    }
  });
  afterEach(() => test.stop());

  const loadBalancer = () =>
    test.world.loadBalancing.loadBalancers.list(TEST_SCOPE)[0];
  /** The records beside those that a zone begins with. */
  const records = () =>
    test.world.hostedZones.zones
      .all()
      .flatMap(zone => [...zone.records.values()])
      .filter(({ type }) => !['NS', 'SOA'].includes(type));

  it('points the name at the load balancer, and says by a text that it owns the record', async () => {
    await test.commit({
      'k8s/entrance.yaml': entrance({
        annotations: { [`${PREFIX}hostname`]: 'lb.acme.example' },
      }),
    });
    const { dnsName, canonicalHostedZoneId } = loadBalancer();
    const alias = {
      dnsName,
      hostedZoneId: canonicalHostedZoneId,
      evaluatesHealth: true,
    };
    const text =
      '"heritage=external-dns,external-dns/owner=platform-eu,external-dns/resource=service/platform/entrance"';
    const name = 'lb.acme.example';
    expect(records()).toEqual([
      { name, type: 'A', values: [], alias },
      { name: `cname-${name}`, type: 'TXT', ttl: 300, values: [text] },
      { name, type: 'AAAA', values: [], alias },
      { name: `aaaa-${name}`, type: 'TXT', ttl: 300, values: [text] },
    ]);

    await test.commit({ 'k8s/entrance.yaml': null });
    expect(records()).toEqual([]);
  });

  it('follows the load balancer when it is made anew', async () => {
    const annotations = { [`${PREFIX}hostname`]: 'lb.acme.example' };
    await test.commit({ 'k8s/entrance.yaml': entrance({ annotations }) });
    const before = loadBalancer().dnsName;
    await test.commit({
      'k8s/entrance.yaml': entrance({ annotations, scheme: 'internal' }),
    });
    expect(loadBalancer().dnsName).not.toBe(before);
    expect(test.world.hostedZones.resolve('lb.acme.example')).toEqual([
      'lb.acme.example',
      loadBalancer().dnsName,
    ]);
  });

  it.each<{ what: string } & Entrance>([
    {
      what: 'a label',
      labels: { [`${PREFIX}hostname`]: 'lb.acme.example' },
    },
    {
      what: 'the prefix of another version',
      annotations: {
        'external-dns.alpha.kubernetes.io/hostname': 'lb.acme.example',
      },
    },
    {
      what: 'a domain that it may not write to',
      annotations: { [`${PREFIX}hostname`]: 'lb.globex.example' },
    },
    {
      what: "another controller's annotation",
      annotations: {
        [`${PREFIX}hostname`]: 'lb.acme.example',
        [`${PREFIX}controller`]: 'other',
      },
    },
  ])('ignores $what', async given => {
    const steps = await test.commit({ 'k8s/entrance.yaml': entrance(given) });
    expect(steps().map(step => step.state)).toEqual(['applied']);
    expect(records()).toEqual([]);
  });

  it('leaves a record alone that somebody else wrote, and keeps it when the Service goes', async () => {
    const [zone] = test.world.hostedZones.zones.all();
    const record = {
      name: 'lb.acme.example',
      type: 'CNAME',
      ttl: 60,
      values: ['elsewhere.example'],
    };
    test.world.hostedZones.changeRecords(ZONES, zone.id, {
      changes: [{ action: 'CREATE', record }],
    });
    const file = entrance({
      annotations: { [`${PREFIX}hostname`]: 'lb.acme.example' },
    });
    await test.commit({ 'k8s/entrance.yaml': file });
    expect(records()).toEqual([record]);
    await test.commit({ 'k8s/entrance.yaml': null });
    expect(records()).toEqual([record]);
  });

  it('writes the hosts of an Ingress, and a CNAME where no alias is wanted', async () => {
    await test.commit({
      'k8s/payments.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: payments
  namespace: payments
  annotations:
    ${PREFIX}hostname: pay.acme.example
    ${PREFIX}alias: "false"
    ${PREFIX}ttl: 1m
spec:
  ingressClassName: alb
  rules:
    - host: payments.acme.example
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: payments, port: { number: 80 } } } }] }
`,
    });
    const { dnsName } = loadBalancer();
    expect(records().filter(({ type }) => type !== 'TXT')).toEqual(
      ['payments.acme.example', 'pay.acme.example'].map(name => ({
        name,
        type: 'CNAME',
        ttl: 60,
        values: [dnsName],
      })),
    );
  });
});
