import { InputError, isError } from '@backstage/errors';
import type { IntentIssue } from '@postern/backstage-plugin-private-exposure-manifests';

/** Names that the actions' input gives to fields of an intent. */
const inputFields: [RegExp, string][] = [
  [/^securityGroup\.ports/, 'ports'],
  [/^securityGroup\.sources(\[\d+\])(\.cidr)?/, 'clientCidrs$1'],
  [/^securityGroup\.sources/, 'clientCidrs'],
  [/^privateDns\.enabled/, 'privateDns'],
  [
    /^endpointService\.grants(\[\d+\])\.principal/,
    'endpointService.principals$1',
  ],
  [/^endpointService\.grants/, 'endpointService.principals'],
  [/^endpointService\.privateDns\.name/, 'endpointService.privateDnsName'],
  [
    /^endpointService\.notification\.topicArn/,
    'endpointService.notificationTopicArn',
  ],
];

/**
 * Runs a step, and turns what the manifests package refused into an `InputError` that names the action's field or the
 * file. Any other error passes as it is.
 *
 * @remarks Checked by name: two copies of the package may be installed.
 *
 * @internal
 */
export async function refusalsAsInputErrors<T>(
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!isError(error)) throw error;
    switch (error.name) {
      case 'InvalidIntentError': {
        const issues = error.issues as readonly IntentIssue[];
        throw new InputError(issues.map(describeIssue).join('; '));
      }
      case 'UnsafeEditError':
      case 'HclSyntaxError':
        throw new InputError(error.message);
      default:
        throw error;
    }
  }
}

function describeIssue({ field, message }: IntentIssue): string {
  const inputField = inputFields.reduce(
    (name, [pattern, replacement]) => name.replace(pattern, replacement),
    field,
  );
  return `${inputField}: ${message}`;
}
