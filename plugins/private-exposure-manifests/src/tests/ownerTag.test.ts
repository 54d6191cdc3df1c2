import * as fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { paymentsExposure } from '../__testUtils__/paymentsExposure';
import { buildAwsPrivateLinkConsumer } from '../buildAwsPrivateLinkConsumer';
import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';
import { UnsafeEditError } from '../errors';
import { HclAttributeNode, readHcl } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { AwsPrivateLinkConsumerInput } from '../intents/consumer';
import { manifestForms } from '../intents/exposure';
import { InfrastructureIntent } from '../intents/infrastructure';
import { DEFAULT_OWNER_TAG } from '../intents/ownerTag';
import { previewExposure } from '../preview';

const OWNER = 'component:default/payments';
const ANNOTATION =
  'service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags';

const infrastructures: InfrastructureIntent[] = [
  { format: 'terraform', path: 'infra/owned.tf' },
  { format: 'cloudformation', path: 'infra/owned.yaml' },
  { format: 'cloudformation', path: 'infra/owned.json' },
];

const consumer: Omit<AwsPrivateLinkConsumerInput, 'infrastructure'> = {
  entityRef: OWNER,
  name: 'payments-link',
  account: '333344445555',
  region: 'eu-west-1',
  serviceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718',
  vpc: 'vpc-0a1b2c3d4e5f60718',
  subnets: ['subnet-0a1b2c3d4e5f60718'],
  securityGroup: {
    ports: [443],
    sources: [{ type: 'cidr', cidr: '10.0.0.0/8' }],
  },
};

// What YAML, HCL or an object might take for something else, besides anything that AWS allows.
const tagKeys = fc.oneof(
  fc.constantFrom('acme:owner', 'on', '1234', '0x1f', '1e3', 'null', '@owner'),
  fc.constantFrom(
    'E0',
    'e-1',
    '- a',
    '__proto__',
    'Größe',
    'a b',
    'constructor',
    '.',
  ),
  fc
    .stringMatching(/^[A-Za-z0-9+\-._:/@ ]{1,127}$/)
    .filter(
      key =>
        key === key.trim() &&
        !/^aws:/i.test(key) &&
        key !== 'Name' &&
        key !== DEFAULT_OWNER_TAG,
    ),
);

const entries = (tags: object) => Object.entries(tags) as [string, unknown][];

const isTags = ({ name }: HclAttributeNode) => name === 'tags';

function readHclObject(attribute: HclAttributeNode): object {
  const value = readHclValue(attribute);
  if (typeof value === 'object' && 'object' in value) return value.object;
  throw new Error(`${attribute.name} is no object`);
}

/** All tags that infrastructure code gives to what it makes, by resource. */
function tagsIn({ path, content }: { path: string; content: string }) {
  if (path.endsWith('.tf')) {
    return readHcl(content)
      .blocks.filter(({ type }) => type === 'resource')
      .flatMap(({ attributes }) => attributes.filter(isTags))
      .map(attribute => entries(readHclObject(attribute)));
  }
  // CloudFormation reads YAML 1.1, in which more words are no strings.
  const { Resources } = parse(content, { version: '1.1' });
  return Object.values<{ Properties: { Tags?: object[] } }>(Resources).flatMap(
    ({ Properties: { Tags } }) =>
      Tags ? [Tags.map(tag => Object.values(tag) as [string, unknown])] : [],
  );
}

function tagsOfLoadBalancer(content: string): string[] {
  return parseAllDocuments(content).flatMap(document =>
    findAnnotations(document.toJS()),
  );
}

/** Values of the annotation wherever it stands: on a Service, or in what a gateway hands on. */
function findAnnotations(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === ANNOTATION ? [item] : findAnnotations(item),
  );
}

const ownerOnly = (tags: [string, unknown][]) =>
  tags.filter(([key]) => key !== 'Name');

