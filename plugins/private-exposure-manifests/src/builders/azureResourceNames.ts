import { AzureFrontDoorIntent } from '../intents/azureFrontDoor';
import { toLabel } from './terraformExposure';

/** The resources of a Front Door, by what each is for. @internal */
export type FrontDoorPart =
  | 'profile'
  | 'endpoint'
  | 'origin_group'
  | 'origin'
  | 'route'
  | 'firewall'
  | 'security_policy'
  | 'custom_domain'
  | 'secret';

/** Symbol of a resource in Bicep: the name with `_` for `-`, and what it is for. @internal */
export function toSymbol(name: string, part: string): string {
  return `${toLabel(name)}_${part}`;
}

/** Name of a firewall policy, which may have letters and digits only. @internal */
export function firewallName({ name }: AzureFrontDoorIntent): string {
  return name.replaceAll('-', '');
}

/** Name of a domain's resource: the domain with `-` for the dots. @internal */
export function domainName(hostName: string): string {
  return hostName.replaceAll('.', '-');
}

/** The port on which Front Door reaches the service. @internal */
export function originPort({ origin }: AzureFrontDoorIntent): number {
  return origin.port ?? (origin.protocol === 'https' ? 443 : 80);
}

/**
 * The managed rules that judge every request, each in the newest version that Terraform's azurerm provider names for its
 * type (hashicorp/terraform-provider-azurerm, cdn_frontdoor_firewall_policy, `managed_rule`): 1.1, 2.0 or 2.1, and 1.0 or
 * 1.1.
 *
 * @internal
 */
export const managedRuleSets = [
  { type: 'Microsoft_DefaultRuleSet', version: '2.1' },
  { type: 'Microsoft_BotManagerRuleSet', version: '1.1' },
] as const;

/** The tier that has private links and managed rules. @internal */
export const FRONT_DOOR_SKU = 'Premium_AzureFrontDoor';
