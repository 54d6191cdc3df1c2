import { parseAllDocuments } from 'yaml';
import { isSameValue } from '../verify/sameValue';

/** The one document of a file, which reads the same in whichever version of YAML a tool knows. */
export function readYamlAlike(content: string): unknown {
  const [old, now] = (['1.1', '1.2'] as const).map(version =>
    parseAllDocuments(content, { version }).map((document): unknown =>
      document.toJS(),
    ),
  );
  if (!isSameValue(old, now) || now.length !== 1)
    throw new Error(`it reads as ${JSON.stringify([old, now])}`);
  return now[0];
}
