import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';

/**
 * The language that the reader chose, as a BCP 47 tag. English where the app has no choice of languages.
 *
 * @internal
 */
export function useLanguage(): string {
  const languages = useApiHolder().get(appLanguageApiRef);
  const [language, setLanguage] = useState(
    () => languages?.getLanguage().language ?? 'en',
  );
  useEffect(() => {
    const subscription = languages
      ?.language$()
      .subscribe(choice => setLanguage(choice.language));
    return () => subscription?.unsubscribe();
  }, [languages]);
  return language;
}
