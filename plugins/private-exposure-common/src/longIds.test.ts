import { findLongIds, shortenId, shortenIds } from './longIds';

const id =
  '/subscriptions/00000000-cccc-4000-8000-000000000002/resourcegroups/rg(1)/providers/microsoft.network/privateendpoints/pe-analytics-stock';

describe('shortenId', () => {
  it.each([
    [id, 'pe-analytics-stock'],
    [`${id}/`, 'pe-analytics-stock'],
    ['vpce-0a11ce0000000001', 'vpce-0a11ce0000000001'],
    ['/', '/'],
    ['', ''],
  ])('makes of %s %s', (whole, short) => {
    expect(shortenId(whole)).toBe(short);
  });
});

describe('shortenIds', () => {
  it.each([
    [`Consumer: 0002, ${id}.`, 'Consumer: 0002, pe-analytics-stock.'],
    [
      `Azure did not approve '${id}': it is gone`,
      "Azure did not approve 'pe-analytics-stock': it is gone",
    ],
    [
      `Two (${id} and ${id})`,
      'Two (pe-analytics-stock and pe-analytics-stock)',
    ],
  ])('leaves the last parts in %s', (text, short) => {
    expect(shortenIds(text)).toBe(short);
    expect(findLongIds(text)).toEqual([id]);
  });

  it.each([
    'Expose parcels (https://git.acme.example/acme/parcels/-/merge_requests/12)',
    'Consumer: 444455556666, vpce-0a11ce0000000001.',
    'Health check /health/ready failed',
    'arn:aws:iam::444455556666:role/path/of/some/role',
  ])('leaves %s alone', text => {
    expect(shortenIds(text)).toBe(text);
    expect(findLongIds(text)).toEqual([]);
  });
});
