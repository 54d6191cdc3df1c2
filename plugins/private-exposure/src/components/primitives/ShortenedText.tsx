import {
  findLongIds,
  shortenId,
  shortenIds,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Disclosure } from './Disclosure';
import { FactList } from './FactList';

/**
 * Running text with only the last part of each long id in it, and the whole ids on demand.
 *
 * @internal
 */
export function ShortenedText(props: { text: string }) {
  const t = useTexts();
  const ids = findLongIds(props.text);
  return (
    <>
      {shortenIds(props.text)}
      {ids.length > 0 && (
        <Disclosure title={t('common.wholeIds', { count: ids.length })}>
          <FactList
            facts={ids.map(id => ({
              label: shortenId(id),
              value: id,
              copyable: true,
            }))}
          />
        </Disclosure>
      )}
    </>
  );
}
