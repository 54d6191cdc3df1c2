import { parse } from 'yaml';
import {
  readTerraformForEdit,
  removeTerraformBlocks,
} from '../edit/editTerraform';
import { UnsafeEditError } from '../errors';
import { HclBlockNode } from '../hcl/readHcl';
import { hclAddress } from '../hcl/values';
import { WithdrawIntent } from '../intents/withdraw';
import { toLogicalId } from './cloudFormationExposure';
import { toLabel } from './terraformExposure';

function refersTo(block: HclBlockNode, address: string): boolean {
  const tokens = block.attributes.flatMap(attribute => attribute.tokens);
  const source = tokens.map(({ text }) => text).join('');
  return source.includes(`${address}.`);
}

/** Addresses of the endpoint service, of what belongs to it, and of the look-up of its load balancer. */
function addressesOf(
  blocks: HclBlockNode[],
  label: string,
  grantsOnly: boolean,
): Set<string> {
  const service = `aws_vpc_endpoint_service.${label}`;
  const dependants = blocks.filter(block => refersTo(block, service));
  const isGrant = (block: HclBlockNode) =>
    block.labels[0] === 'aws_vpc_endpoint_service_allowed_principal';
  if (grantsOnly) return new Set(dependants.filter(isGrant).map(hclAddress));
  return new Set([
    service,
    `data.aws_lb.${label}`,
    ...dependants.map(hclAddress),
  ]);
}

function verifyRemoval(path: string, after: string, expected: string[]): void {
  const found = readTerraformForEdit(path, after).blocks.map(hclAddress);
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new UnsafeEditError({
      path,
      message:
        'the blocks can’t be removed without touching others; remove them by hand',
    });
  }
}

function withdrawTerraform(
  text: string,
  intent: WithdrawIntent,
  grantsOnly: boolean,
): string | undefined {
  const { path } = intent.infrastructure;
  const { blocks } = readTerraformForEdit(path, text);
  const label = toLabel(intent.endpointService.name);
  const doomed = addressesOf(blocks, label, grantsOnly);
  const foreign = blocks.find(
    block =>
      doomed.has(hclAddress(block)) &&
      !/^(data\.aws_lb|aws_vpc_endpoint_(service|connection))/.test(
        hclAddress(block),
      ),
  );
  if (foreign) {
    throw new UnsafeEditError({
      path,
      line: foreign.line,
      message: `${hclAddress(
        foreign,
      )} uses the endpoint service; take it away by hand first`,
    });
  }
  const after = removeTerraformBlocks({
    path,
    text,
    isRemoved: address => doomed.has(address),
  });
  verifyRemoval(
    path,
    after,
    blocks.map(hclAddress).filter(address => !doomed.has(address)),
  );
  return after.trim() === '' ? undefined : after;
}

// A template of our own has one exposure: it goes as a whole. Anything else is for people.
function withdrawCloudFormation(
  text: string,
  intent: WithdrawIntent,
  grantsOnly: boolean,
): undefined {
  const { path } = intent.infrastructure;
  const id = toLogicalId(intent.endpointService.name);
  const template: unknown = parse(text, { logLevel: 'silent' });
  const resources: unknown =
    typeof template === 'object' && template !== null && 'Resources' in template
      ? template.Resources
      : {};
  const names =
    typeof resources === 'object' && resources !== null
      ? Object.keys(resources)
      : [];
  const ours = new Set([
    `${id}Service`,
    `${id}Permissions`,
    `${id}Notification`,
  ]);
  if (grantsOnly || names.length === 0 || names.some(name => !ours.has(name))) {
    throw new UnsafeEditError({
      path,
      message: grantsOnly
        ? `grants of a CloudFormation template can't be removed by this package; remove ${id}Permissions by hand`
        : `the template has other resources too; remove ${[...ours].join(
            ', ',
          )} by hand`,
    });
  }
  return undefined;
}

/**
 * Removes an endpoint service, or its grants alone, from infrastructure code.
 *
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function withdrawInfrastructure(
  text: string,
  intent: WithdrawIntent,
  options: { grantsOnly: boolean },
): string | undefined {
  return intent.infrastructure.format === 'terraform'
    ? withdrawTerraform(text, intent, options.grantsOnly)
    : withdrawCloudFormation(text, intent, options.grantsOnly);
}
