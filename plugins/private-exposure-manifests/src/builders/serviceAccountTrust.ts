import { PolicyCondition } from './policyStatement';

/** For whom a cluster's tokens are. @internal */
export const AUDIENCE = 'sts.amazonaws.com';

/** A service account of a cluster, as tokens of the cluster name it. @internal */
export interface TrustedServiceAccount {
  /** The cluster's issuer, with `https://`. */
  issuer: string;
  serviceAccount: { name: string; namespace: string };
}

/** An issuer as claims and identity providers name it. @internal */
export function identityProviderOf(issuer: string): string {
  return issuer.replace('https://', '');
}

/**
 * The claims that a token must have: meant for AWS, and of the one service account.
 *
 * @remarks https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 *
 * @internal
 */
export function serviceAccountConditions({
  issuer,
  serviceAccount: { name, namespace },
}: TrustedServiceAccount): PolicyCondition[] {
  const claim = (key: string, value: string) => ({
    test: 'StringEquals',
    variable: `${identityProviderOf(issuer)}:${key}`,
    values: [value],
  });
  return [
    claim('aud', AUDIENCE),
    claim('sub', `system:serviceaccount:${namespace}:${name}`),
  ];
}
