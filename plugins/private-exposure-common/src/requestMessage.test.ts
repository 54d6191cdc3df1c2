import { readRequestId, toRequestMessage } from './requestMessage';

const id = '3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';

describe('request messages', () => {
  it('carry their id there and back, within what Azure takes', () => {
    const message = toRequestMessage(id);

    expect(readRequestId(message)).toBe(id);
    expect(message.length).toBeLessThanOrEqual(140);
  });

  it.each([
    'Please approve',
    id,
    `${toRequestMessage(id)} and more`,
    ` ${toRequestMessage(id)}`,
    toRequestMessage(id).toUpperCase(),
    'Private exposure request 1',
    '',
  ])('of others have none: %j', message => {
    expect(readRequestId(message)).toBeUndefined();
  });

  it.each(['', '1', `${id}\n`, id.replace('-4', '-1')])(
    'are not made of %j',
    requestId => {
      expect(() => toRequestMessage(requestId)).toThrow(RangeError);
    },
  );
});
