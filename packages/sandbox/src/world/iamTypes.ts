import { ScopedRecord } from './types';

/** An OpenID Connect provider of IAM; `id` is its ARN. @public */
export interface IdentityProvider extends ScopedRecord {
  /** Without `https://`, as IAM keeps it. */
  url: string;
  /** The audiences. */
  clientIds: string[];
  thumbprints: string[];
}

/** A role as IAM describes it; `id` is its ARN. @public */
export interface IamRole extends ScopedRecord {
  /** `AROA…` */
  roleId: string;
  name: string;
  path: string;
  description: string;
  /** The trust policy, as JSON text. */
  trustPolicy: string;
  maxSessionSeconds: number;
  permissionsBoundaryArn?: string;
  attachedPolicyArns: Set<string>;
  /** JSON texts by name. */
  inlinePolicies: Map<string, string>;
}

/** A version of a policy. @public */
export interface PolicyVersion {
  /** `v1`, `v2`, … */
  versionId: string;
  /** JSON text. */
  document: string;
  createdAt: number;
}

/** A customer managed policy; `id` is its ARN. @public */
export interface IamPolicy extends ScopedRecord {
  /** `ANPA…` */
  policyId: string;
  name: string;
  path: string;
  description: string;
  defaultVersionId: string;
  versions: PolicyVersion[];
  updatedAt: number;
}
