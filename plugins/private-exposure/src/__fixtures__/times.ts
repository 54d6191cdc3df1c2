/** Times relative to the moment the fixtures are loaded, so that "2 minutes ago" is what a page shows. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** A recent observation. */
export function freshSource(minutes = 2) {
  return { state: 'fresh', observedAt: minutesAgo(minutes) } as const;
}
