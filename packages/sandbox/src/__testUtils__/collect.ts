/** All that an iteration gives. */
export async function collect<TItem>(
  items: AsyncIterable<TItem>,
): Promise<TItem[]> {
  const collected: TItem[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
