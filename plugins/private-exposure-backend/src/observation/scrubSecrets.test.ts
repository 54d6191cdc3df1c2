import { NotAllowedError } from '@backstage/errors';
import { scrubError, scrubSecrets } from './scrubSecrets';

describe('scrubSecrets', () => {
  it.each([
    ['key AKIAIOSFODNN7EXAMPLE is bad', 'key [access key] is bad'],
    [
      'GET https://x/?X-Amz-Signature=abcdef&y=1',
      'GET https://x/?X-Amz-Signature=[hidden]&y=1',
    ],
    ['Authorization: Bearer abc.def-ghi', 'Authorization: [authorization]'],
    ['client_secret="p4ss word"', 'client_secret="[hidden]"'],
    ['password: x', 'password: [hidden]'],
    ['the secret=x, then', 'the secret=[hidden], then'],
    ['{"token":"x"}', '{"token":"[hidden]"}'],
    ['{"password":"a\\"b c"}', '{"password":"[hidden]"}'],
    ['body: "{\\"token\\":\\"a b\\"}"', 'body: "{\\"token\\":\\"[hidden]\\"}"'],
    ["db_password='never closed", "db_password='[hidden]'"],
    ['TokenError: token: x', 'TokenError: token: [hidden]'],
    ['InvalidToken: 4bc-9', 'InvalidToken: [hidden]'],
    ['credentials: me/Pa55', 'credentials: [hidden]'],
    ['{"SecretAccessKey":"wJalr/xx"}', '{"SecretAccessKey":"[hidden]"}'],
    [
      'Headers.append: "glpat-abc\n" is an invalid header value.',
      'Headers.append: "[hidden]" is an invalid header value.',
    ],
    ['postgres://me:pw@host/db', 'postgres://[hidden]@host/db'],
    ['https://x.blob/?sv=1&sig=ab%2Fc', 'https://x.blob/?sv=1&sig=[hidden]'],
    [
      'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJl',
      'token [token]',
    ],
  ])('hides what is secret: %s', (text, expected) => {
    expect(scrubSecrets(new Error(text))).toBe(expected);
  });

  it.each([
    'AwsCredentialsError: No credentials for account 999988887777',
    'CredentialsProviderError: Could not load credentials from any providers',
    'InvalidSignatureException: Signature expired',
    'ExpiredToken: The security token included in the request is expired',
    'SignatureDoesNotMatch: The request signature does not match',
    'Survey failed; caused by InvalidClientTokenId: The security token is invalid',
    'not authorized to perform: ec2:Describe',
    'Bad credentials: Could not assume the role',
  ])('leaves what is not: %s', text => {
    expect(scrubSecrets(new Error(text))).toBe(text);
  });

  it('names the kind of error, keeps one line, and ends somewhere', () => {
    const error = new Error(`a\n  b ${'x'.repeat(5000)}`);
    error.name = 'AccessDenied';

    const text = scrubSecrets(error);

    expect(text.startsWith('AccessDenied: a b xxx')).toBe(true);
    expect(text).toHaveLength(1000);
  });
});

describe('scrubError', () => {
  it('keeps what decides the answer, and neither secret nor cause', () => {
    const error = new NotAllowedError('password: x', new Error('token: y'));

    const scrubbed = scrubError(error);

    expect(scrubbed.name).toBe('NotAllowedError');
    expect(`${scrubbed.stack} ${JSON.stringify(scrubbed)}`).not.toMatch(
      /: [xy]/,
    );
    expect(scrubbed).not.toHaveProperty('cause');
  });
});
