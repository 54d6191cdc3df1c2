import {
  AwsEc2QueryProtocol,
  AwsQueryProtocol,
  XmlShapeDeserializer,
} from '@aws-sdk/core/protocols';
import type { NormalizedSchema, Schema, StreamCollector } from '@smithy/types';
import { AwsUnreadableAnswerError } from './errors';
import { readXml, type XmlElement, type XmlRoot } from './readXml';

/**
 * What an answer's objects are made of: those of a literal `{}` V8 comes to allocate as old, and an old one keeps what it
 * holds for long: 60 MB of a first survey.
 */
class Structure {
  [member: string]: unknown;
}

/**
 * The SDK's reader of answers with our reader of XML under it.
 *
 * @remarks
 * The SDK takes whatever else comes with status 200, such as the login page of a proxy, for an answer that lists nothing,
 * and a survey would call everything gone.
 */
class LeanDeserializer extends XmlShapeDeserializer {
  read(schema: Schema, bytes: Uint8Array | string, key?: string): unknown {
    const body =
      typeof bytes === 'string'
        ? Buffer.from(bytes)
        : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { name, value } = readAnswer(body);
    if (key === undefined) return this.readSchema(schema, value);
    if (typeof value === 'string' || !Object.hasOwn(value, key)) {
      throw new AwsUnreadableAnswerError(`<${name}> has no <${key}>`);
    }
    return this.readSchema(schema, value[key]);
  }

  /** As the SDK's, but for lists and structures: see {@link Structure}, which holds for a list's `[]` too. */
  readSchema(schema: Schema, value: unknown): unknown {
    if (!isNormalized(schema) || !isElement(value)) {
      return super.readSchema(schema, value);
    }
    if (schema.isListSchema() && !schema.getMergedTraits().xmlFlattened) {
      return this.#readList(schema.getValueSchema(), value);
    }
    // Unions, of which the SDK would keep unknown members, are in neither API.
    if (schema.isStructSchema()) {
      return this.#readStructure(schema, value);
    }
    return super.readSchema(schema, value);
  }

  #readList(item: NormalizedSchema, value: XmlElement): unknown[] {
    const items = value[item.getMergedTraits().xmlName ?? 'member'] ?? [];
    const list = Array.isArray(items) ? items : Array.of(items);
    return list.map(each => this.readSchema(item, each));
  }

  #readStructure(schema: NormalizedSchema, value: XmlElement): Structure {
    const structure = new Structure();
    for (const [name, member] of schema.structIterator()) {
      const part = value[member.getMemberTraits().xmlName ?? name];
      if (part !== undefined) structure[name] = this.readSchema(member, part);
    }
    return structure;
  }
}

function isNormalized(schema: Schema): schema is Schema & NormalizedSchema {
  return typeof schema === 'object' && 'isListSchema' in schema;
}

function isElement(value: unknown): value is XmlElement {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Both protocols end the root's name so: `<Operation>Response`, and `Response` or `ErrorResponse` of errors. */
function readAnswer(body: Buffer): XmlRoot {
  let root: XmlRoot;
  try {
    root = readXml(body);
  } catch (error) {
    throw new AwsUnreadableAnswerError('it is not whole XML', error);
  }
  if (!root.name.endsWith('Response')) {
    throw new AwsUnreadableAnswerError(`it is <${root.name.slice(0, 40)}>`);
  }
  return root;
}

/** EC2's protocol, read without the SDK's garbage. @internal */
export class LeanEc2Protocol extends AwsEc2QueryProtocol {
  constructor(options: ConstructorParameters<typeof AwsEc2QueryProtocol>[0]) {
    super(options);
    this.deserializer = new LeanDeserializer(this.deserializer.settings);
  }
}

/** The protocol of Elastic Load Balancing v2, read without the SDK's garbage. @internal */
export class LeanQueryProtocol extends AwsQueryProtocol {
  constructor(options: ConstructorParameters<typeof AwsQueryProtocol>[0]) {
    super(options);
    this.deserializer = new LeanDeserializer(this.deserializer.settings);
  }
}

/**
 * Reads an answer's body. The SDK's own collector hangs on to the pieces, 1.3 MB of a survey's page, for as long as
 * somebody has the answer in hand.
 *
 * @throws AwsUnreadableAnswerError for an empty one, which the SDK does not hand to the protocol's reader.
 * @internal
 */
export const collectBody: StreamCollector = async stream => {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  const body = Buffer.concat(pieces);
  if (body.length === 0) throw new AwsUnreadableAnswerError('it is empty');
  return body;
};
