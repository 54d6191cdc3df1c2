import { toFacts } from './toFacts';

describe('toFacts', () => {
  it('keeps the order, spells out, and leaves out what says nothing', () => {
    expect(
      toFacts(
        {
          Alias: 'ledger',
          Ports: ['80', '443'],
          Backends: 0,
          Internal: true,
          Public: false,
          Absent: undefined,
          Empty: '',
          None: [],
        },
        ['Alias'],
      ),
    ).toEqual([
      { label: 'Alias', value: 'ledger', copyable: true },
      { label: 'Ports', value: '80, 443' },
      { label: 'Backends', value: '0' },
      { label: 'Internal', value: 'yes' },
      { label: 'Public', value: 'no' },
    ]);
  });
});
