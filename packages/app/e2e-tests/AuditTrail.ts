import { readFile } from 'node:fs/promises';

/** What the auditor wrote about one request. */
export interface AuditRecord {
  eventId: string;
  status: string;
  actor: Record<string, unknown>;
  request: Record<string, unknown>;
  meta: Record<string, unknown>;
}

/** The colours that the development log is written in. */
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** The back end's audit trail. Backstage's auditor writes it to the log, one line an event. */
export class AuditTrail {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** @throws Error if nobody says where the log is. */
  static fromEnvironment(): AuditTrail {
    const path = process.env.POSTERN_BACKEND_LOG;
    if (!path) {
      throw new Error(
        "POSTERN_BACKEND_LOG must name the back end's log; 'npm test -- e2e' sets it",
      );
    }
    return new AuditTrail(path);
  }

  /** The private exposure plugin's records with this event id, oldest first. */
  async list(eventId: string): Promise<AuditRecord[]> {
    const text = (await readFile(this.#path, 'utf8')).replace(colours, '');
    return text
      .split('\n')
      .filter(line => line.includes(`private-exposure.${eventId} isAuditEvent`))
      .map(toRecord);
  }
}

function toRecord(line: string): AuditRecord {
  return {
    eventId: String(readField(line, 'eventId')),
    status: String(readField(line, 'status')),
    actor: readObject(line, 'actor'),
    request: readObject(line, 'request'),
    meta: readObject(line, 'meta'),
  };
}

function readObject(line: string, name: string): Record<string, unknown> {
  return Object(readField(line, name));
}

/** A field is `name=` and JSON, and ends where the next one begins or the line ends. */
function readField(line: string, name: string): unknown {
  const start = line.indexOf(` ${name}=`);
  if (start < 0) return undefined;
  const rest = line.slice(start + name.length + 2);
  const ends = [...rest.matchAll(/ \w+=|$/g)].map(match => match.index);
  for (const end of ends) {
    try {
      return JSON.parse(rest.slice(0, end));
    } catch {
      // A space and an equals sign inside a value: the field goes on.
    }
  }
  return undefined;
}
