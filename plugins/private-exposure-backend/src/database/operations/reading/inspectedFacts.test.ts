import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { inspectedFacts } from './inspectedFacts';

const hop = (nativeId: string, facts?: Hop['facts']): Hop => ({
  ...{ id: nativeId, type: 'private-link-service', title: nativeId },
  ...{ health: 'ok', nativeId, facts },
});
const surveyed = [
  { label: 'Alias', value: 'parcels.guid', copyable: true },
  { label: 'NAT addresses', value: 'dynamic' },
];
const known = { label: 'NAT addresses', value: '10.1.0.7' };

describe('inspectedFacts', () => {
  it('says what the deep look found out on the exposure itself, and of no other hop', () => {
    const hops = [
      hop('load-balancer', [{ label: 'NAT addresses', value: '10.9.9.9' }]),
      hop('parcels', [known, { label: 'State', value: 'Succeeded' }]),
    ];

    expect(inspectedFacts(surveyed, { nativeId: 'parcels', hops })).toEqual([
      surveyed[0],
      known,
    ]);
  });

  it('says what the survey saw where nobody looked deeper', () => {
    const own = { nativeId: 'parcels', hops: [hop('parcels')] };

    expect(inspectedFacts(surveyed, own)).toEqual(surveyed);
  });
});
