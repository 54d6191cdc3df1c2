import { useEffect, useState } from 'react';

/**
 * The time, moving on every half minute, so that "2 minutes ago" stays true on a page that nobody reloads.
 *
 * @internal
 */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
