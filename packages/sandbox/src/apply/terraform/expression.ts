/**
 * A value of the Terraform language; sets are lists.
 * @internal
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | Value[]
  | { [key: string]: Value };

/**
 * A step into a value: an attribute's name or an index.
 * @internal
 */
export type Accessor = { name: string } | { index: Expression };

/**
 * A parsed expression of the Terraform language.
 * @internal
 */
export type Expression =
  | { type: 'literal'; value: Value }
  | { type: 'template'; parts: Expression[] }
  /** A name and the attributes that follow it directly, for example `local`, `tags`. */
  | { type: 'reference'; path: string[] }
  | { type: 'access'; target: Expression; accessor: Accessor }
  | { type: 'splat'; target: Expression; accessors: Accessor[] }
  | { type: 'call'; name: string; args: Expression[]; expandsLast: boolean }
  | { type: 'tuple'; items: Expression[] }
  | { type: 'object'; entries: [Expression, Expression][] }
  | {
      type: 'for';
      keyName?: string;
      valueName: string;
      collection: Expression;
      /** Only for an object. */
      key?: Expression;
      value: Expression;
      condition?: Expression;
      isGrouped: boolean;
    }
  | {
      type: 'conditional';
      condition: Expression;
      whenTrue: Expression;
      whenFalse: Expression;
    }
  | { type: 'unary'; operator: '-' | '!'; operand: Expression }
  | { type: 'binary'; operator: string; left: Expression; right: Expression };

/**
 * Whether a value is a map or an object.
 * @internal
 */
export function isMap(value: unknown): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
