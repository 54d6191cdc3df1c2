import { readRequestId } from '@postern/backstage-plugin-private-exposure-common';
import type { OutgoingRequest } from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import { toKey } from '../../conversion';
import type { DbExposureRequestRow } from '../../tables';
import { chunks, insertRows } from '../../writeRows';

/** What an exposure asks for itself. @internal */
export interface RequestRows {
  /** The exposure. */
  exposureId: string;
  /** Left out, what is there stays. */
  requests?: readonly OutgoingRequest[];
  /** Nothing can be there yet. */
  isNew?: boolean;
}

/** Replaces what some exposures ask for. Only what carries a request id can be recognised, and is kept. @internal */
export async function writeRequestRows(
  tx: Knex,
  items: readonly RequestRows[],
): Promise<void> {
  const told = items.filter(({ requests }) => requests);
  for (const part of chunks(
    told.filter(({ isNew }) => !isNew),
    5000,
  )) {
    await tx('exposure_requests')
      .whereIn(
        'exposure_id',
        part.map(({ exposureId }) => exposureId),
      )
      .delete();
  }
  const rows = told.flatMap(({ exposureId, requests = [] }) =>
    requests.flatMap<DbExposureRequestRow>(
      ({ targetNativeId, requestMessage, region = '' }) => {
        const requestId = readRequestId(requestMessage);
        return requestId
          ? [
              {
                exposure_id: exposureId,
                request_id: requestId,
                target_key: toKey(targetNativeId),
                region: region.slice(0, 200),
              },
            ]
          : [];
      },
    ),
  );
  await insertRows(tx, 'exposure_requests', rows, { ignoreExisting: true });
}
