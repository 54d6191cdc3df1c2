import { AwsFault, ScopedRecord } from '../../world';
import { fromTagList, toTagList } from '../ec2/tags';
import { Call, emptyShape, Operation, operation } from '../server/Operation';
import { bind } from '../wire/restRoutes';
import * as shapes from './shapes/tagShapes';

const PATH = '/2020-05-31/tagging';

function findResource(call: Call, arn: string | undefined): ScopedRecord {
  const { distributions, vpcOrigins } = call.world;
  const id = arn?.split('/').pop() ?? '';
  const found =
    distributions.distributions.getIn(call.scope, id) ??
    vpcOrigins.vpcOrigins.getIn(call.scope, id);
  if (found?.arn === arn && found) return found;
  throw new AwsFault(
    'NoSuchResource',
    `The resource ${arn} could not be found.`,
    404,
  );
}

const list = operation(
  'ListTagsForResource',
  {
    http: bind(`GET ${PATH}`),
    input: shapes.listTagsForResourceRequest,
    output: shapes.listTagsForResourceResult,
  },
  (call, input) => ({
    Tags: { Items: toTagList(findResource(call, input.Resource).tags) },
  }),
);

const add = operation(
  'TagResource',
  {
    http: bind(`POST ${PATH}?Operation=Tag`, 204),
    input: shapes.tagResourceRequest,
    output: emptyShape,
  },
  (call, input) => {
    const { tags } = findResource(call, input.Resource);
    Object.assign(tags, fromTagList(input.Tags?.Items));
    return {};
  },
);

const remove = operation(
  'UntagResource',
  {
    http: bind(`POST ${PATH}?Operation=Untag`, 204),
    input: shapes.untagResourceRequest,
    output: emptyShape,
  },
  (call, input) => {
    const { tags } = findResource(call, input.Resource);
    for (const key of input.TagKeys?.Items ?? []) delete tags[key];
    return {};
  },
);

/** Tags of distributions and VPC origins. @internal */
export const tagOperations: Operation[] = [list, add, remove];
