import { allCatalogues } from './allCatalogues';
import { awsInTreeCatalogue } from './awsInTree';
import { awsLbcIngressCatalogue } from './awsLbcIngress';
import { azureLoadBalancerCatalogue } from './azureLoadBalancer';
import { azurePrivateLinkServiceCatalogue } from './azurePrivateLinkService';
import { externalDnsCatalogue } from './externalDns';
import { gkeCloudCatalogue, gkeNetworkingCatalogue } from './gke';
import { AnnotationCatalogue, AnnotationSpec } from './types';

const catalogues: [string, AnnotationCatalogue][] = [
  awsInTreeCatalogue,
  awsLbcIngressCatalogue,
  azureLoadBalancerCatalogue,
  azurePrivateLinkServiceCatalogue,
  externalDnsCatalogue,
  gkeCloudCatalogue,
  gkeNetworkingCatalogue,
].map(catalogue => [catalogue.id, catalogue]);

/** Keys that stand in the page or source that the catalogue was read from; what others read besides is added to them. */
const documented = (catalogue: AnnotationCatalogue) =>
  catalogue.annotations.filter(
    ({ key }) => key !== 'load-balancer-source-ranges',
  ).length;

function isAccepted(
  { allowed, range, ignoresCase, type }: AnnotationSpec,
  value: string,
): boolean {
  const isListed =
    !allowed ||
    allowed.includes(ignoresCase ? value.toLowerCase() : value) ||
    allowed.includes(value);
  const isInRange =
    !range ||
    type !== 'integer' ||
    (Number(value) >= range[0] && Number(value) <= range[1]);
  return isListed && isInRange;
}

describe.each(catalogues)('the catalogue %s', (_, catalogue) => {
  const keys = catalogue.annotations.map(({ key }) => key);

  it('lists every key once', () => {
    expect(keys).toHaveLength(new Set(keys).size);
  });

  it('needs and excludes only what it lists', () => {
    const named = catalogue.annotations.flatMap(
      ({ needs = [], excludes = [] }) => [...needs, ...excludes],
    );
    expect(named.filter(key => !keys.includes(key))).toEqual([]);
  });

  it('gives an example that it accepts for every key', () => {
    const wrong = catalogue.annotations.filter(
      spec => spec.example === undefined || !isAccepted(spec, spec.example),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('parts the examples of its lists as their controller does', () => {
    const wrong = catalogue.annotations.filter(
      ({ type, example = '', separator = catalogue.separator ?? ',' }) =>
        type === 'string-list' &&
        example.includes(separator === ',' ? ' ' : ','),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});

describe('the catalogues', () => {
  it('name versions of two or three numbers, which can be compared', () => {
    const versions = allCatalogues.flatMap(({ annotations }) =>
      annotations.flatMap(({ since = [], until = [] }) => [since, until]),
    );
    expect(
      versions.flat().filter(version => !/^\d+\.\d+(\.\d+)?$/.test(version)),
    ).toEqual([]);
  });

  it('are as long as the pages that they were read from', () => {
    expect(documented(awsInTreeCatalogue)).toBe(30);
    expect(documented(awsLbcIngressCatalogue)).toBe(72);
    expect(documented(azurePrivateLinkServiceCatalogue)).toBe(10);
    expect(documented(azureLoadBalancerCatalogue)).toBe(35);
  });
});
