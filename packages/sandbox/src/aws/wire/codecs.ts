import { Codec } from './Codec';
import { createFormCodec } from './formCodec';
import { jsonCodec } from './jsonCodec';
import { ProtocolName } from './protocol';
import { restJsonCodec } from './restJsonCodec';
import { restXmlCodec } from './restXmlCodec';

/** How each protocol reads and writes. @internal */
export const codecs: Readonly<Record<ProtocolName, Codec>> = {
  ec2: createFormCodec('ec2'),
  query: createFormCodec('query'),
  'rest-xml': restXmlCodec,
  json: jsonCodec,
  'rest-json': restJsonCodec,
};
