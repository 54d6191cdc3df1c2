import { HclBlockNode } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { hclAddress } from '../hcl/values';
import { SourceText } from '../read/SourceText';
import {
  FrontDoorOrigin,
  FrontDoorPrivateLink,
  FrontDoorTarget,
  PlacedValue,
} from './targets';
import { FrontDoorContext, frontDoorKey } from './frontDoorKey';

const PREFIX = 'azurerm_cdn_frontdoor_';

const at = (value: string, { line }: { line: number }): PlacedValue => ({
  value,
  line,
  column: 1,
});

/** The Terraform file that front doors are read from. @internal */
export interface TerraformFile {
  path: string;
  source: SourceText;
  blocks: readonly HclBlockNode[];
}

function attributeOf(block: HclBlockNode, name: string) {
  return block.attributes.find(attribute => attribute.name === name);
}

/** A text or a boolean that the file tells. */
function toldOf(
  { source }: TerraformFile,
  block: HclBlockNode,
  name: string,
): PlacedValue | undefined {
  const attribute = attributeOf(block, name);
  const value = attribute && readHclValue(attribute);
  const isTold = typeof value === 'string' || typeof value === 'boolean';
  const [token] = attribute?.tokens ?? [];
  return token && isTold
    ? { value: String(value), ...source.placeAt(token.start) }
    : undefined;
}

/** The address of a resource whose id an attribute has; `undefined` where it comes from elsewhere. */
function addressIn(
  block: HclBlockNode,
  name: string,
  type: string,
): string | undefined {
  const tokens = attributeOf(block, name)?.tokens ?? [];
  const text = tokens.map(token => token.text).join('');
  const [address] = new RegExp(`^${PREFIX}${type}\\.[\\w-]+`).exec(text) ?? [];
  return address;
}

function resourcesOf(blocks: readonly HclBlockNode[], type: string) {
  return blocks.filter(
    block =>
      block.type === 'resource' && block.labels[0] === `${PREFIX}${type}`,
  );
}

function privateLinkOf(
  file: TerraformFile,
  origin: HclBlockNode,
): FrontDoorOrigin['privateLink'] {
  const link = origin.blocks.find(({ type }) => type === 'private_link');
  if (link) return requestOf(file, link);
  const isDynamic = origin.blocks.some(
    ({ type, labels }) => type === 'dynamic' && labels[0] === 'private_link',
  );
  return isDynamic ? 'unknown' : 'none';
}

function requestOf(
  file: TerraformFile,
  link: HclBlockNode,
): FrontDoorPrivateLink {
  const message = toldOf(file, link, 'request_message');
  const isTold = message !== undefined && !message.value.includes('${');
  return {
    message: isTold ? message : undefined,
    isComputed: !isTold && attributeOf(link, 'request_message') !== undefined,
  };
}

/** The profiles that a file puts a firewall in front of. @internal */
export function terraformProtectedProfiles({
  path,
  blocks,
}: TerraformFile): string[] {
  return resourcesOf(blocks, 'security_policy').map(policy =>
    frontDoorKey(
      path,
      addressIn(policy, 'cdn_frontdoor_profile_id', 'profile'),
    ),
  );
}

/**
 * Reads what a Terraform file has of Azure Front Door; `undefined` for nothing.
 *
 * @remarks hashicorp/terraform-provider-azurerm, website/docs/r/cdn_frontdoor_*.html.markdown
 *
 * @internal
 */
export function readTerraformFrontDoors(
  file: TerraformFile,
  { isProtected }: FrontDoorContext,
): FrontDoorTarget | undefined {
  const { path, blocks } = file;
  const all = (type: string) => resourcesOf(blocks, type);
  const profileOfGroup = new Map(
    all('origin_group').map(group => [
      hclAddress(group),
      addressIn(group, 'cdn_frontdoor_profile_id', 'profile'),
    ]),
  );
  const origins = all('origin').map(origin => ({
    ...at(hclAddress(origin), origin),
    checksCertificateName: toldOf(
      file,
      origin,
      'certificate_name_check_enabled',
    ),
    privateLink: privateLinkOf(file, origin),
    profile: profileOfGroup.get(
      addressIn(origin, 'cdn_frontdoor_origin_group_id', 'origin_group') ?? '',
    ),
  }));
  const target: FrontDoorTarget = {
    type: 'front-door',
    path,
    profiles: all('profile').map(profile => {
      const address = hclAddress(profile);
      return {
        ...at(address, profile),
        sku: toldOf(file, profile, 'sku_name'),
        isProtected: isProtected(frontDoorKey(path, address)),
        hasPrivateOrigin: origins.some(
          ({ privateLink, profile: owner }) =>
            typeof privateLink === 'object' && (owner ?? address) === address,
        ),
      };
    }),
    origins,
    firewalls: all('firewall_policy').map(policy => {
      const enabled = toldOf(file, policy, 'enabled');
      return {
        ...at(hclAddress(policy), policy),
        mode: toldOf(file, policy, 'mode'),
        disabled: enabled?.value === 'false' ? enabled : undefined,
      };
    }),
    forwarding: all('route').flatMap(
      route => toldOf(file, route, 'forwarding_protocol') ?? [],
    ),
  };
  return blocks.some(({ labels }) => labels[0]?.startsWith(PREFIX))
    ? target
    : undefined;
}
