import { scrubSecrets } from './scrubSecrets';

describe('scrubSecrets', () => {
  it.each([
    ['key AKIAIOSFODNN7EXAMPLE is bad', 'key [access key] is bad'],
    [
      'GET https://x/?X-Amz-Signature=abcdef&y=1',
      'GET https://x/?X-Amz-Signature=[hidden]&y=1',
    ],
    ['Authorization: Bearer abc.def-ghi', 'Authorization: [authorization]'],
    ['client_secret="p4ss word"', 'client_secret="[hidden] word"'],
    ['{"SecretAccessKey":"wJalr/xx"}', '{"SecretAccessKey":"[hidden]"}'],
    ['postgres://me:pw@host/db', 'postgres://[hidden]@host/db'],
    ['https://x.blob/?sv=1&sig=ab%2Fc', 'https://x.blob/?sv=1&sig=[hidden]'],
    [
      'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJl',
      'token [token]',
    ],
    [
      'not authorized to perform: ec2:Describe',
      'not authorized to perform: ec2:Describe',
    ],
  ])('turns "%s" into "%s"', (text, expected) => {
    expect(scrubSecrets(new Error(text))).toBe(expected);
  });

  it('names the kind of error, keeps one line, and ends somewhere', () => {
    const error = new Error(`a\n  b ${'x'.repeat(5000)}`);
    error.name = 'AccessDenied';

    const text = scrubSecrets(error);

    expect(text.startsWith('AccessDenied: a b xxx')).toBe(true);
    expect(text).toHaveLength(1000);
  });
});
