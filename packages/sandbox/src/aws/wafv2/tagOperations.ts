import { toTagList } from '../ec2/tags';
import { Operation, operation } from '../server/Operation';
import * as shapes from './shapes/tagShapes';
import { requireOwnArn } from './wafScope';

const list = operation(
  'ListTagsForResource',
  {
    input: shapes.listTagsForResourceRequest,
    output: shapes.listTagsForResourceResponse,
  },
  ({ world, scope }, input) => {
    const arn = requireOwnArn(scope, input.ResourceARN);
    const found = arn.includes('/ipset/')
      ? world.ipSets.get(scope, arn)
      : world.webAcls.get(scope, arn);
    return {
      TagInfoForResource: {
        ResourceARN: found.id,
        TagList: toTagList(found.tags),
      },
    };
  },
);

/** Tags of web ACLs and IP sets. @internal */
export const tagOperations: Operation[] = [list];
