import {
  AwsEc2QueryProtocol,
  AwsQueryProtocol,
  XmlShapeDeserializer,
} from '@aws-sdk/core/protocols';
import type { Schema, StreamCollector } from '@smithy/types';
import { readXml } from './readXml';

/** The SDK's reader of answers with our reader of XML under it. */
class LeanDeserializer extends XmlShapeDeserializer {
  read(schema: Schema, bytes: Uint8Array | string, key?: string): unknown {
    const body =
      typeof bytes === 'string'
        ? Buffer.from(bytes)
        : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (body.length === 0) return this.readSchema(schema, {});
    const root = readXml(body);
    const isResult = key !== undefined && typeof root !== 'string';
    return this.readSchema(schema, isResult ? root[key] : root);
  }
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
 * @internal
 */
export const collectBody: StreamCollector = async stream => {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
};
