import { readBicepValue } from './bicep/readBicepValue';
import { BicepValue } from './bicep/values';
import { toSymbol } from './builders/azureResourceNames';
import { toLabel } from './builders/terraformExposure';
import { readBicepForEdit } from './edit/editBicep';
import { readTerraformForEdit } from './edit/editTerraform';
import { HclBlockNode } from './hcl/readHcl';
import { readHclValue } from './hcl/readHclValue';

/** What asks to be connected: an origin of Front Door, or a consumer's endpoint. @public */
export type RequestingResource = 'front-door-origin' | 'private-endpoint';

const TERRAFORM: Record<RequestingResource, [string, string]> = {
  'front-door-origin': ['azurerm_cdn_frontdoor_origin', 'private_link'],
  'private-endpoint': [
    'azurerm_private_endpoint',
    'private_service_connection',
  ],
};
const BICEP: Record<RequestingResource, string> = {
  'front-door-origin': 'origin',
  'private-endpoint': 'endpoint',
};

function inTerraform(
  blocks: HclBlockNode[],
  [type, inner]: [string, string],
  label: string,
): unknown {
  const resource = blocks.find(
    ({ labels }) => labels[0] === type && labels[1] === label,
  );
  const attribute = resource?.blocks
    .find(block => block.type === inner)
    ?.attributes.find(({ name }) => name === 'request_message');
  return attribute && readHclValue(attribute);
}

/** The first value of a key, wherever it stands. */
function valueOfKey(value: BicepValue | undefined, key: string): unknown {
  if (typeof value !== 'object') return undefined;
  if (Array.isArray(value)) {
    return value
      .map(item => valueOfKey(item, key))
      .find(found => found !== undefined);
  }
  if (!('object' in value)) return undefined;
  const { object } = value;
  return Object.hasOwn(object, key)
    ? object[key]
    : valueOfKey(Object.values(object), key);
}

/**
 * The request message that an existing file has for a name. Who asked once must ask with the same words again: another
 * message would be another request.
 *
 * @returns `undefined` where the file has none that can be read.
 * @throws {@link UnsafeEditError} where the file can't be read.
 * @public
 */
export function findRequestMessage(options: {
  path: string;
  text: string;
  /** Name of the endpoint, or of the Front Door. */
  name: string;
  resource: RequestingResource;
}): string | undefined {
  const { path, text, name, resource } = options;
  const found = path.endsWith('.bicep')
    ? readBicepForEdit(path, text)
        .filter(({ symbol }) => symbol === toSymbol(name, BICEP[resource]))
        .map(({ tokens }) =>
          valueOfKey(readBicepValue(tokens), 'requestMessage'),
        )[0]
    : inTerraform(
        readTerraformForEdit(path, text).blocks,
        TERRAFORM[resource],
        toLabel(name),
      );
  return typeof found === 'string' ? found : undefined;
}
