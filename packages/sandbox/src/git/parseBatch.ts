/**
 * Reads the output of `git cat-file --batch`: contents by object id, without those that are missing.
 * @internal
 */
export function parseBatch(output: Buffer): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (let position = 0; position < output.length; ) {
    const end = output.indexOf('\n', position);
    const [sha, type, size] = output.toString('utf8', position, end).split(' ');
    position = end + 1;
    if (type !== 'missing') {
      const length = Number(size);
      contents.set(sha, output.subarray(position, position + length));
      // A line feed follows the content.
      position += length + 1;
    }
  }
  return contents;
}
