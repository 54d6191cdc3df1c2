/**
 * The public DNS as far as AWS looks at it: TXT records.
 *
 * @public
 */
export class DnsRecords {
  readonly #texts = new Map<string, Set<string>>();

  /** Publishes a TXT record; several values of one name stay side by side. */
  publishTxt(name: string, value: string): void {
    const key = name.toLowerCase().replace(/\.$/, '');
    const values = this.#texts.get(key) ?? new Set<string>();
    values.add(value);
    this.#texts.set(key, values);
  }

  /** Removes one value of a name, or all; answers whether something went. */
  removeTxt(name: string, value?: string): boolean {
    const key = name.toLowerCase().replace(/\.$/, '');
    const values = this.#texts.get(key);
    if (!values) return false;
    if (value === undefined) return this.#texts.delete(key);
    const removed = values.delete(value);
    if (values.size === 0) this.#texts.delete(key);
    return removed;
  }

  /** The values of a name. DNS compares names without case, values with. */
  lookupTxt(name: string): string[] {
    const key = name.toLowerCase().replace(/\.$/, '');
    return [...(this.#texts.get(key) ?? [])];
  }

  /** All records. */
  listTxt(): { name: string; values: string[] }[] {
    return [...this.#texts].map(([name, values]) => ({
      name,
      values: [...values],
    }));
  }
}
