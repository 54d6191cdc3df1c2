import { readClusterOptions } from './clusterOptions';

describe('readClusterOptions', () => {
  it('takes names and profiles from ui:options, before the enum', () => {
    const options = readClusterOptions({
      uiOptions: {
        clusters: [
          'platform-eu',
          { name: 'payments-eu', title: 'Payments', region: 'eu-west-1' },
        ],
      },
      schema: { enum: ['other'] },
    });

    expect(options).toEqual([
      { name: 'platform-eu' },
      { name: 'payments-eu', title: 'Payments' },
    ]);
  });

  it('falls back to the enum and its names', () => {
    const schema = { enum: ['a', 'b'], enumNames: ['Cluster A'] };

    expect(readClusterOptions({ schema })).toEqual([
      { name: 'a', title: 'Cluster A' },
      { name: 'b' },
    ]);
  });

  it('leaves out what is no cluster', () => {
    const uiOptions = { clusters: [7, null, { title: 'No name' }, 'ok'] };

    expect(readClusterOptions({ uiOptions })).toEqual([{ name: 'ok' }]);
    expect(readClusterOptions({ uiOptions: { clusters: 'ok' } })).toEqual([]);
  });
});
