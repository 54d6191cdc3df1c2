import { NotAllowedError } from '@backstage/errors';
import { responseError } from '../__testUtils__/responseError';
import { readApiFailure } from './apiFailure';

describe('readApiFailure', () => {
  it.each([
    [401, 'AuthenticationError', 'forbidden'],
    [403, 'NotAllowedError', 'forbidden'],
    [409, 'ConflictError', 'conflict'],
    [400, 'InputError', 'invalid'],
    [404, 'NotFoundError', 'invalid'],
    [429, 'TooManyRequests', 'too-soon'],
    [503, 'ServiceUnavailableError', 'other'],
  ])(
    'reads %i %s as %s, with the words of the backend',
    async (status, name, type) => {
      const error = await responseError(status, name, 'Because of something');

      expect(readApiFailure(error)).toEqual({
        type,
        message: 'Because of something',
      });
    },
  );

  it('reads errors that did not come over HTTP', () => {
    expect(readApiFailure(new NotAllowedError('No'))).toEqual({
      type: 'forbidden',
      message: 'No',
    });
    expect(readApiFailure(new TypeError('Failed to fetch'))).toEqual({
      type: 'other',
      message: 'Failed to fetch',
    });
    expect(readApiFailure('odd')).toEqual({ type: 'other', message: 'odd' });
  });
});
