import { integer, listOf, structure, text } from '../../wire/shapes';

/** Wire names of `ListTagsForResourceRequest`. @internal */
export const listTagsForResourceRequest = structure({
  NextMarker: text,
  Limit: integer,
  ResourceARN: text,
});

/** Wire names of `Tag`. @internal */
export const tag = structure({
  Key: text,
  Value: text,
});

/** Wire names of `TagInfoForResource`. @internal */
export const tagInfoForResource = structure({
  ResourceARN: text,
  TagList: listOf(tag),
});

/** Wire names of `ListTagsForResourceResponse`. @internal */
export const listTagsForResourceResponse = structure({
  NextMarker: text,
  TagInfoForResource: tagInfoForResource,
});
