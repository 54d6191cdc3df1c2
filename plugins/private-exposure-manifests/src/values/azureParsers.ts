import { parseGoInteger, quoteGo, trimGoSpace } from './goParsers';

/**
 * Whether a value is `true` in any case, which is how most of the Azure cloud provider reads booleans. Anything else,
 * `1` and `yes` included, is false without a word. Spaces count: `true ` is false.
 *
 * @remarks From `pkg/consts/helpers.go` of cloud-provider-azure.
 *
 * @public
 */
export function isAzureTrue(text: string | undefined): boolean {
  return isSameFolded(text, 'true');
}

/** Whether two texts are the same but for their case, as Go's `strings.EqualFold` says of ASCII. @public */
export function isSameFolded(text: string | undefined, other: string): boolean {
  return text?.toLowerCase() === other.toLowerCase();
}

/**
 * As {@link isAzureTrue}, but spaces around the value don't count: how the booleans of private link services are read.
 *
 * @remarks From `pkg/provider/azure_utils.go` of cloud-provider-azure.
 *
 * @public
 */
export function isAzureTrueTrimmed(text: string | undefined): boolean {
  return text !== undefined && isAzureTrue(trimGoSpace(text));
}

/**
 * Reads a list of a private link service's annotation: parted by spaces, empty parts left out. A comma is part of a value.
 *
 * @remarks From `pkg/provider/azure_privatelinkservice.go` of cloud-provider-azure.
 *
 * @public
 */
export function parseSpaceList(text: string): string[] {
  return text
    .split(' ')
    .map(trimGoSpace)
    .filter(part => part !== '');
}

/**
 * Reads a list as the Azure cloud provider's load balancer does: parted by commas, spaces around the parts dropped,
 * empty parts kept.
 *
 * @public
 */
export function parseCommaListWithEmpty(text: string): string[] {
  return trimGoSpace(text).split(',').map(trimGoSpace);
}

/**
 * Reads a whole number as the Azure cloud provider does, spaces around it dropped.
 *
 * @remarks From `extractInt32FromString` in `pkg/consts/helpers.go` of cloud-provider-azure.
 *
 * @returns The number, or why it is none, in the controller's words.
 *
 * @public
 */
export function parseAzureInt32(
  text: string,
): { value: number } | { problem: string } {
  const trimmed = trimGoSpace(text);
  const value = parseGoInteger(trimmed, 32);
  if (value !== undefined) return { value };
  const cause = /^[+-]?\d+$/.test(trimmed)
    ? 'value out of range'
    : 'invalid syntax';
  return {
    problem: `error value: strconv.ParseInt: parsing ${quoteGo(
      trimmed,
    )}: ${cause}: ${trimmed} value must be a whole number`,
  };
}
