import { AwsFault, ScopedRecord, Tags } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Call, emptyShape, Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import * as shapes from './shapes/tagShapes';
import { fromTagList } from './tags';

/** Resource types by the beginning of their ids, longer ones first. */
const RESOURCE_TYPES: [prefix: string, type: string][] = [
  ['vpce-svc-', 'vpc-endpoint-service'],
  ['vpce-', 'vpc-endpoint'],
  ['vpc-', 'vpc'],
  ['subnet-', 'subnet'],
  ['sg-', 'security-group'],
  ['eni-', 'network-interface'],
];

function typeOf(id: string): string {
  const found = RESOURCE_TYPES.find(([prefix]) => id.startsWith(prefix));
  return found ? found[1] : 'unknown';
}

function findResource(call: Call, id: string): ScopedRecord {
  const record = call.world.findTagged(call.scope, id);
  if (!record || id.startsWith('arn:')) {
    throw new AwsFault('InvalidID', `The ID '${id}' is not valid`);
  }
  return record;
}

const create = operation(
  'CreateTags',
  { input: shapes.createTagsRequest, output: emptyShape },
  (call, input) => {
    const ids = required(input.Resources, 'ResourceId');
    const tags = fromTagList(required(input.Tags, 'Tag'));
    const records = ids.map(id => findResource(call, id));
    for (const record of records) Object.assign(record.tags, tags);
    return {};
  },
);

/** A tag goes if no value is given or the value is the present one. */
function withoutTags(
  tags: Tags,
  removed: { Key?: string; Value?: string }[] | undefined,
): Tags {
  if (!removed) return {};
  const isRemoved = (key: string, value: string) =>
    removed.some(
      one =>
        one.Key === key && (one.Value === undefined || one.Value === value),
    );
  return Object.fromEntries(
    Object.entries(tags).filter(([key, value]) => !isRemoved(key, value)),
  );
}

const remove = operation(
  'DeleteTags',
  { input: shapes.deleteTagsRequest, output: emptyShape },
  (call, input) => {
    const ids = required(input.Resources, 'ResourceId');
    const records = ids.map(id => findResource(call, id));
    for (const record of records) {
      record.tags = withoutTags(record.tags, input.Tags);
    }
    return {};
  },
);

interface ListedTag {
  resourceId: string;
  key: string;
  value: string;
  sequence: number;
  tags: Tags;
}

const filters: FilterTable<ListedTag> = {
  key: ({ key }) => key,
  'resource-id': ({ resourceId }) => resourceId,
  'resource-type': ({ resourceId }) => typeOf(resourceId),
  value: ({ value }) => value,
};

const describe = operation(
  'DescribeTags',
  { input: shapes.describeTagsRequest, output: shapes.describeTagsResult },
  (call, input) => {
    const listed = call.world
      .listTagged(call.scope)
      .filter(({ id }) => !id.startsWith('arn:'))
      .flatMap(({ id, tags }) =>
        Object.entries(tags).map(([key, value]) => ({
          resourceId: id,
          key,
          value,
          tags,
        })),
      )
      .map((one, index) => ({ ...one, sequence: index + 1 }));
    const { records, nextToken } = pageOf(
      applyFilters(listed, input.Filters, filters),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      Tags: records.map(({ key, value, resourceId }) => ({
        Key: key,
        Value: value,
        ResourceId: resourceId,
        ResourceType: typeOf(resourceId),
      })),
      NextToken: nextToken,
    };
  },
);

/** Tags of EC2 resources. @internal */
export const tagOperations: Operation[] = [create, remove, describe];
