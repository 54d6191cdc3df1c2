import {
  at,
  bool,
  ec2Structure,
  integer,
  itemsOf,
  text,
} from '../../wire/shapes';
import { filter, tag } from './sharedShapes';

/** Wire names of `DescribeManagedPrefixListsRequest`. @internal */
export const describeManagedPrefixListsRequest = ec2Structure({
  DryRun: bool,
  Filters: at('Filter', itemsOf(filter)),
  MaxResults: integer,
  NextToken: text,
  PrefixListIds: at('PrefixListId', itemsOf(text)),
});

/** Wire names of `ManagedPrefixList`. @internal */
export const managedPrefixList = ec2Structure({
  PrefixListId: text,
  AddressFamily: text,
  State: text,
  StateMessage: text,
  PrefixListArn: text,
  PrefixListName: text,
  MaxEntries: integer,
  Version: integer,
  Tags: at('tagSet', itemsOf(tag)),
  OwnerId: text,
});

/** Wire names of `DescribeManagedPrefixListsResult`. @internal */
export const describeManagedPrefixListsResult = ec2Structure({
  NextToken: text,
  PrefixLists: at('prefixListSet', itemsOf(managedPrefixList)),
});
