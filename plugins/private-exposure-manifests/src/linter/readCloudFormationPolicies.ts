import { isManifestMap, SourceDocument } from '../read/SourceDocument';
import { readIamStatements } from './readIamStatements';
import { IamPolicyTarget } from './targets';

const TYPES = new Set([
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
]);

/** The policy documents in a resource's properties. */
function documentsOf(properties: unknown): unknown[] {
  if (!isManifestMap(properties)) return [];
  const { AssumeRolePolicyDocument, PolicyDocument, Policies } = properties;
  const inline = Array.isArray(Policies) ? (Policies as unknown[]) : [];
  return [
    AssumeRolePolicyDocument,
    PolicyDocument,
    ...inline.map(policy =>
      isManifestMap(policy) ? policy.PolicyDocument : undefined,
    ),
  ];
}

/** Reads the IAM policies of a CloudFormation template; none where a document is none. @internal */
export function readCloudFormationPolicies(
  document: SourceDocument,
  path: string,
): IamPolicyTarget[] {
  const resources = document.valueAt(document.value, 'Resources');
  if (!isManifestMap(resources)) return [];
  return Object.entries(resources).flatMap(([name, resource]) => {
    const type = document.valueAt(resource, 'Type');
    if (typeof type !== 'string' || !TYPES.has(type)) return [];
    const properties = document.valueAt(resource, 'Properties');
    return documentsOf(properties).flatMap((policy): IamPolicyTarget[] => {
      if (!isManifestMap(policy)) return [];
      const place = document.placeOfKey(policy, 'Statement');
      return [
        {
          type: 'iam-policy',
          path,
          value: name,
          ...document.placeOfKey(resources, name),
          statements: readIamStatements(policy, statement =>
            'Effect' in statement
              ? document.placeOfKey(statement, 'Effect')
              : place,
          ),
        },
      ];
    });
  });
}
