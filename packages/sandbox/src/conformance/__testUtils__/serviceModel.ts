import {
  Member,
  MemberLocation,
  Shape,
  StructureShape,
  TimestampFormat,
  XmlNamespace,
} from '../../aws/wire/shapes';

/** How one shape refers to another, in a published service model. */
export interface ModelReference {
  shape: string;
  locationName?: string;
  queryName?: string;
  flattened?: boolean;
  xmlAttribute?: boolean;
  location?: MemberLocation | 'headers' | 'statusCode';
  jsonvalue?: boolean;
  idempotencyToken?: boolean;
  timestampFormat?: TimestampFormat;
  xmlNamespace?: XmlNamespace | string;
}

/** A shape of a published service model. */
export interface ModelShape extends Partial<ModelReference> {
  type: string;
  members?: Record<string, ModelReference>;
  member?: ModelReference;
  key?: ModelReference;
  value?: ModelReference;
  /** The member that is the whole body. */
  payload?: string;
  /** True of any JSON. */
  document?: boolean;
}

/** Shapes by name. */
export type ModelShapes = Record<string, ModelShape>;

/** A published service model, as far as the tests read it. */
export interface ServiceModel {
  metadata: { protocol: string; apiVersion: string; xmlNamespace?: string };
  operations: Record<
    string,
    {
      http?: { method: string; requestUri: string; responseCode?: number };
      input?: { shape: string };
      output?: { shape: string; resultWrapper?: string };
    }
  >;
  shapes: ModelShapes;
}

const SCALARS: Record<
  string,
  'string' | 'integer' | 'boolean' | 'float' | 'blob'
> = {
  string: 'string',
  character: 'string',
  integer: 'integer',
  long: 'integer',
  boolean: 'boolean',
  float: 'float',
  double: 'float',
  blob: 'blob',
};

/**
 * What the elements of a flattened list without a name of its own are called:
 * the newer protocol tests say after the member, the older ones as the list
 * calls its elements. No service played here has such a list.
 */
export type FlattenedNaming = 'member' | 'element';

/**
 * Turns a model's shape into one of ours. Members are turned when they are
 * looked at, so that shapes may contain themselves.
 */
export function toShape(
  shapes: ModelShapes,
  reference: ModelReference,
  naming: FlattenedNaming,
): Shape {
  const model = shapes[reference.shape];
  const isFlattened = reference.flattened ?? model.flattened;
  const xmlNamespace = toNamespace(model.xmlNamespace);
  if (model.document) return { type: 'document' };
  if (model.type === 'structure') {
    return toStructure(shapes, reference.shape, naming);
  }
  if (model.type === 'list' && model.member) {
    const { member } = model;
    return {
      type: 'list',
      element: toShape(shapes, member, naming),
      elementName: member.locationName,
      isFlattened,
      xmlNamespace,
    };
  }
  if (model.type === 'map' && model.key && model.value) {
    return {
      type: 'map',
      key: toShape(shapes, model.key, naming),
      value: toShape(shapes, model.value, naming),
      keyName: model.key.locationName,
      valueName: model.value.locationName,
      isFlattened,
    };
  }
  if (model.type === 'timestamp') {
    const timestampFormat = reference.timestampFormat ?? model.timestampFormat;
    return { type: 'timestamp', timestampFormat };
  }
  return { type: SCALARS[model.type] };
}

function toNamespace(
  given: XmlNamespace | string | undefined,
): XmlNamespace | undefined {
  return typeof given === 'string' ? { uri: given } : given;
}

/** Turns a model's structure into one of ours. */
export function toStructure(
  shapes: ModelShapes,
  name: string,
  naming: FlattenedNaming,
): StructureShape {
  const members: Record<string, Member> = {};
  for (const [member, reference] of Object.entries(
    shapes[name].members ?? {},
  )) {
    Object.defineProperty(members, member, {
      enumerable: true,
      get: () => toMember(shapes, { member, reference }, naming),
    });
  }
  return {
    type: 'structure',
    members,
    payload: shapes[name].payload,
    xmlNamespace: toNamespace(shapes[name].xmlNamespace),
  };
}

function toMember(
  shapes: ModelShapes,
  { member, reference }: { member: string; reference: ModelReference },
  naming: FlattenedNaming,
): Member {
  const shape = toShape(shapes, reference, naming);
  const isNamedByElement =
    naming === 'element' && shape.type === 'list' && shape.isFlattened;
  const elements = isNamedByElement ? shape.elementName : undefined;
  return {
    shape,
    wireName: reference.locationName ?? elements ?? member,
    requestName: reference.queryName,
    isAttribute: reference.xmlAttribute,
    location: locationOf(reference),
    timestampFormat: reference.timestampFormat,
    xmlNamespace: toNamespace(reference.xmlNamespace),
  };
}

/** Prefixes of headers and status codes are what no service played here has. */
function locationOf({ location }: ModelReference): MemberLocation | undefined {
  return location === 'headers' || location === 'statusCode'
    ? undefined
    : location;
}
