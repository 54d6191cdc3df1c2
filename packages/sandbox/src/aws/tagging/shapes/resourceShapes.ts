import { bool, integer, listOf, structure, text } from '../../wire/shapes';

/** Wire names of `TagFilter`. @internal */
export const tagFilter = structure({
  Key: text,
  Values: listOf(text),
});

/** Wire names of `GetResourcesInput`. @internal */
export const getResourcesInput = structure({
  PaginationToken: text,
  TagFilters: listOf(tagFilter),
  ResourcesPerPage: integer,
  TagsPerPage: integer,
  ResourceTypeFilters: listOf(text),
  IncludeComplianceDetails: bool,
  ExcludeCompliantResources: bool,
  ResourceARNList: listOf(text),
});

/** Wire names of `Tag`. @internal */
export const tag = structure({
  Key: text,
  Value: text,
});

/** Wire names of `ComplianceDetails`. @internal */
export const complianceDetails = structure({
  NoncompliantKeys: listOf(text),
  KeysWithNoncompliantValues: listOf(text),
  ComplianceStatus: bool,
});

/** Wire names of `ResourceTagMapping`. @internal */
export const resourceTagMapping = structure({
  ResourceARN: text,
  Tags: listOf(tag),
  ComplianceDetails: complianceDetails,
});

/** Wire names of `GetResourcesOutput`. @internal */
export const getResourcesOutput = structure({
  PaginationToken: text,
  ResourceTagMappingList: listOf(resourceTagMapping),
});
