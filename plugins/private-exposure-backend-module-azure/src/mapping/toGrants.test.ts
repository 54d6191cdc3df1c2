import { toGrants } from './toGrants';

describe('toGrants', () => {
  it('lists who sees the service, and who is approved at once', () => {
    expect(toGrants({ visible: ['A', 'b'], autoApproved: ['a', 'c'] })).toEqual(
      [
        { principal: 'a', type: 'subscription', autoApproved: true },
        { principal: 'b', type: 'subscription', autoApproved: false },
      ],
    );
  });

  it('sets those apart who need no approval where everybody may ask', () => {
    expect(toGrants({ visible: ['*'], autoApproved: ['a'] })).toEqual([
      { principal: '*', type: 'everyone', autoApproved: false },
      { principal: 'a', type: 'subscription', autoApproved: true },
    ]);
  });
});
