import { toTagList } from '../ec2/tags';
import { Operation, operation } from '../server/Operation';
import { required } from '../server/required';
import { encodeDocument } from './iamDocuments';
import * as shapes from './shapes/policyShapes';

const CODE = 'ValidationError';

const get = operation(
  'GetPolicy',
  { input: shapes.getPolicyRequest, output: shapes.getPolicyResponse },
  ({ world, scope }, input) => {
    const arn = required(input.PolicyArn, 'PolicyArn', CODE);
    const policy = world.policies.get(scope.accountId, arn);
    return {
      Policy: {
        PolicyName: policy.name,
        PolicyId: policy.policyId,
        Arn: policy.id,
        Path: policy.path,
        DefaultVersionId: policy.defaultVersionId,
        AttachmentCount: world.policies.countAttachments(policy.id),
        PermissionsBoundaryUsageCount: 0,
        IsAttachable: true,
        Description: policy.description,
        CreateDate: new Date(policy.createdAt),
        UpdateDate: new Date(policy.updatedAt),
        Tags: toTagList(policy.tags),
      },
    };
  },
);

const getVersion = operation(
  'GetPolicyVersion',
  {
    input: shapes.getPolicyVersionRequest,
    output: shapes.getPolicyVersionResponse,
  },
  ({ world, scope }, input) => {
    const arn = required(input.PolicyArn, 'PolicyArn', CODE);
    const { defaultVersionId } = world.policies.get(scope.accountId, arn);
    const version = world.policies.getVersion(
      scope.accountId,
      arn,
      required(input.VersionId, 'VersionId', CODE),
    );
    return {
      PolicyVersion: {
        Document: encodeDocument(version.document),
        VersionId: version.versionId,
        IsDefaultVersion: version.versionId === defaultVersionId,
        CreateDate: new Date(version.createdAt),
      },
    };
  },
);

/** Managed policies. @internal */
export const policyOperations: Operation[] = [get, getVersion];
