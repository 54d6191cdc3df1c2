import { awsCloud } from './awsCloud';
import { azureCloud } from './azureCloud';
import type { Cloud } from './CloudStory';

/** Every cloud that has a provider: what holds for one is tested of all. */
export const clouds: readonly Cloud[] = [awsCloud, azureCloud];

/** Each cloud with each of some databases, for `describe.each`. */
export function onEach<Id>(
  databases: readonly (readonly [Id])[],
): { cloud: Cloud; name: string; id: Id }[] {
  return clouds.flatMap(cloud =>
    databases.map(([id]) => ({ cloud, name: cloud.name, id })),
  );
}
