import {
  at,
  bool,
  integer,
  itemsOf,
  text,
  ec2Structure,
} from '../../wire/shapes';
import { filter, tag } from './sharedShapes';

/** Wire names of `CreateTagsRequest`. @internal */
export const createTagsRequest = ec2Structure({
  DryRun: bool,
  Resources: at('ResourceId', itemsOf(text)),
  Tags: at('Tag', itemsOf(tag)),
});

/** Wire names of `DeleteTagsRequest`. @internal */
export const deleteTagsRequest = ec2Structure({
  DryRun: bool,
  Resources: at('resourceId', itemsOf(text)),
  Tags: at('tag', itemsOf(tag)),
});

/** Wire names of `DescribeTagsRequest`. @internal */
export const describeTagsRequest = ec2Structure({
  DryRun: bool,
  Filters: at('Filter', itemsOf(filter)),
  MaxResults: integer,
  NextToken: text,
});

/** Wire names of `TagDescription`. @internal */
export const tagDescription = ec2Structure({
  Key: text,
  ResourceId: text,
  ResourceType: text,
  Value: text,
});

/** Wire names of `DescribeTagsResult`. @internal */
export const describeTagsResult = ec2Structure({
  NextToken: text,
  Tags: at('tagSet', itemsOf(tagDescription)),
});
