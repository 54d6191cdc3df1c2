import {
  readTerraformForEdit,
  removeTerraformBlocks,
} from '../edit/editTerraform';
import { YamlText } from '../edit/YamlText';
import { InvalidIntentError, UnsafeEditError } from '../errors';
import { HclBlockNode } from '../hcl/readHcl';
import { hclAddress } from '../hcl/values';
import { WithdrawIntent } from '../intents/withdraw';
import { toLogicalId } from './cloudFormationExposure';
import { refersTo } from './refersTo';
import { toLabel } from './terraformExposure';
import { withdrawCloudFormation } from './withdrawCloudFormation';

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

// A file without any endpoint service has the step behind it; one with others may be meant under another name.
function refuseUnknownLabel(
  path: string,
  blocks: HclBlockNode[],
  label: string,
): void {
  const labels = blocks.flatMap(({ type, labels: [kind, name] }) =>
    type === 'resource' && kind === 'aws_vpc_endpoint_service' ? [name] : [],
  );
  if (labels.length === 0 || labels.includes(label)) return;
  throw new InvalidIntentError({
    field: 'endpointService.name',
    message: `names none of the endpoint services in ${path}, which are ${labels
      .map(name => `'${name.replaceAll('_', '-')}'`)
      .join(', ')}`,
  });
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
  refuseUnknownLabel(path, blocks, label);
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

/**
 * Whether infrastructure code still has the endpoint service of a withdrawal.
 *
 * @throws {@link UnsafeEditError} where it can't be read.
 * @internal
 */
export function declaresEndpointService(
  text: string,
  { infrastructure, endpointService }: WithdrawIntent,
): boolean {
  const { path, format } = infrastructure;
  const { name } = endpointService;
  if (format === 'cloudformation') {
    const [template] = YamlText.parse(path, text).documents;
    const id = `${toLogicalId(name)}Service`;
    return template?.hasIn(['Resources', id]) ?? false;
  }
  const address = `aws_vpc_endpoint_service.${toLabel(name)}`;
  return readTerraformForEdit(path, text).blocks.some(
    block => hclAddress(block) === address,
  );
}
