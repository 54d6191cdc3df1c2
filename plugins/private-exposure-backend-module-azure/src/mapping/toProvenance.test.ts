import { toProvenance } from './toProvenance';

describe('toProvenance', () => {
  it.each<[Record<string, string>, string]>([
    [
      {
        'k8s-azure-owner-service': 'shop/stock',
        'k8s-azure-cluster-name': 'shop-weu',
        ManagedBy: 'terraform',
      },
      'Kubernetes Service shop/stock in cluster shop-weu',
    ],
    [
      { 'azd-env-name': 'shop-dev' },
      'Azure Developer CLI environment shop-dev',
    ],
    [{ 'managed-by': 'Terraform Cloud' }, 'Terraform'],
    [{ TERRAFORM: 'true' }, 'Terraform'],
    [{ provisioner: 'bicep' }, 'Bicep'],
  ])('says what looks after what is tagged %j', (tags, managedBy) => {
    expect(toProvenance(tags)?.managedBy).toBe(managedBy);
  });

  it.each<Record<string, string>>([
    { managedBy: 'the platform team' },
    { terraform: 'false' },
    { 'k8s-azure-cluster-name': 'shop-weu' },
    {},
  ])('knows nothing from %j', tags => {
    expect(toProvenance(tags)?.managedBy).toBeUndefined();
  });

  it("takes Azure's own word on the maker before a tag's", () => {
    const tags = { CreatedBy: 'mira', CreatedOnDate: '2026-01-31T08:00:00Z' };
    const createdAt = new Date('2026-02-01T08:00:00Z');

    expect(toProvenance(tags)).toEqual({
      createdBy: 'mira',
      createdAt: '2026-01-31T08:00:00.000Z',
    });
    expect(
      toProvenance(tags, { createdBy: 'mira@acme.example', createdAt }),
    ).toEqual({
      createdBy: 'mira@acme.example',
      createdAt: '2026-02-01T08:00:00.000Z',
    });
  });

  it.each(['01/02/2026', '2026-99-99', 'soon'])(
    'does not guess at the date %s',
    date => {
      expect(toProvenance({ CreatedOn: date })).toBeUndefined();
    },
  );
});
