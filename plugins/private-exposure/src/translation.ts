import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { englishMessages } from './translations/en';

/**
 * The plugin's texts. English is built in, German comes along; an app adds or replaces others.
 *
 * @public
 */
export const privateExposureTranslationRef = createTranslationRef({
  id: 'plugin.private-exposure',
  messages: englishMessages,
  translations: { de: () => import('./translations/de') },
});
