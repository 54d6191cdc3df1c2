import { InputError } from '@backstage/errors';
import { Scope as AwsScope } from '../../world';
import { optionalString, stringMap } from '../resources/args';
import { DeploymentTarget } from '../types';
import { Scope } from './evaluate';
import { isMap, Value } from './expression';
import { evaluateTree } from './ModuleScope';
import { TerraformModule } from './readTerraform';

/**
 * The account and region that a block's provider works in. The pipeline's own credentials are those of
 * the target's account; `assume_role` leads to another.
 *
 * @param reference - the block's `provider` argument, for example `${aws.us_east_1}`
 * @throws InputError if there is no such provider, or if it is for other accounts.
 * @internal
 */
export function providerScope(
  module: TerraformModule,
  reference: unknown,
  options: { scope: Scope; target: DeploymentTarget },
): AwsScope {
  const body = findProvider(module, reference);
  const { scope, target } = options;
  const region = body?.region && evaluateTree(body.region, scope);
  const role = roleOf(body?.assume_role, scope);
  const accountId = role?.split(':')[4] ?? target.accountId;
  const allowed = body?.allowed_account_ids
    ? evaluateTree(body.allowed_account_ids, scope)
    : [accountId];
  if (Array.isArray(allowed) && !allowed.includes(accountId)) {
    throw new InputError(
      `AWS account ID not allowed: ${accountId}; the provider is for ${allowed.join()}, and the pipeline has no role there`,
    );
  }
  return {
    region: typeof region === 'string' ? region : target.region,
    accountId,
  };
}

/**
 * Where the pipeline's provider of Azure works: a subscription and a location in the place of account and region.
 * @throws InputError if the repository's pipeline has none.
 * @internal
 */
export function azureScope({ azure }: DeploymentTarget): AwsScope {
  if (!azure) {
    throw new InputError("The repository's pipeline has no Azure subscription");
  }
  return { accountId: azure.subscriptionId, region: azure.location };
}

/**
 * The tags that a block's provider gives to everything that it makes (`default_tags`).
 * @throws InputError if there is no such provider.
 * @internal
 */
export function providerTags(
  module: TerraformModule,
  reference: unknown,
  scope: Scope,
): Record<string, string> {
  const body = findProvider(module, reference);
  const value = evaluateTree(body?.default_tags ?? {}, scope);
  const block = Array.isArray(value) ? value[0] : value;
  return isMap(block) ? stringMap(block, 'tags') : {};
}

function findProvider(module: TerraformModule, reference: unknown) {
  const alias = readAlias(reference);
  const body = module.providers.find(provider => provider.alias === alias);
  if (!body && alias !== undefined) {
    throw new InputError(`There is no provider 'aws.${alias}'`);
  }
  return body;
}

function readAlias(reference: unknown): string | undefined {
  if (typeof reference !== 'string') {
    return undefined;
  }
  return reference.replace(/^\$\{|\}$/g, '').split('.')[1];
}

function roleOf(assumeRole: unknown, scope: Scope): string | undefined {
  if (assumeRole === undefined) {
    return undefined;
  }
  const value: Value = evaluateTree(assumeRole, scope);
  const block = Array.isArray(value) ? value[0] : value;
  return isMap(block) ? optionalString(block, 'role_arn') : undefined;
}
