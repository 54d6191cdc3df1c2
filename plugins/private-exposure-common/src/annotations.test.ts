import {
  ANNOTATION_AWS_ENDPOINT_SERVICE,
  ANNOTATION_AZURE_PRIVATE_LINK_RESOURCE,
  ANNOTATION_KUBERNETES_SERVICE,
  isPrivateExposureAvailable,
  readListAnnotation,
} from './annotations';

const entityWith = (annotations?: Record<string, string>) => ({
  metadata: { annotations },
});

describe('readListAnnotation', () => {
  it('splits at commas, trims, and drops what is empty or said twice', () => {
    const entity = entityWith({
      [ANNOTATION_KUBERNETES_SERVICE]:
        ' eu/shop/cart ,, eu/shop/pay,eu/shop/cart',
    });
    expect(readListAnnotation(entity, ANNOTATION_KUBERNETES_SERVICE)).toEqual([
      'eu/shop/cart',
      'eu/shop/pay',
    ]);
  });

  it('reads an entity without annotations as naming nothing', () => {
    expect(
      readListAnnotation(entityWith(), ANNOTATION_AWS_ENDPOINT_SERVICE),
    ).toEqual([]);
  });
});

describe('isPrivateExposureAvailable', () => {
  it('is true for any annotation that names an exposure', () => {
    expect(
      isPrivateExposureAvailable(
        entityWith({ [ANNOTATION_AWS_ENDPOINT_SERVICE]: 'arn:aws:ec2:…' }),
      ),
    ).toBe(true);
    expect(
      isPrivateExposureAvailable(
        entityWith({
          [ANNOTATION_AZURE_PRIVATE_LINK_RESOURCE]: '/subscriptions/…',
        }),
      ),
    ).toBe(true);
    expect(
      isPrivateExposureAvailable(entityWith({ 'backstage.io/source': 'x' })),
    ).toBe(false);
    expect(isPrivateExposureAvailable(entityWith())).toBe(false);
  });
});
