import {
  elementsOf,
  inQuery,
  structure,
  text,
  withPayload,
} from '../../wire/shapes';
import { tags } from './distributionShapes';

/** Wire names of `ListTagsForResourceRequest`. @internal */
export const listTagsForResourceRequest = structure({
  Resource: inQuery('Resource', text),
});

/** Wire names of `ListTagsForResourceResult`. @internal */
export const listTagsForResourceResult = withPayload('Tags', {
  Tags: tags,
});

/** Wire names of `TagResourceRequest`. @internal */
export const tagResourceRequest = withPayload('Tags', {
  Resource: inQuery('Resource', text),
  Tags: tags,
});

/** Wire names of `TagKeys`. @internal */
export const tagKeys = structure({
  Items: elementsOf('Key', text),
});

/** Wire names of `UntagResourceRequest`. @internal */
export const untagResourceRequest = withPayload('TagKeys', {
  Resource: inQuery('Resource', text),
  TagKeys: tagKeys,
});
