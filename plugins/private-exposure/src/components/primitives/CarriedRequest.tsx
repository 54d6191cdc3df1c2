import { Link } from '@backstage/core-components';
import type { ConnectionChange } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';

/**
 * Says whose request id a connection carries, and no more than that: an id can be copied.
 *
 * @internal
 */
export function CarriedRequest(props: {
  change: ConnectionChange;
  /** Another connection carries the id too. */
  isContested?: boolean;
  /** Name the pull request by its title too. */
  withTitle?: boolean;
}) {
  const t = useTexts();
  const { change, isContested = false, withTitle = false } = props;
  const { title, url, state, origin } = change;
  const number = /\/(\d+)\/?$/.exec(url)?.[1];
  const pullRequest = (
    <>
      <Link to={url}>{number ? `#${number}` : title}</Link>
      {withTitle && number && ` ‘${title}’`}
      {state !== 'merged' && ` (${t(`changeState.${state}`)})`}
    </>
  );
  if (isContested) return <>{t('connections.contested', { pullRequest })}</>;
  return (
    <>
      {origin
        ? t('connections.carriesIdOf', {
            pullRequest,
            origin: `${t(`kind.${origin.kind}`)} ‘${origin.name}’`,
          })
        : t('connections.carriesId', { pullRequest })}
    </>
  );
}
