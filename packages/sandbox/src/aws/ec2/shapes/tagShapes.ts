import {
  at,
  bool,
  integer,
  listOf,
  text,
  ec2Structure,
} from '../../wire/shapes';
import { filter, tag } from './sharedShapes';

/** Wire names of `CreateTagsRequest`. @internal */
export const createTagsRequest = ec2Structure({
  DryRun: bool,
  Resources: at('ResourceId', listOf(text)),
  Tags: at('Tag', listOf(tag)),
});

/** Wire names of `DeleteTagsRequest`. @internal */
export const deleteTagsRequest = ec2Structure({
  DryRun: bool,
  Resources: at('resourceId', listOf(text)),
  Tags: at('tag', listOf(tag)),
});

/** Wire names of `DescribeTagsRequest`. @internal */
export const describeTagsRequest = ec2Structure({
  DryRun: bool,
  Filters: at('Filter', listOf(filter)),
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
  Tags: at('tagSet', listOf(tagDescription)),
});
