import { useState } from 'react';

/**
 * An id for an element that is the same for the life of the component. React's own `useId` is missing in React 17,
 * which the plugin also runs on.
 *
 * @internal
 */
export function useId(purpose: string): string {
  const [id] = useState(
    () => `private-exposure-${purpose}-${Math.random().toString(36).slice(2)}`,
  );
  return id;
}
