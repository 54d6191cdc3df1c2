import fc from 'fast-check';
import { spec } from '../schema/openapi.generated';
import { isPlainPageRequest } from './isPlainPageRequest';

const path = '/v1/entities/{kind}/{namespace}/{name}/exposures';
const good = '/v1/entities/component/default/payments-api_2.0/exposures';

describe('isPlainPageRequest', () => {
  it('knows the page of an entity', () => {
    expect(isPlainPageRequest({ method: 'GET', url: good })).toBe(true);
  });

  it.each([
    ['another method', { method: 'POST', url: good }],
    ['a query', { method: 'GET', url: `${good}?colour=red` }],
    ['an empty query', { method: 'GET', url: `${good}?` }],
    ['more of a path', { method: 'GET', url: `${good}/all` }],
    ['less of a path', { method: 'GET', url: good.replace('/default', '') }],
    ['a line after it', { method: 'GET', url: `${good}\n` }],
    ['an encoded name', { method: 'GET', url: good.replace('api', '%61pi') }],
    ['an encoded NUL', { method: 'GET', url: good.replace('api', '%00') }],
  ])('leaves %s to the validator', (_, request) => {
    expect(isPlainPageRequest(request)).toBe(false);
  });

  it('takes nothing that the document does not allow', () => {
    const operation = spec.paths[path].get;
    const names = operation.parameters.map(({ $ref }) =>
      $ref.split('/').at(-1),
    );
    expect(names).toEqual(['EntityKind', 'EntityNamespace', 'EntityName']);
    const { EntityKind, EntityNamespace, EntityName } =
      spec.components.parameters;
    const schemas = [EntityKind, EntityNamespace, EntityName].map(
      ({ schema }) => schema,
    );
    for (const { type, minLength, maxLength, ...more } of schemas) {
      expect({ type, more }).toEqual({ type: 'string', more: {} });
      const segment = fc.oneof(
        fc.stringMatching(/^[A-Za-z0-9._-]{0,70}$/),
        fc.string(),
      );
      fc.assert(
        fc.property(segment, fc.nat(2), (value, place) => {
          const parts = ['component', 'default', 'payments'];
          parts[place] = value;
          const url = `/v1/entities/${parts.join('/')}/exposures`;
          fc.pre(isPlainPageRequest({ method: 'GET', url }));
          expect(decodeURIComponent(value)).toBe(value);
          expect(value.length).toBeGreaterThanOrEqual(minLength);
          expect(value.length).toBeLessThanOrEqual(maxLength);
        }),
      );
    }
  });
});
