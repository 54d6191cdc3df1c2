import {
  CLOUDFRONT_PREFIX_LIST,
  cloudFrontPrefixListId,
  partitionOfRegion,
} from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Operation, operation } from '../server/Operation';
import * as shapes from './shapes/prefixListShapes';

interface PrefixList {
  id: string;
  name: string;
  tags: Record<string, string>;
}

const listFilters: FilterTable<PrefixList> = {
  'owner-id': () => 'AWS',
  'prefix-list-id': ({ id }) => id,
  'prefix-list-name': ({ name }) => name,
};

/** How many rules of a security group the list counts for (CloudFront guide, "Locations and IP address ranges"). */
const WEIGHT = 55;

const describe = operation(
  'DescribeManagedPrefixLists',
  {
    input: shapes.describeManagedPrefixListsRequest,
    output: shapes.describeManagedPrefixListsResult,
  },
  ({ scope }, input) => {
    const known: PrefixList[] = [
      {
        id: cloudFrontPrefixListId(scope.region),
        name: CLOUDFRONT_PREFIX_LIST,
        tags: {},
      },
    ];
    const wanted = known.filter(({ id }) =>
      (input.PrefixListIds ?? [id]).includes(id),
    );
    return {
      PrefixLists: applyFilters(wanted, input.Filters, listFilters).map(
        ({ id, name }) => ({
          PrefixListId: id,
          AddressFamily: 'IPv4',
          State: 'create-complete',
          PrefixListArn: `arn:${partitionOfRegion(scope.region)}:ec2:${
            scope.region
          }:aws:prefix-list/${id}`,
          PrefixListName: name,
          MaxEntries: WEIGHT,
          Tags: [],
          OwnerId: 'AWS',
        }),
      ),
    };
  },
);

/** The prefix lists that AWS keeps itself; those of accounts the sandbox leaves out. @internal */
export const prefixListOperations: Operation[] = [describe];
