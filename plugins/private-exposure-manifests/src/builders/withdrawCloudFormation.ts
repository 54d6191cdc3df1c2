import { isMap } from 'yaml';
import { applyChanges, valueAt } from '../edit/editManifest';
import { YamlText, childOf, keyOf } from '../edit/YamlText';
import { UnsafeEditError } from '../errors';
import { WithdrawIntent } from '../intents/withdraw';
import { permissionsOf } from './cloudFormationResources';
import { accessIds } from './cloudFormationExposure';

/** A template of our own has one exposure; anything else in it is for people. */
function isOnlyOurs(names: string[], serviceName: string): boolean {
  const ours = Object.values(accessIds(serviceName));
  return names.every(name => ours.includes(name));
}

/**
 * Removes an endpoint service, or its grants alone, from a CloudFormation template. A template that holds nothing but
 * the exposure goes as a whole.
 *
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError} where the template has other resources too.
 * @internal
 */
export function withdrawCloudFormation(
  text: string,
  intent: WithdrawIntent,
  grantsOnly: boolean,
): string | undefined {
  const { path } = intent.infrastructure;
  const { name } = intent.endpointService;
  const id = accessIds(name).service;
  const file = YamlText.parse(path, text);
  const resources = valueAt(file.documents[0]?.toJS({ maxAliasCount: 100 }), [
    'Resources',
  ]);
  const names =
    typeof resources === 'object' && resources !== null
      ? Object.keys(resources)
      : [];
  if (!names.includes(id)) {
    throw new UnsafeEditError({
      path,
      message: `has no resource ${id}; name the endpoint service and the file that has it`,
    });
  }
  if (grantsOnly) {
    const node = childOf(file.documents[0].contents, 'Resources');
    const grants = isMap(node) ? permissionsOf(node, id) : [];
    return applyChanges(
      file,
      { document: 0, base: [] },
      grants.map(grant => ({ path: ['Resources', keyOf(grant)] })),
    );
  }
  if (isOnlyOurs(names, name)) return undefined;
  throw new UnsafeEditError({
    path,
    message: `the template has other resources too; remove ${id} and what belongs to it by hand`,
  });
}
