import { codeMarkdown as code } from './escapeMarkdown';

/**
 * Versions of the provider hashicorp/aws from which on it knows what is written; the newest of those that a change needs
 * counts.
 *
 * @remarks
 * The provider's changelog and its pull requests 40239 (VPC origins), 40731 (log delivery) and 37255 (an identity
 * provider without a thumbprint). Which version first takes the policies `TLSv1.3_2025` and `TLSv1.2_2025` is not
 * confirmed: it compares with its AWS SDK, whose service/cloudfront has them from 1.51.0 and 1.55.0 on (its changelog).
 *
 * @internal
 */
export const awsProviderVersions = {
  /** `aws_iam_openid_connect_provider` without `thumbprint_list`. */
  identityProvider: '5.82.0',
  /** `aws_cloudfront_vpc_origin`. */
  vpcOrigin: '5.82.0',
  /** `aws_cloudwatch_log_delivery` and what it delivers from and to. */
  logDelivery: '5.83.0',
} as const;

/** What a module must have for the Terraform of a change to be understood. @internal */
export function providerCheck(
  ...needs: readonly (keyof typeof awsProviderVersions)[]
): string {
  const versions = needs.map(need => awsProviderVersions[need]).sort();
  return `The module takes the provider ${code('hashicorp/aws')} in version ${
    versions.at(-1) ?? ''
  } or newer; earlier ones don’t know all that is written here.`;
}