describe('the owner tag', () => {
  it.each(manifestForms)(
    'is the chosen one in every file of an exposure: %s',
    form => {
      fc.assert(
        fc.property(
          tagKeys,
          fc.constantFrom(...infrastructures),
          (ownerTag, infrastructure) => {
            const { files, description } = buildAwsPrivateLinkExposure({
              ...paymentsExposure,
              ownerTag,
              manifest: { form, path: 'k8s/service.yaml' },
              endpointService: { name: 'payments' },
              loadBalancer: {},
              infrastructure,
            });
            const [manifest, infra] = files;

            expect(tagsOfLoadBalancer(manifest.content)).toEqual([
              `${ownerTag}=${OWNER}`,
            ]);
            expect(tagsIn(infra).map(ownerOnly)).toEqual([[[ownerTag, OWNER]]]);
            for (const { content } of files)
              expect(content).not.toContain(DEFAULT_OWNER_TAG);
            expect(description).not.toContain(DEFAULT_OWNER_TAG);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it("is the chosen one on a consumer's endpoint and its group", () => {
    fc.assert(
      fc.property(
        tagKeys,
        fc.constantFrom(...infrastructures),
        (ownerTag, infrastructure) => {
          const { files } = buildAwsPrivateLinkConsumer({
            ...consumer,
            ownerTag,
            infrastructure,
          });

          expect(tagsIn(files[0]).map(ownerOnly)).toEqual([
            [[ownerTag, OWNER]],
            [[ownerTag, OWNER]],
          ]);
          expect(files[0].content).not.toContain(DEFAULT_OWNER_TAG);
        },
      ),
    );
  });

  it('is the chosen one in a preview', () => {
    const preview = previewExposure({
      entityRef: OWNER,
      entityName: 'payments',
      ownerTag: 'acme:owner',
      cluster: {
        name: 'platform-eu',
        profile: {
          controller: 'aws-load-balancer-controller',
          accountId: '111122223333',
          region: 'eu-west-1',
        },
      },
      request: { service: { ports: [{ port: 443 }], selector: { app: 'a' } } },
      exists: false,
    });
    const text = JSON.stringify(preview);

    expect(text).toContain(`acme:owner=${OWNER}`);
    expect(text).not.toContain(DEFAULT_OWNER_TAG);
  });

  it('takes the place of another in a manifest that is there', () => {
    const before = buildAwsPrivateLinkExposure(paymentsExposure).files[0];
    const { files } = buildAwsPrivateLinkExposure(
      { ...paymentsExposure, ownerTag: 'acme:owner' },
      { existing: { [before.path]: before.content } },
    );

    expect(tagsOfLoadBalancer(files[0].content)).toEqual([
      `acme:owner=${OWNER}`,
    ]);
  });

  it.each(infrastructures)(
    'is not changed behind the back of infrastructure code that is there: $path',
    infrastructure => {
      const asked = {
        ...paymentsExposure,
        endpointService: { name: 'payments' },
        infrastructure,
      };
      const existing = Object.fromEntries(
        buildAwsPrivateLinkExposure(asked).files.map(({ path, content }) => [
          path,
          content,
        ]),
      );

      expect(() =>
        buildAwsPrivateLinkExposure(
          { ...asked, ownerTag: 'acme:owner' },
          { existing },
        ),
      ).toThrow(UnsafeEditError);
    },
  );

  it.each([
    '',
    ' owner',
    'x'.repeat(128),
    'aws:owner',
    'AWS:owner',
    'a=b',
    'a,b',
    'a\nb',
    '${owner}',
    'Name',
    'elbv2.k8s.aws/cluster',
  ])('is refused: %j', ownerTag => {
    expect(() =>
      buildAwsPrivateLinkExposure({ ...paymentsExposure, ownerTag }),
    ).toThrow(/^ownerTag: must /);
  });

  it('can not be replaced by another tag', () => {
    const tags = { 'acme:owner': 'component:default/other' };
    const chosen = { ...paymentsExposure, ownerTag: 'acme:owner' };
    const { endpointService } = paymentsExposure;

    expect(() =>
      buildAwsPrivateLinkExposure({ ...chosen, loadBalancer: { tags } }),
    ).toThrow('loadBalancer.tags["acme:owner"]');
    expect(() =>
      buildAwsPrivateLinkExposure({
        ...chosen,
        endpointService: { ...endpointService, tags },
      }),
    ).toThrow('endpointService.tags["acme:owner"]');
    expect(() =>
      buildAwsPrivateLinkConsumer({
        ...consumer,
        tags,
        ownerTag: 'acme:owner',
        infrastructure: infrastructures[0],
      }),
    ).toThrow('tags["acme:owner"]');
  });
});
