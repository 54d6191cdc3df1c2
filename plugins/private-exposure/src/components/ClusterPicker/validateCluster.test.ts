import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { mockApis, TestApiRegistry } from '@backstage/test-utils';
import { validateCluster } from './validateCluster';

const apiHolder = TestApiRegistry.from([
  translationApiRef,
  mockApis.translation(),
]);

function errorsOf(cluster: unknown): string[] {
  const errors: string[] = [];
  const validation = { addError: (message: string) => errors.push(message) };
  validateCluster(cluster, validation, { apiHolder });
  return errors;
}

describe('validateCluster', () => {
  it.each([undefined, '', 'payments-eu', 'A.b_c-1'])('takes %p', cluster => {
    expect(errorsOf(cluster)).toEqual([]);
  });

  it.each(['-a', 'a b', 'a"b', '${a}', 'a\nb', 'x'.repeat(101), 7])(
    'refuses %p, and says what a name is made of',
    cluster => {
      expect(errorsOf(cluster)).toEqual([
        `‘${cluster}’ is not a cluster name: use up to 100 letters, digits, ‘.’, ‘_’ and ‘-’.`,
      ]);
    },
  );
});
