import { HclBlockNode } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { hclAddress } from '../hcl/values';
import { PlacedValue, PrivateLinkServiceTarget } from './targets';

const at = (value: string, { line }: { line: number }): PlacedValue => ({
  value,
  line,
  column: 1,
});

function attributeOf(block: HclBlockNode, name: string) {
  return block.attributes.find(attribute => attribute.name === name);
}

/** Whether the file tells all that an attribute has. */
function isWhole(block: HclBlockNode, name: string): boolean {
  const attribute = attributeOf(block, name);
  const value = attribute && readHclValue(attribute);
  if (!attribute) return true;
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

function textsOf(block: HclBlockNode, name: string): PlacedValue[] {
  const attribute = attributeOf(block, name);
  const value = attribute && readHclValue(attribute);
  return attribute && Array.isArray(value)
    ? value.flatMap(item =>
        typeof item === 'string' ? [at(item, attribute)] : [],
      )
    : [];
}

/** Switched on unless the file says otherwise, by today's name or the former one, which said the opposite. */
function hasPolicies(subnet: HclBlockNode): boolean {
  const today = attributeOf(
    subnet,
    'private_link_service_network_policies_enabled',
  );
  const former = attributeOf(
    subnet,
    'enforce_private_link_service_network_policies',
  );
  if (today) return readHclValue(today) === true;
  return former ? readHclValue(former) === false : true;
}

/**
 * Reads the private link services of a Terraform file.
 *
 * @remarks the documentation of the provider hashicorp/azurerm, resource private_link_service
 *
 * @internal
 */
export function readTerraformPrivateLinkServices(
  path: string,
  blocks: readonly HclBlockNode[],
): PrivateLinkServiceTarget[] {
  const ofType = (type: string) =>
    blocks.filter(
      block => block.type === 'resource' && block.labels[0] === type,
    );
  const subnets = ofType('azurerm_subnet').filter(hasPolicies);
  return ofType('azurerm_private_link_service').map(service => {
    const addresses = service.blocks.filter(
      ({ type }) => type === 'nat_ip_configuration',
    );
    const named = addresses.flatMap(block => {
      const tokens = attributeOf(block, 'subnet_id')?.tokens ?? [];
      return tokens.map(({ text }) => text).join('');
    });
    return {
      type: 'private-link-service',
      path,
      ...at(hclAddress(service), service),
      visibility: textsOf(service, 'visibility_subscription_ids'),
      visibilityIsWhole: isWhole(service, 'visibility_subscription_ids'),
      autoApproval: textsOf(service, 'auto_approval_subscription_ids'),
      addresses: addresses.map(block => at('nat_ip_configuration', block)),
      subnetsWithPolicies: subnets
        .filter(subnet => named.includes(`${hclAddress(subnet)}.id`))
        .map(subnet => at(hclAddress(subnet), subnet)),
    };
  });
}
