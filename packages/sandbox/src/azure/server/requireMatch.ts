import { ArmRecord, AzureFault } from '../../azureWorld';
import { ArmCall } from './ArmOperation';

/** Clients send an etag weak or strong, quoted or bare. */
function bare(etag: string): string {
  return etag.replace(/^W\//, '').replace(/^"|"$/g, '');
}

/**
 * Says that a conditional write meets the version of a resource that its client has seen.
 *
 * @param known - the resource if it is there
 * @throws AzureFault 412 `PreconditionFailed`, in the words of the network provider, for another version.
 * @internal
 */
export function requireMatch(
  { ifMatch }: ArmCall,
  id: string,
  known: ArmRecord | undefined,
): void {
  if (ifMatch === undefined) return;
  if (known && (ifMatch === '*' || bare(ifMatch) === bare(known.etag))) return;
  const detail = known
    ? {
        code: 'PreconditionFailedEtagMismatch',
        message: `Etag provided in if-match header W/"${bare(
          ifMatch,
        )}" does not match etag ${known.etag} of resource ${
          known.id
        } in NRP data store.`,
      }
    : {
        code: 'PreconditionFailedResourceNotFound',
        message: `The if-match header ${ifMatch} asks for a version of resource ${id}, which does not exist.`,
      };
  throw new AzureFault('PreconditionFailed', 'Precondition failed.', {
    status: 412,
    details: [detail],
  });
}
