import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareWithExceptions } from './compareWithExceptions.mjs';

const finding = {
  checker: 'checkov',
  check: 'CKV_AWS_68',
  language: 'terraform',
  path: 'examples/a/infra/main.tf',
  resource: 'aws_cloudfront_distribution.shop',
  message: 'Has no WAF',
};
const exception = {
  checker: 'checkov',
  check: 'CKV_AWS_68',
  language: 'terraform',
  reason: 'The user named a web ACL of their own.',
};

describe('compareWithExceptions', () => {
  it('tells of a finding that nobody has explained', () => {
    assert.deepEqual(compareWithExceptions([finding], []), {
      unexplained: [finding],
      unused: [],
    });
  });

  it('accepts a finding with its reason', () => {
    assert.deepEqual(compareWithExceptions([finding], [exception]), {
      unexplained: [],
      unused: [],
    });
  });

  for (const other of [
    { check: 'CKV_AWS_86' },
    { checker: 'trivy' },
    { language: 'cloudformation' },
    { resource: 'aws_lb' },
  ]) {
    it(`does not take an exception with ${JSON.stringify(
      other,
    )} for the finding's`, () => {
      const wrong = { ...exception, ...other };
      assert.deepEqual(compareWithExceptions([finding], [wrong]), {
        unexplained: [finding],
        unused: [wrong],
      });
    });
  }

  it('takes a part of the resource as a whole', () => {
    const { unused } = compareWithExceptions(
      [finding],
      [
        { ...exception, resource: 'aws_cloudfront_distribution' },
        { ...exception, resource: 'aws_cloudfront' },
      ],
    );
    assert.deepEqual(
      unused.map(({ resource }) => resource),
      ['aws_cloudfront'],
    );
  });

  it('wants a reason', () => {
    assert.throws(
      () => compareWithExceptions([], [{ ...exception, reason: ' ' }]),
      /checkov CKV_AWS_68 has no reason/,
    );
  });
});
