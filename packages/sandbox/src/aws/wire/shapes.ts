/** A value without parts. @internal */
export interface ScalarShape {
  /** A `document` is any JSON, and only JSON protocols have it. */
  type:
    | 'string'
    | 'integer'
    | 'boolean'
    | 'timestamp'
    | 'float'
    | 'blob'
    | 'document';
  timestampFormat?: TimestampFormat;
}

/**
 * How a moment is written. Unless said otherwise: seconds in JSON, `rfc822` in
 * headers, `iso8601` elsewhere.
 *
 * @internal
 */
export type TimestampFormat = 'iso8601' | 'rfc822' | 'unixTimestamp';

/** The name space of an element. @internal */
export interface XmlNamespace {
  prefix?: string;
  uri: string;
}

/** Where the REST protocols put a member that is not in the body. @internal */
export type MemberLocation = 'uri' | 'querystring' | 'header';

/** A member of a structure and its name on the wire. @internal */
export interface Member<TShape extends Shape = Shape> {
  shape: TShape;
  wireName: string;
  /** EC2 only: the name in requests where it does not follow the rule. */
  requestName?: string;
  /** Written as an attribute of the parent's element. */
  isAttribute?: boolean;
  location?: MemberLocation;
  timestampFormat?: TimestampFormat;
  xmlNamespace?: XmlNamespace;
}

/**
 * A list. Its elements are called `member` unless they have a name of their
 * own; those of a flattened list go by the member's name, without an element
 * around them.
 *
 * @internal
 */
export interface ListShape<TShape extends Shape = Shape> {
  type: 'list';
  element: TShape;
  elementName?: string;
  isFlattened?: boolean;
  xmlNamespace?: XmlNamespace;
}

/** A map; its entries are elements named `entry`. @internal */
export interface MapShape<TShape extends Shape = Shape> {
  type: 'map';
  key: Shape;
  value: TShape;
  keyName?: string;
  valueName?: string;
  isFlattened?: boolean;
}

/** A structure. @internal */
export interface StructureShape<
  TMembers extends Record<string, Member> = Record<string, Member>,
> {
  type: 'structure';
  members: TMembers;
  /** The member that is the whole body, in the REST protocols. */
  payload?: string;
  xmlNamespace?: XmlNamespace;
}

/** Anything that goes over the wire. @internal */
export type Shape = ScalarShape | ListShape | MapShape | StructureShape;

/** The TypeScript type of a shape's values. Every member may be absent. @internal */
export type ValueOf<TShape> = TShape extends { type: 'string' | 'blob' }
  ? string
  : TShape extends { type: 'integer' | 'float' }
  ? number
  : TShape extends { type: 'boolean' }
  ? boolean
  : TShape extends { type: 'timestamp' }
  ? Date
  : TShape extends { type: 'document' }
  ? unknown
  : TShape extends { type: 'list'; element: infer TElement }
  ? ValueOf<TElement>[]
  : TShape extends { type: 'map'; value: infer TValue }
  ? // A mapped type would be looked into at once, without an end.
    { [key: string]: ValueOf<TValue> }
  : TShape extends { type: 'structure'; members: infer TMembers }
  ? {
      [K in keyof TMembers]?: TMembers[K] extends { shape: infer S }
        ? ValueOf<S>
        : never;
    }
  : never;

/** A text. @internal */
export const text = { type: 'string' } as const;
/** A whole number. @internal */
export const integer = { type: 'integer' } as const;
/** True or false. @internal */
export const bool = { type: 'boolean' } as const;
/** A moment. @internal */
export const timestamp = { type: 'timestamp' } as const;
/** Any JSON. @internal */
export const document = { type: 'document' } as const;

interface Named<TShape extends Shape> {
  named: string;
  location?: MemberLocation;
  shape: TShape;
}

/** Gives a member a name on the wire that does not follow the rule. @internal */
export function at<TShape extends Shape>(
  wireName: string,
  shape: TShape,
): Named<TShape> {
  return { named: wireName, shape };
}

/** Puts a member into the path of a REST request. @internal */
export function inPath<TShape extends Shape>(
  wireName: string,
  shape: TShape,
): Named<TShape> {
  return { named: wireName, location: 'uri', shape };
}

/** Puts a member into the query of a REST request. @internal */
export function inQuery<TShape extends Shape>(
  wireName: string,
  shape: TShape,
): Named<TShape> {
  return { named: wireName, location: 'querystring', shape };
}

/** Puts a member into a header. @internal */
export function inHeader<TShape extends Shape>(
  wireName: string,
  shape: TShape,
): Named<TShape> {
  return { named: wireName, location: 'header', shape };
}

/** A list as EC2 writes it: its elements are called `item`. @internal */
export function itemsOf<TShape extends Shape>(
  element: TShape,
): ListShape<TShape> {
  return { type: 'list', element, elementName: 'item' };
}

/** A list as the query protocol has it: its elements are called `member`. @internal */
export function listOf<TShape extends Shape>(
  element: TShape,
): ListShape<TShape> {
  return { type: 'list', element };
}

/** A list whose elements have a name of their own. @internal */
export function elementsOf<TShape extends Shape>(
  elementName: string,
  element: TShape,
): ListShape<TShape> {
  return { type: 'list', element, elementName };
}

/** Texts by name. @internal */
export const textMap = {
  type: 'map',
  key: text,
  value: text,
} as const satisfies MapShape;

type MemberInput = Shape | Named<Shape>;

type Members<TInput extends Record<string, MemberInput>> = {
  [K in keyof TInput]: Member<
    TInput[K] extends { named: string; shape: infer S extends Shape }
      ? S
      : TInput[K] extends Shape
      ? TInput[K]
      : never
  >;
};

function buildStructure<TInput extends Record<string, MemberInput>>(
  input: TInput,
  nameOf: (member: string) => string,
): StructureShape<Members<TInput>> {
  const members = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      'named' in value
        ? {
            wireName: value.named,
            location: value.location,
            shape: value.shape,
          }
        : { wireName: nameOf(name), shape: value },
    ]),
  );
  return { type: 'structure', members: members as Members<TInput> };
}

/**
 * A structure of the EC2 protocol: unless named with `at`, a member's wire name
 * is its own with a small first letter in answers, a capital one in requests.
 *
 * @internal
 */
export function ec2Structure<TInput extends Record<string, MemberInput>>(
  input: TInput,
): StructureShape<Members<TInput>> {
  return buildStructure(
    input,
    name => name.charAt(0).toLowerCase() + name.slice(1),
  );
}

/** A structure of the query protocol: wire names are the members' own. @internal */
export function queryStructure<TInput extends Record<string, MemberInput>>(
  input: TInput,
): StructureShape<Members<TInput>> {
  return buildStructure(input, name => name);
}

/**
 * A structure of the REST and JSON protocols: wire names are the members' own.
 *
 * @internal
 */
export function structure<TInput extends Record<string, MemberInput>>(
  input: TInput,
): StructureShape<Members<TInput>> {
  return buildStructure(input, name => name);
}

/** A structure of which one member is the whole body. @internal */
export function withPayload<TInput extends Record<string, MemberInput>>(
  payload: keyof TInput & string,
  input: TInput,
): StructureShape<Members<TInput>> {
  return { ...structure(input), payload };
}
