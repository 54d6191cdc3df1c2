import { buildCatalogClaim } from './buildCatalogClaim';
import { CatalogClaimInput } from './intents/catalogClaim';

const path = 'catalog-info.yaml';
const nativeId =
  'arn:aws:elasticloadbalancing:eu-west-1:222233334444:loadbalancer/net/orphan/50dc6c495c0c9188';
const payments = `# Who we are
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments # ours
  annotations:
    github.com/project-slug: acme/payments
spec:
  type: service
  owner: team-payments
`;
const input: CatalogClaimInput = {
  entityRef: 'component:default/payments',
  annotation: 'private-exposure.io/aws-load-balancer',
  nativeId,
  path,
};
const component = { owner: 'group:default/team-payments' };

const build = (parts: Partial<CatalogClaimInput>, text?: string) =>
  buildCatalogClaim(
    { ...input, ...parts },
    { existing: text === undefined ? {} : { [path]: text } },
  );

describe('buildCatalogClaim', () => {
  it("adds the annotation to the entity's file and leaves the rest as it is", () => {
    const { files } = build({}, payments);

    expect(files).toEqual([
      {
        path,
        content: payments.replace(
          'acme/payments\n',
          `acme/payments\n    private-exposure.io/aws-load-balancer: "${nativeId}"\n`,
        ),
      },
    ]);
  });

  it('keeps what the entity claims already, and writes nothing twice', () => {
    const [first] = build({}, payments).files;
    const other = nativeId.replace('orphan', 'other');

    const [both] = build({ nativeId: other }, first.content).files;
    const again = build({}, both.content);

    expect(both.content).toContain(`"${nativeId},${other}"`);
    expect(again.files).toEqual([]);
  });

  it('drafts a component beside those that are there', () => {
    const { files } = build(
      { entityRef: 'component:default/orphan', component },
      payments,
    );

    expect(files[0].content).toBe(`${payments}---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: orphan
  annotations:
    private-exposure.io/aws-load-balancer: "${nativeId}"
spec:
  type: service
  lifecycle: production
  owner: "group:default/team-payments"
`);
  });

  it('drafts a component in a file of its own', () => {
    const { files } = build({
      entityRef: 'component:shop/orphan',
      component: { ...component, description: 'Nobody knows: "yet"' },
    });

    expect(files[0].content).toContain('namespace: shop');
    expect(files[0].content).toMatch(/description: .*Nobody knows/);
  });

  it.each([
    [{}, undefined, 'catalog-info.yaml: is not there'],
    [
      { entityRef: 'component:default/orders' },
      payments,
      'does not hold component:default/orders',
    ],
    [{ component }, payments, 'has component:default/payments already'],
    [{}, '{{ .Values }}', 'is a template'],
  ])('refuses what would not be right: %j', (parts, text, message) => {
    expect(() => build(parts, text)).toThrow(message);
  });

  it.each([
    ['nativeId', { nativeId: 'arn:aws:x,arn:aws:y' }],
    ['nativeId', { nativeId: "arn:aws:x'; rm -rf" }],
    ['nativeId', { nativeId: 'orphan' }],
    ['annotation', { annotation: 'a: b\nc/d' }],
    ['entityRef', { entityRef: 'group:default/team', component }],
    ['component.owner', { component: { owner: 'team' } }],
    ['path', { path: '../catalog-info.yaml' }],
  ])('names the field: %s', (field, parts) => {
    expect(() => build(parts, payments)).toThrow(`${field}: `);
  });

  it.each([
    [
      nativeId,
      "aws resourcegroupstaggingapi tag-resources --region eu-west-1 --resource-arn-list '",
    ],
    [
      'arn:aws:cloudfront::222233334444:distribution/E1EXAMPLE',
      'tag-resources --region us-east-1 --resource-arn-list',
    ],
    [
      '/subscriptions/0b1f6471-1bf0-4dda-aec3-111111111111/resourcegroups/shop (eu)/providers/x'.replace(
        ' ',
        '-',
      ),
      "az tag update --resource-id '/subscriptions/",
    ],
  ])('says which tag confirms the claim of %s', (id, command) => {
    const { description } = build({ nativeId: id }, payments);

    expect(description).toContain(command);
    expect(description).toContain(
      'backstage-entity-ref=component:default/payments',
    );
    expect(description).toContain('stays unconfirmed');
  });
});
