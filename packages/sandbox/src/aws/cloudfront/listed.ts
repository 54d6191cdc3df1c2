import { AwsFault, ScopedRecord } from '../../world';
import { Page, PageLimits, pageOf } from '../server/paging';

const pageLimits: PageLimits = {
  parameter: 'MaxItems',
  minimum: 1,
  maximum: 100,
  isCapped: true,
  badTokenCode: 'InvalidArgument',
  badSizeCode: 'InvalidArgument',
};

/** A list as CloudFront writes it: an empty one has no items at all. @internal */
export function listed<TItem>(items: TItem[]): {
  Quantity: number;
  Items?: TItem[];
} {
  return {
    Quantity: items.length,
    Items: items.length > 0 ? items : undefined,
  };
}

/** A page of a listing and what CloudFront says of it. @internal */
export function listPage<TRecord extends ScopedRecord, TItem>(
  records: TRecord[],
  input: { Marker?: string; MaxItems?: string },
  toItem: (record: TRecord) => TItem,
) {
  const size = sizeOf(input.MaxItems);
  const page: Page<TRecord> = pageOf(records, {
    size,
    token: input.Marker,
    limits: pageLimits,
  });
  return {
    Marker: input.Marker ?? '',
    NextMarker: page.nextToken,
    MaxItems: Math.min(size ?? pageLimits.maximum, pageLimits.maximum),
    IsTruncated: page.nextToken !== undefined,
    ...listed(page.records.map(toItem)),
  };
}

function sizeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new AwsFault('InvalidArgument', `MaxItems '${text}' is not a number.`);
}
