const start = performance.now();

/** Says on standard error what is being done; the table alone goes to standard output. @internal */
export function progress(what: string): void {
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stderr.write(`bench ${String(seconds).padStart(4)}s  ${what}\n`);
}
