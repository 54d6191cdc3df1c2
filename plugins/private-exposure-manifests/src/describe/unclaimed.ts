/** What stands in the place of an owner that nobody knows. @internal */
export const UNCLAIMED = 'which nobody in the catalog claims';
