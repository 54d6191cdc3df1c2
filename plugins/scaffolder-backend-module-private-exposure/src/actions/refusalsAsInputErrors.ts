import { InputError, isError } from '@backstage/errors';
import type { IntentIssue } from '@postern/backstage-plugin-private-exposure-manifests';

/** What an action calls the fields of an intent: pattern and replacement. @internal */
export type FieldNames = readonly (readonly [RegExp, string])[];

/** Names that the actions' input gives to fields of an intent. */
const inputFields: FieldNames = [
  [/^securityGroup\.ports/, 'ports'],
  [/^securityGroup\.sources(\[\d+\])(\.cidr)?/, 'clientCidrs$1'],
  [/^securityGroup\.sources/, 'clientCidrs'],
  [/^privateDns\.enabled/, 'privateDns'],
  [
    /^endpointService\.grants(\[\d+\])\.principal/,
    'endpointService.principals$1',
  ],
  [/^endpointService\.grants/, 'endpointService.principals'],
  [/^endpointService\.privateDns(\.name)?/, 'endpointService.privateDnsName'],
  [
    /^endpointService\.notification\.topicArn/,
    'endpointService.notificationTopicArn',
  ],
];

/**
 * Runs a step, and turns what the manifests package refused into an `InputError` that names the action's field or the
 * file. Any other error passes as it is.
 *
 * @param fields - The action's own names for fields, besides those that all actions share.
 * @remarks Checked by name: two copies of the package may be installed.
 *
 * @internal
 */
export async function refusalsAsInputErrors<T>(
  step: () => Promise<T>,
  fields: FieldNames = [],
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!isError(error)) throw error;
    switch (error.name) {
      case 'InvalidIntentError': {
        const issues = error.issues as readonly IntentIssue[];
        throw new InputError(
          issues
            .map(issue => describeIssue(issue, [...inputFields, ...fields]))
            .join('; '),
        );
      }
      case 'UnsafeEditError':
      case 'HclSyntaxError':
        throw new InputError(error.message);
      default:
        throw error;
    }
  }
}

function describeIssue(
  { field, message }: IntentIssue,
  fields: FieldNames,
): string {
  const inputField = fields.reduce(
    (name, [pattern, replacement]) => name.replace(pattern, replacement),
    field,
  );
  return `${inputField}: ${message}`;
}
