import { parseGoDurationSeconds } from './goDuration';
import { parseGoInteger, trimGoSpace } from './goParsers';

const [SHORTEST_TTL, LONGEST_TTL] = [1, 2_147_483_647];

/**
 * Reads a list of names as external-dns does: every space dropped, then parted by commas, empty parts kept.
 *
 * @remarks `SplitHostnameAnnotation` in `source/annotations/processors.go` of external-dns.
 *
 * @public
 */
export function parseHostnameList(text: string): string[] {
  return trimGoSpace(text.replaceAll(' ', '')).split(',');
}

/**
 * Reads a record's time to live as external-dns does: a duration, or a number of seconds.
 *
 * @remarks `TTLFromAnnotations` in `source/annotations/processors.go` of external-dns.
 *
 * @returns Seconds; `undefined` for what external-dns ignores, with a line in its log.
 *
 * @public
 */
export function parseTtl(text: string): number | undefined {
  const seconds = parseGoDurationSeconds(text) ?? parseGoInteger(text);
  return seconds !== undefined &&
    seconds >= SHORTEST_TTL &&
    seconds <= LONGEST_TTL
    ? seconds
    : undefined;
}
