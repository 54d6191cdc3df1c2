/**
 * An expression that stands in the code as it is: a symbol, or a property of one such as `profile.id`. Never made from
 * user input other than identifiers.
 *
 * @public
 */
export interface BicepReference {
  reference: string;
}

/** A value of a property. @public */
export type BicepValue =
  | string
  | number
  | boolean
  | BicepReference
  | BicepValue[]
  | { object: Record<string, BicepValue> };

/** A resource: the symbol by which others name it, its type with the version of its API, and its properties. @public */
export interface BicepResource {
  symbol: string;
  /** Such as `Microsoft.Cdn/profiles@2024-02-01`. */
  type: string;
  /** Whether it is there already, and only looked at. */
  isExisting?: boolean;
  body: Record<string, BicepValue>;
}
