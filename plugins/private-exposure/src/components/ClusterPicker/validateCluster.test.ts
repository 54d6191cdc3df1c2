import { validateCluster } from './validateCluster';

function errorsOf(cluster: unknown): string[] {
  const errors: string[] = [];
  validateCluster(cluster, { addError: message => errors.push(message) });
  return errors;
}

describe('validateCluster', () => {
  it.each([undefined, '', 'payments-eu', 'A.b_c-1'])('takes %p', cluster => {
    expect(errorsOf(cluster)).toEqual([]);
  });

  it.each(['-a', 'a b', 'a"b', '${a}', 'a\nb', 'x'.repeat(101), 7])(
    'refuses %p',
    cluster => {
      expect(errorsOf(cluster)).toEqual([
        expect.stringContaining('is not a cluster name'),
      ]);
    },
  );
});
