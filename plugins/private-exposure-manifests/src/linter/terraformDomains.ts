import { HclBlockNode } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { hclAddress } from '../hcl/values';
import {
  EVERY_PATH,
  FrontDoorContext,
  coverKey,
  frontDoorKey,
  openPaths,
} from './frontDoorKey';
import {
  TerraformFile,
  addressIn,
  attributeOf,
  resourcesOf,
  toldOf,
} from './terraformFrontDoorFile';
import { FrontDoorOpenDomain } from './targets';

const ADDRESS = /azurerm_cdn_frontdoor_(endpoint|custom_domain)\.[\w-]+/g;

/** Addresses of the endpoints and custom domains that an attribute mentions. */
function domainsIn(block: HclBlockNode, name: string): string[] {
  const tokens = attributeOf(block, name)?.tokens ?? [];
  return (
    tokens
      .map(({ text }) => text)
      .join('')
      .match(ADDRESS) ?? []
  );
}

/** The texts of a list; every path where the file does not tell them. */
function pathsIn(block: HclBlockNode): string[] {
  const attribute = attributeOf(block, 'patterns_to_match');
  const value = attribute && readHclValue(attribute);
  const isTold =
    Array.isArray(value) && value.every(one => typeof one === 'string');
  return isTold ? value.map(String) : [EVERY_PATH];
}

function innerBlocks(
  blocks: readonly HclBlockNode[],
  type: string,
): HclBlockNode[] {
  return blocks.flatMap(block =>
    block.blocks.filter(inner => inner.type === type),
  );
}

/** What a security policy covers: its domains, or all of the profile where the file does not tell which. */
function coverOf(policy: HclBlockNode, { path }: TerraformFile): string[] {
  const profile = frontDoorKey(
    path,
    addressIn(policy, 'cdn_frontdoor_profile_id', 'profile'),
  );
  const firewalls = innerBlocks(
    innerBlocks([policy], 'security_policies'),
    'firewall',
  );
  const associations = innerBlocks(firewalls, 'association');
  const cover = associations.flatMap(association => {
    const domains = innerBlocks([association], 'domain').map(domain =>
      domainsIn(domain, 'cdn_frontdoor_domain_id'),
    );
    const isTold =
      domains.length > 0 &&
      domains.every(([first]) => first !== undefined) &&
      innerBlocks([association], 'dynamic').length === 0;
    const keys = isTold
      ? domains.flat().map(domain => frontDoorKey(path, domain))
      : [profile];
    return keys.flatMap(key =>
      pathsIn(association).map(one => coverKey(key, one)),
    );
  });
  return [
    profile,
    ...(associations.length > 0 ? cover : [coverKey(profile, EVERY_PATH)]),
  ];
}

/** Keys of the profiles that a file puts a firewall in front of, and of what it covers there. @internal */
export function terraformFirewallCover(file: TerraformFile): string[] {
  return resourcesOf(file.blocks, 'security_policy').flatMap(policy =>
    coverOf(policy, file),
  );
}

/**
 * The domains that routes of a file serve and that the firewall of their profile leaves out. A route is linked to its
 * endpoint's own host name unless it says otherwise.
 *
 * @remarks hashicorp/terraform-provider-azurerm, website/docs/r/cdn_frontdoor_route.html.markdown
 *
 * @internal
 */
export function terraformOpenDomains(
  file: TerraformFile,
  context: FrontDoorContext,
): FrontDoorOpenDomain[] {
  const { path, blocks } = file;
  const profileOf = new Map(
    resourcesOf(blocks, 'endpoint').map(endpoint => [
      hclAddress(endpoint),
      addressIn(endpoint, 'cdn_frontdoor_profile_id', 'profile'),
    ]),
  );
  return resourcesOf(blocks, 'route').flatMap(route => {
    const endpoint = addressIn(route, 'cdn_frontdoor_endpoint_id', 'endpoint');
    const profile = endpoint && profileOf.get(endpoint);
    if (!endpoint || !profile) return [];
    const profileKey = frontDoorKey(path, profile);
    const isOff = toldOf(file, route, 'enabled')?.value === 'false';
    // A profile without any firewall is a finding of its own.
    if (isOff || !context.isProtected(profileKey)) return [];
    const link = toldOf(file, route, 'link_to_default_domain')?.value;
    const isLinked =
      link === 'true' || !attributeOf(route, 'link_to_default_domain');
    const served = [
      ...(isLinked ? [endpoint] : []),
      ...domainsIn(route, 'cdn_frontdoor_custom_domain_ids'),
    ];
    return served.flatMap(domain => {
      const paths = openPaths(pathsIn(route), [
        ...context.coveredPaths(frontDoorKey(path, domain)),
        ...context.coveredPaths(profileKey),
      ]);
      const place = { line: route.line, column: 1 };
      return paths.length > 0 ? [{ value: domain, ...place, paths }] : [];
    });
  });
}
