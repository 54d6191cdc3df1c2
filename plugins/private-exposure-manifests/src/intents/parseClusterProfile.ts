import { z } from 'zod';
import { InvalidIntentError } from '../errors';
import {
  AnyClusterProfile,
  anyClusterProfileSchema,
} from './anyClusterProfile';
import { parseIntent } from './parseIntent';

/** Where a configuration is flatter than the profile, or calls a field by another name. */
const KEY_OF_FIELD: Record<string, string> = {
  'controller.type': 'controller',
  'controller.version': 'version',
  'controller.webhook': 'webhook',
  account: 'accountId',
  subscription: 'subscriptionId',
  vpc: 'vpcId',
};

const entrySchema = z
  .object({
    controller: z.unknown(),
    version: z.unknown(),
    webhook: z.unknown(),
    accountId: z.unknown(),
    subscriptionId: z.unknown(),
    vpcId: z.unknown(),
    securityGroups: z.unknown(),
  })
  .passthrough();

/** What is left out is not there, which is another thing than being there without a value. */
const withoutMissing = (fields: { [field: string]: unknown }) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );

/**
 * Reads a cluster profile as configurations write it: one entry of `privateExposure.clusters`, with the controller's
 * type and version beside the other fields.
 *
 * @throws {@link InvalidIntentError} naming the keys as the configuration has them.
 *
 * @public
 */
export function parseClusterProfile(
  name: string,
  entry: unknown,
): AnyClusterProfile {
  const read = entrySchema.safeParse(entry);
  if (!read.success) {
    throw new InvalidIntentError({
      field: name,
      message: 'must be a table of settings',
    });
  }
  const {
    controller: type,
    version,
    webhook,
    accountId: account,
    subscriptionId: subscription,
    vpcId: vpc,
    securityGroups: groups,
    ...others
  } = read.data;
  const securityGroups = Array.isArray(groups)
    ? groups.map((id: unknown) => ({ id }))
    : groups;
  const isAzure = others.cloud === 'azure';
  const controller = withoutMissing({
    type: type ?? (isAzure ? 'cloud-provider-azure' : undefined),
    version,
    webhook,
  });
  const profile = withoutMissing({
    ...others,
    name,
    controller,
    account,
    subscription,
    vpc,
    securityGroups,
  });
  try {
    return parseIntent(anyClusterProfileSchema, profile);
  } catch (error) {
    if (!(error instanceof InvalidIntentError)) throw error;
    const [first, ...rest] = error.issues.map(({ field, message }) => ({
      field:
        KEY_OF_FIELD[field] ??
        field.replace(/^(securityGroups\[\d+\])\.id$/, '$1'),
      message,
    }));
    throw new InvalidIntentError(first, ...rest);
  }
}
