import { AzureFault } from './AzureFault';
import { parseArmId, tryParseArmId } from './armIds';

/** What Azure answers for a resource that is not there. @internal */
export function resourceNotFound(id: string): AzureFault {
  const { resourceGroup, type, names } = parseArmId(id);
  const [namespace, ...types] = type.split('/');
  const path = types.map((one, index) => `${one}/${names[index]}`).join('/');
  return new AzureFault(
    'ResourceNotFound',
    `The Resource '${namespace}/${path}' under resource group '${resourceGroup}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    { status: 404, headers: { 'x-ms-failure-cause': 'gateway' } },
  );
}

/** What the network provider answers for a part of a resource that is not there. @internal */
export function partNotFound(id: string): AzureFault {
  return new AzureFault('NotFound', `Resource ${id} not found.`, {
    status: 404,
    details: [],
  });
}

/** What the network provider answers for an id in a request that leads nowhere. @internal */
export function invalidReference(id: string, referrer: string): AzureFault {
  const what = tryParseArmId(id) ? id : `'${id}'`;
  return new AzureFault(
    'InvalidResourceReference',
    `Resource ${what} referenced by resource ${referrer} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
    { details: [] },
  );
}
