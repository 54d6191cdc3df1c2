import {
  bool,
  integer,
  listOf,
  queryStructure,
  text,
  timestamp,
} from '../../wire/shapes';
import { tag } from './providerShapes';

/** Wire names of `GetPolicyRequest`. @internal */
export const getPolicyRequest = queryStructure({
  PolicyArn: text,
});

/** Wire names of `Policy`. @internal */
export const policy = queryStructure({
  PolicyName: text,
  PolicyId: text,
  Arn: text,
  Path: text,
  DefaultVersionId: text,
  AttachmentCount: integer,
  PermissionsBoundaryUsageCount: integer,
  IsAttachable: bool,
  Description: text,
  CreateDate: timestamp,
  UpdateDate: timestamp,
  Tags: listOf(tag),
});

/** Wire names of `GetPolicyResponse`. @internal */
export const getPolicyResponse = queryStructure({
  Policy: policy,
});

/** Wire names of `GetPolicyVersionRequest`. @internal */
export const getPolicyVersionRequest = queryStructure({
  PolicyArn: text,
  VersionId: text,
});

/** Wire names of `PolicyVersion`. @internal */
export const policyVersion = queryStructure({
  Document: text,
  VersionId: text,
  IsDefaultVersion: bool,
  CreateDate: timestamp,
});

/** Wire names of `GetPolicyVersionResponse`. @internal */
export const getPolicyVersionResponse = queryStructure({
  PolicyVersion: policyVersion,
});
