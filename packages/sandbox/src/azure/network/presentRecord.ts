import { ArmRecord } from '../../azureWorld';

/** What every resource of the network provider begins with. @internal */
export function presentRecord(
  record: Pick<
    ArmRecord,
    'id' | 'name' | 'type' | 'etag' | 'location' | 'tags'
  >,
) {
  const { id, name, type, etag, location, tags } = record;
  const hasTags = Object.keys(tags).length > 0;
  return { name, id, etag, type, location, ...(hasTags && { tags }) };
}
