import { listOf, queryStructure, text } from '../../wire/shapes';

/** Wire names of `DescribeTagsInput`. @internal */
export const describeTagsInput = queryStructure({
  LoadBalancerNames: listOf(text),
});

/** Wire names of `Tag`. @internal */
export const tag = queryStructure({
  Key: text,
  Value: text,
});

/** Wire names of `TagDescription`. @internal */
export const tagDescription = queryStructure({
  LoadBalancerName: text,
  Tags: listOf(tag),
});

/** Wire names of `DescribeTagsOutput`. @internal */
export const describeTagsOutput = queryStructure({
  TagDescriptions: listOf(tagDescription),
});
