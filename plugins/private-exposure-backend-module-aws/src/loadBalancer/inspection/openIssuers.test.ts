import {
  issuersForAnyAudience,
  openIssuers,
  trustedSubjects,
} from './openIssuers';

const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/1';

const policy = (
  condition: object | undefined,
  changes: Record<string, unknown> = {},
) =>
  encodeURIComponent(
    JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: {
          Federated: `arn:aws:iam::222233334444:oidc-provider/${ISSUER}`,
        },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: condition,
        ...changes,
      },
    }),
  );
const sub = (value: string | string[]) => ({ [`${ISSUER}:sub`]: value });
const one = 'system:serviceaccount:kube-system:lbc';

describe('openIssuers', () => {
  it.each<{ name: string; condition: object | undefined }>([
    { name: 'no condition', condition: undefined },
    {
      name: 'a condition on the audience alone',
      condition: { StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com' } },
    },
    {
      name: 'a wildcard for the namespace',
      condition: { StringLike: sub('system:serviceaccount:*:lbc') },
    },
    {
      name: 'a wildcard for everything',
      condition: { StringLike: sub('system:serviceaccount:*') },
    },
    {
      name: 'a wildcard beside a single service account',
      condition: { StringLike: sub([one, 'system:serviceaccount:x:*']) },
    },
    {
      name: 'a condition that a token without a subject meets',
      condition: { StringEqualsIfExists: sub(one) },
    },
    {
      name: 'a condition that only rules one out',
      condition: { StringNotEquals: sub(one) },
    },
  ])('names the issuer where there is $name', ({ condition }) => {
    expect(openIssuers(policy(condition))).toEqual([ISSUER]);
  });

  it.each<{ name: string; document: string | undefined }>([
    {
      name: 'one service account',
      document: policy({ StringEquals: sub(one) }),
    },
    {
      name: 'several service accounts',
      document: policy({ StringEquals: sub([one, `${one}-2`]) }),
    },
    {
      name: 'one, by a condition that reads wildcards',
      document: policy({ StringLike: sub(one) }),
    },
    {
      name: 'nobody: it is denied',
      document: policy(undefined, { Effect: 'Deny' }),
    },
    {
      name: 'a service of AWS',
      document: policy(undefined, {
        Principal: { Service: 'ec2.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    },
    { name: 'nobody: there is no policy', document: undefined },
  ])('names none where it is for $name', ({ document }) => {
    expect(openIssuers(document)).toEqual([]);
  });
});

describe('issuersForAnyAudience', () => {
  const aud = (value: string) => ({ [`${ISSUER}:aud`]: value });

  it.each<{ name: string; condition: object; expected: string[] }>([
    {
      name: 'a condition on the audience',
      condition: { StringEquals: { ...sub(one), ...aud('sts.amazonaws.com') } },
      expected: [],
    },
    {
      name: 'none on the audience',
      condition: { StringEquals: sub(one) },
      expected: [ISSUER],
    },
    {
      name: 'a condition that a token without an audience meets',
      condition: { StringEqualsIfExists: aud('sts.amazonaws.com') },
      expected: [ISSUER],
    },
    {
      name: 'a wildcard',
      condition: { StringLike: aud('*') },
      expected: [ISSUER],
    },
  ])('reads $name', ({ condition, expected }) => {
    expect(issuersForAnyAudience(policy(condition))).toEqual(expected);
  });
});

describe('trustedSubjects', () => {
  it('names the service accounts', () => {
    const document = policy({ StringEquals: sub([one, `${one}-2`]) });

    expect(trustedSubjects(document)).toEqual([one, `${one}-2`]);
    expect(trustedSubjects(undefined)).toEqual([]);
  });
});
