import { AwsFault, ScopedRecord } from '../../world';
import { fromTagList, toTagList } from '../ec2/tags';
import { Call, Operation, operation } from '../server/Operation';
import { required } from '../server/required';
import * as shapes from './shapes/tagShapes';

/** How many resources one DescribeTags may name. */
const MAX_RESOURCES = 20;

/** The service's codes for a missing resource, by the kind in its ARN. */
const NOT_FOUND = [
  [':loadbalancer/', 'LoadBalancerNotFound', 'Load balancers'],
  [':targetgroup/', 'TargetGroupNotFound', 'Target groups'],
  [':listener/', 'ListenerNotFound', 'Listeners'],
  [':listener-rule/', 'RuleNotFound', 'Rules'],
] as const;

function findResource(call: Call, arn: string): ScopedRecord {
  const kind = NOT_FOUND.find(([part]) => arn.includes(part));
  if (!kind) {
    throw new AwsFault('ValidationError', `'${arn}' is not a valid ARN`);
  }
  const record = call.world.findTagged(call.scope, arn);
  if (!record) throw new AwsFault(kind[1], `${kind[2]} '[${arn}]' not found`);
  return record;
}

function findResources(call: Call, arns: string[] | undefined): ScopedRecord[] {
  const given = required(arns, 'ResourceArns');
  if (given.length > MAX_RESOURCES) {
    throw new AwsFault(
      'ValidationError',
      `Up to ${MAX_RESOURCES} resources can be specified, not ${given.length}`,
    );
  }
  return given.map(arn => findResource(call, arn));
}

const describe = operation(
  'DescribeTags',
  { input: shapes.describeTagsInput, output: shapes.describeTagsOutput },
  (call, input) => ({
    TagDescriptions: findResources(call, input.ResourceArns).map(record => ({
      ResourceArn: record.id,
      Tags: toTagList(record.tags),
    })),
  }),
);

const add = operation(
  'AddTags',
  { input: shapes.addTagsInput, output: shapes.addTagsOutput },
  (call, input) => {
    const tags = fromTagList(required(input.Tags, 'Tags'));
    for (const record of findResources(call, input.ResourceArns)) {
      Object.assign(record.tags, tags);
    }
    return {};
  },
);

const remove = operation(
  'RemoveTags',
  { input: shapes.removeTagsInput, output: shapes.removeTagsOutput },
  (call, input) => {
    const keys = required(input.TagKeys, 'TagKeys');
    for (const record of findResources(call, input.ResourceArns)) {
      for (const key of keys) delete record.tags[key];
    }
    return {};
  },
);

/** Tags of load balancing resources. @internal */
export const tagOperations: Operation[] = [describe, add, remove];
