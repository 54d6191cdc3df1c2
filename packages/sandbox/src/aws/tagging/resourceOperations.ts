import { AwsFault } from '../../world';
import { toTagList } from '../ec2/tags';
import { Operation, operation } from '../server/Operation';
import { PageLimits, pageOf } from '../server/paging';
import { ValueOf } from '../wire/shapes';
import * as shapes from './shapes/resourceShapes';
import {
  isOfType,
  listTaggedResources,
  TaggedResource,
} from './taggedResources';

const CODE = 'InvalidParameterException';

const pageLimits: PageLimits = {
  parameter: 'ResourcesPerPage',
  minimum: 1,
  maximum: 100,
  standard: 50,
  isCapped: false,
  badTokenCode: 'PaginationTokenExpiredException',
  badSizeCode: CODE,
};

/** All filters must match; of the values of one, any. */
function hasTags(
  { tags }: TaggedResource,
  filters: ValueOf<typeof shapes.tagFilter>[] | undefined,
): boolean {
  return (filters ?? []).every(({ Key: key = '', Values: values }) =>
    values?.length ? values.includes(tags[key]) : key in tags,
  );
}

function checkInput(input: ValueOf<typeof shapes.getResourcesInput>): void {
  const isMixed =
    input.ResourceARNList?.length &&
    (input.TagFilters?.length || input.ResourceTypeFilters?.length);
  if (isMixed) {
    throw new AwsFault(
      CODE,
      'ResourceARNList cannot be given together with filters',
    );
  }
}

const getResources = operation(
  'GetResources',
  { input: shapes.getResourcesInput, output: shapes.getResourcesOutput },
  (call, input) => {
    checkInput(input);
    const types = input.ResourceTypeFilters;
    const arns = input.ResourceARNList;
    const found = listTaggedResources(call).filter(
      resource =>
        (!arns?.length || arns.includes(resource.arn)) &&
        (!types?.length || types.some(type => isOfType(resource.arn, type))) &&
        hasTags(resource, input.TagFilters),
    );
    const { records, nextToken } = pageOf(found, {
      size: input.ResourcesPerPage,
      token: input.PaginationToken || undefined,
      limits: pageLimits,
    });
    return {
      // The last page has an empty token, not an absent one.
      PaginationToken: nextToken ?? '',
      ResourceTagMappingList: records.map(({ arn, tags }) => ({
        ResourceARN: arn,
        Tags: toTagList(tags),
      })),
    };
  },
);

/** Tagged resources in bulk. @internal */
export const resourceOperations: Operation[] = [getResources];
