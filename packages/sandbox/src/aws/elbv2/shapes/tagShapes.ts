import { listOf, text, queryStructure } from '../../wire/shapes';
import { tag } from './sharedShapes';

/** Wire names of `DescribeTagsInput`. @internal */
export const describeTagsInput = queryStructure({
  ResourceArns: listOf(text),
});

/** Wire names of `TagDescription`. @internal */
export const tagDescription = queryStructure({
  ResourceArn: text,
  Tags: listOf(tag),
});

/** Wire names of `DescribeTagsOutput`. @internal */
export const describeTagsOutput = queryStructure({
  TagDescriptions: listOf(tagDescription),
});

/** Wire names of `AddTagsInput`. @internal */
export const addTagsInput = queryStructure({
  ResourceArns: listOf(text),
  Tags: listOf(tag),
});

/** Wire names of `AddTagsOutput`. @internal */
export const addTagsOutput = queryStructure({});

/** Wire names of `RemoveTagsInput`. @internal */
export const removeTagsInput = queryStructure({
  ResourceArns: listOf(text),
  TagKeys: listOf(text),
});

/** Wire names of `RemoveTagsOutput`. @internal */
export const removeTagsOutput = queryStructure({});
