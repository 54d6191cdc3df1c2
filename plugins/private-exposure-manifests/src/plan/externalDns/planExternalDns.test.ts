import { EXTERNAL_DNS_FORMER_PREFIX } from '../../catalogues/externalDns';
import { KubernetesObject } from '../KubernetesObject';
import { externalDnsContextOf } from './contextOfProfile';
import { planExternalDns } from './planExternalDns';

const object = (
  annotations: { [key: string]: string },
  rest: Partial<KubernetesObject> = {},
): KubernetesObject => ({
  kind: 'Service',
  metadata: { name: 'payments', annotations },
  ...rest,
});

describe('planExternalDns', () => {
  it('reads the prefix that the cluster reads, and no other', () => {
    const both = object({
      'external-dns.alpha.kubernetes.io/hostname': 'old.example.com',
      'external-dns.kubernetes.io/hostname': 'new.example.com',
    });
    expect(planExternalDns(both)).toMatchObject({
      dnsNames: ['new.example.com'],
    });
    expect(
      planExternalDns(both, { prefix: EXTERNAL_DNS_FORMER_PREFIX }),
    ).toMatchObject({ dnsNames: ['old.example.com'] });
  });

  it('writes one record for a name with and without a dot at its end', () => {
    expect(
      planExternalDns(
        object(
          { 'external-dns.kubernetes.io/hostname': 'a.example.com.' },
          { kind: 'Ingress', spec: { rules: [{ host: 'a.example.com' }] } },
        ),
        { domainFilters: ['example.com'] },
      ),
    ).toMatchObject({
      hostnames: ['a.example.com.'],
      dnsNames: ['a.example.com'],
      filteredNames: [],
    });
  });

  it('leaves an object of another controller alone', () => {
    expect(
      planExternalDns(
        object({
          'external-dns.kubernetes.io/controller': '',
          'external-dns.kubernetes.io/hostname': 'a.example.com',
        }),
      ),
    ).toEqual({ reconciled: false });
  });

  it('does not read a label', () => {
    const { metadata } = object({});
    expect(
      planExternalDns({
        kind: 'Service',
        metadata: {
          ...metadata,
          labels: { 'external-dns.kubernetes.io/hostname': 'a.example.com' },
        },
      }),
    ).toMatchObject({ hostnames: undefined, dnsNames: [] });
  });

  it('says which names lie outside the domains that it may write to', () => {
    expect(
      planExternalDns(
        object({
          'external-dns.kubernetes.io/hostname':
            'a.example.com, example.com, b.example.org, notexample.com',
        }),
        { domainFilters: ['example.com', '.example.org'] },
      ),
    ).toMatchObject({
      dnsNames: ['a.example.com', 'example.com', 'b.example.org'],
      filteredNames: ['notexample.com'],
    });
  });

  it('adds the hosts of an Ingress, unless it is told not to', () => {
    const spec = {
      rules: [{ host: 'a.example.com' }, { http: {} }],
      tls: [{ hosts: ['a.example.com', 'b.example.com'] }],
    };
    const annotations = {
      'external-dns.kubernetes.io/hostname': 'c.example.com',
    };
    const plan = (source: { [key: string]: string }) =>
      planExternalDns(
        object({ ...annotations, ...source }, { kind: 'Ingress', spec }),
      );
    expect(plan({})).toMatchObject({
      dnsNames: ['a.example.com', 'b.example.com', 'c.example.com'],
    });
    expect(
      plan({
        'external-dns.kubernetes.io/ingress-hostname-source': 'Annotation-Only',
      }),
    ).toMatchObject({ dnsNames: ['c.example.com'] });
  });

  it("names Cloudflare's properties by the whole key, as version 0.22 does", () => {
    expect(
      planExternalDns(
        object({ 'external-dns.kubernetes.io/cloudflare-proxied': 'true' }),
      ),
    ).toMatchObject({
      providerSpecific: {
        'external-dns.kubernetes.io/cloudflare-proxied': 'true',
      },
    });
  });
});

describe('externalDnsContextOf', () => {
  it.each([
    ['0.21.0', EXTERNAL_DNS_FORMER_PREFIX],
    ['v0.22.0', 'external-dns.kubernetes.io/'],
    ['1.0', 'external-dns.kubernetes.io/'],
  ])('tells the prefix of version %s', (externalDnsVersion, prefix) =>
    expect(externalDnsContextOf({ externalDnsVersion })).toMatchObject({
      prefix,
    }),
  );

  it('trusts a prefix more than a version, and guesses none', () => {
    expect(
      externalDnsContextOf({
        externalDnsPrefix: 'dns.example.com/',
        externalDnsVersion: '0.21.0',
      }),
    ).toMatchObject({ prefix: 'dns.example.com/' });
    expect(externalDnsContextOf({})).toBeUndefined();
  });
});
