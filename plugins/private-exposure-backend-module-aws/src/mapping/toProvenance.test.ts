import { toProvenance } from './toProvenance';

describe('toProvenance', () => {
  it.each<{ tags: Record<string, string>; createdBy: string }>([
    {
      tags: { 'aws:createdBy': 'IAMUser:AIDAEXAMPLE:alice', Creator: 'bob' },
      createdBy: 'alice (IAMUser)',
    },
    {
      tags: { 'aws:createdBy': 'AssumedRole:AROAEXAMPLE:deploy@acme.example' },
      createdBy: 'deploy@acme.example (AssumedRole)',
    },
    {
      tags: { 'aws:createdBy': 'Root:222233334444' },
      createdBy: 'Root:222233334444',
    },
    { tags: { 'created-by': 'carol' }, createdBy: 'carol' },
    { tags: { CreatedBy: 'dave', 'aws:createdBy': '' }, createdBy: 'dave' },
  ])('names who made it: $createdBy', ({ tags, createdBy }) => {
    expect(toProvenance(tags, undefined)?.createdBy).toBe(createdBy);
  });

  it.each<{ tags: Record<string, string>; managedBy: string | undefined }>([
    {
      tags: {
        'aws:cloudformation:stack-name': 'shop',
        'elbv2.k8s.aws/cluster': 'c',
        'service.k8s.aws/stack': 'shop/web',
      },
      managedBy: 'CloudFormation stack shop',
    },
    {
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'shop/web',
        ManagedBy: 'Terraform',
      },
      managedBy: 'Kubernetes Ingress shop/web in cluster platform-eu',
    },
    {
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'entrance',
      },
      managedBy: 'Kubernetes Ingress group entrance in cluster platform-eu',
    },
    {
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'shared',
        'service.k8s.aws/stack': 'not/mine',
      },
      managedBy: 'Kubernetes Ingress group shared in cluster platform-eu',
    },
    {
      tags: {
        'kubernetes.io/cluster/platform-eu': 'owned',
        'kubernetes.io/service-name': 'shop/web',
      },
      managedBy: 'Kubernetes Service shop/web in cluster platform-eu',
    },
    { tags: { 'managed-by': 'terraform' }, managedBy: 'Terraform' },
    { tags: { Terraform: 'true' }, managedBy: 'Terraform' },
    { tags: { 'terraform:workspace': 'prod' }, managedBy: 'Terraform' },
    { tags: { terraform: 'false', Name: 'x' }, managedBy: undefined },
    { tags: { ManagedBy: 'the platform team' }, managedBy: undefined },
  ])('says what looks after it: $managedBy', ({ tags, managedBy }) => {
    expect(toProvenance(tags, undefined)?.managedBy).toBe(managedBy);
  });

  it('says when it was made, and nothing where nothing is told', () => {
    const createdAt = new Date('2026-11-01T10:00:00Z');

    expect(toProvenance({}, createdAt)).toEqual({
      createdAt: '2026-11-01T10:00:00.000Z',
    });
    expect(toProvenance({ Name: 'x' }, undefined)).toBeUndefined();
  });

  it.each<{
    tags: Record<string, string>;
    createdAt: string | undefined;
  }>([
    {
      tags: { CreatedOn: '2026-03-01' },
      createdAt: '2026-03-01T00:00:00.000Z',
    },
    {
      tags: { 'creation-date': '2026-03-01T10:00:00+02:00' },
      createdAt: '2026-03-01T08:00:00.000Z',
    },
    {
      tags: { created_at: '', CreatedAt: '2026-03-01' },
      createdAt: '2026-03-01T00:00:00.000Z',
    },
    { tags: { CreatedOn: '03/01/2026' }, createdAt: undefined },
    { tags: { CreatedOn: '2026-13-01' }, createdAt: undefined },
    { tags: { 'recreated-on': '2026-03-01' }, createdAt: undefined },
  ])('takes the day of making from $tags', ({ tags, createdAt }) => {
    expect(toProvenance(tags, undefined)?.createdAt).toBe(createdAt);
  });

  it('believes the service before a tag', () => {
    const createdAt = new Date('2026-11-01T10:00:00Z');

    expect(toProvenance({ CreatedOn: '2020-01-01' }, createdAt)).toEqual({
      createdAt: '2026-11-01T10:00:00.000Z',
    });
  });
});
