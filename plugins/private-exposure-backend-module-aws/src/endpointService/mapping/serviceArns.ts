import { InputError } from '@backstage/errors';
import { parseArn } from '../../mapping/arns';
import type { AwsScope } from '../../scopes';

const PREFIX = 'vpc-endpoint-service/';

/**
 * The ARN of an endpoint service. EC2 does not send it: it is `vpc-endpoint-service/<id>`, as in the Service
 * Authorization Reference.
 *
 * @internal
 */
export function toServiceArn(scope: AwsScope, serviceId: string): string {
  const { partition, region, accountId } = scope;
  return `arn:${partition}:ec2:${region}:${accountId}:${PREFIX}${serviceId}`;
}

/**
 * The id of an endpoint service, out of its ARN.
 *
 * @throws InputError if the ARN is none, or is not of the scope.
 * @internal
 */
export function toServiceId(scope: AwsScope, arn: string): string {
  const serviceId = arn.slice(arn.lastIndexOf('/') + 1);
  if (!serviceId || toServiceArn(scope, serviceId) !== arn) {
    throw new InputError(
      `'${arn}' does not name an endpoint service of scope '${scope.id}'`,
    );
  }
  return serviceId;
}

/**
 * Where the endpoint service of an ARN is; `undefined` if the ARN names none. For what is computed from stored rows, which
 * outlive the configuration.
 *
 * @internal
 */
export function parseServiceArn(
  arn: string,
): { partition: string; region: string; serviceId: string } | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== 'ec2') return undefined;
  const { partition, region, accountId, resource } = parts;
  const serviceId = resource.slice(PREFIX.length);
  if (!resource.startsWith(PREFIX) || !/^[\w-]+$/.test(serviceId)) {
    return undefined;
  }
  return region && accountId ? { partition, region, serviceId } : undefined;
}
