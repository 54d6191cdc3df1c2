import { readBicepForEdit, removeBicepResources } from '../edit/editBicep';
import {
  readTerraformForEdit,
  removeTerraformBlocks,
} from '../edit/editTerraform';
import { UnsafeEditError } from '../errors';
import { HclBlockNode } from '../hcl/readHcl';
import { hclAddress } from '../hcl/values';
import { AzureWithdrawIntent } from '../intents/azureWithdraw';
import { toSymbol } from './azureResourceNames';
import { toLabel } from './terraformExposure';

type FrontDoor = NonNullable<AzureWithdrawIntent['frontDoor']>;

const PARTS = /^azurerm_cdn_frontdoor_/;

function tokensOf(block: HclBlockNode): string[] {
  const source = block.attributes.map(({ tokens }) =>
    tokens.map(({ text }) => text).join(''),
  );
  return [...source, ...block.blocks.flatMap(tokensOf)];
}

function refuseForeign(
  path: string,
  { name, line }: { name: string; line: number },
): never {
  throw new UnsafeEditError({
    path,
    line,
    message: `${name} uses the Front Door; take it away by hand first`,
  });
}

function withdrawTerraform(path: string, text: string, name: string): string {
  const label = toLabel(name);
  const { blocks } = readTerraformForEdit(path, text);
  const doomed = new Set(
    blocks
      .filter(
        ({ labels }) => PARTS.test(labels[0] ?? '') && labels[1] === label,
      )
      .map(hclAddress),
  );
  const foreign = blocks.find(
    block =>
      !doomed.has(hclAddress(block)) &&
      tokensOf(block).some(source =>
        [...doomed].some(address => source.includes(`${address}.`)),
      ),
  );
  if (foreign)
    refuseForeign(path, { name: hclAddress(foreign), line: foreign.line });
  return removeTerraformBlocks({
    ...{ path, text },
    isRemoved: address => doomed.has(address),
  });
}

function withdrawBicep(path: string, text: string, name: string): string {
  const statements = readBicepForEdit(path, text);
  const prefix = toSymbol(name, '');
  const isDoomed = (symbol: string) =>
    symbol.startsWith(prefix) &&
    statements.some(
      each =>
        each.symbol === symbol &&
        /^Microsoft\.(Cdn\/profiles|Network\/FrontDoorWeb)/.test(
          each.type ?? '',
        ),
    );
  const foreign = statements.find(
    ({ symbol, tokens }) =>
      !isDoomed(symbol) &&
      tokens.some(
        token =>
          (token.kind === 'identifier' && isDoomed(token.text)) ||
          (token.kind === 'template' && token.text.includes(prefix)),
      ),
  );
  if (foreign)
    refuseForeign(path, { name: foreign.symbol, line: foreign.line });
  return removeBicepResources({ path, text, isRemoved: isDoomed });
}

/**
 * Removes a Front Door and its firewall from infrastructure code.
 *
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError} where something else uses it.
 * @internal
 */
export function withdrawFrontDoor(
  text: string,
  { name, infrastructure: { path, format } }: FrontDoor,
): string | undefined {
  const withdraw = format === 'terraform' ? withdrawTerraform : withdrawBicep;
  const after = withdraw(path, text, name);
  return after.trim() === '' ? undefined : after;
}

/**
 * Whether infrastructure code still has the Front Door of a withdrawal.
 *
 * @throws {@link UnsafeEditError} where it can't be read.
 * @internal
 */
export function declaresFrontDoor(
  text: string,
  { name, infrastructure: { path, format } }: FrontDoor,
): boolean {
  return format === 'terraform'
    ? readTerraformForEdit(path, text).blocks.some(
        block =>
          hclAddress(block) === `azurerm_cdn_frontdoor_origin.${toLabel(name)}`,
      )
    : readBicepForEdit(path, text).some(
        ({ symbol }) => symbol === toSymbol(name, 'origin'),
      );
}
