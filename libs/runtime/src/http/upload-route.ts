import { hash } from 'node:crypto';
import { addHours, type Instant } from '@xietong/domain';
import { AttachmentType, partyOf } from '@xietong/kernel';
import { parse as parseDisposition } from 'content-disposition';
import type { Request } from 'express';
import { unnamedHours } from '../attachments/attachment-sweep.ts';
import type { AttachmentStore, KeptFile } from '../attachments/attachment-store.ts';
import { mediaTypeOf } from '../attachments/content-type.ts';
import { cleanFileName } from '../attachments/file-name.ts';
import { type Scan, ScannerUnavailable } from '../attachments/scanner.ts';
import { toAttachment } from '../commit/named-attachments.ts';
import type { PersonalExchange } from './endpoint.ts';
import { requireIdempotencyKey } from './idempotency.ts';
import { requireJsonAccepted } from './negotiation.ts';
import { platformProblems } from './platform-problems.ts';
import { platformProblem } from './problem.ts';
import { json, type Reply } from './reply.ts';
import { requireSizeAllowed, uploadBody } from './upload-body.ts';

export interface UploadParts {
  readonly attachments: AttachmentStore;
  /** Absent where no scanner is configured: files are then marked as not scanned. */
  readonly scan?: Scan;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/**
 * Takes a file in, the body as it is. Headers are checked first, in the order of the code; then the bytes go to the store, and what they are is looked at there:
 * nobody finds the file before that. Whatever is refused leaves nothing.
 */
export function uploadHandler(parts: UploadParts): (exchange: PersonalExchange) => Promise<Reply> {
  const { attachments, now, newId } = parts;
  return async ({ request, actor }) => {
    requireJsonAccepted(request);
    const idempotencyKey = requireIdempotencyKey(request.headers);
    const mediaType = requireTypeAllowed(request);
    const name = cleanFileName(requireName(request), mediaType);
    requireSizeAllowed(request);

    const { content, sum } = uploadBody(request);
    const id = newId();
    const party = partyOf(actor);
    await attachments.takeIn(id, content, addHours(now(), unnamedHours));
    try {
      const summed = sum();
      if (summed.bytes === 0) throw platformProblem('attachment-empty');
      requireSame(mediaType, await mediaTypeOf(await attachments.open(id), summed.bytes));
      const scanned = await requireClean(parts, id);
      const file: KeptFile = { id, name, mediaType, ...summed, scanned, party };
      const kept = await attachments.keep(file, hash('sha256', [party, idempotencyKey].join('\n'), 'base64url'));
      if (kept.id === id) return json(201, toAttachment(kept));
      if (!isRepeat(kept, file)) throw platformProblem('key-reused');
      await attachments.discard(id);
      return json(201, toAttachment(kept), { 'Idempotency-Replayed': 'true' });
    } catch (fault) {
      // Where this fails too, the sweep does it.
      await attachments.discard(id).catch(() => undefined);
      throw fault;
    }
  };
}

function requireTypeAllowed({ headers }: Request): AttachmentType {
  const [claimed = ''] = (headers['content-type'] ?? '').split(';');
  const allowed = AttachmentType.safeParse(claimed.trim().toLowerCase());
  if (!allowed.success) throw platformProblem('attachment-type-refused', { details: { allowed: AttachmentType.options } });
  return allowed.data;
}

// RFC 6266, with names beyond ASCII by RFC 8187: `attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf`.
function requireName({ headers }: Request): string {
  const name = headers['content-disposition'] === undefined ? undefined : parsedName(headers['content-disposition']);
  if (name === undefined || name === '') throw platformProblem('attachment-name-missing');
  return name;
}

function parsedName(header: string): string | undefined {
  try {
    return parseDisposition(header).parameters['filename'];
  } catch {
    return undefined;
  }
}

function requireSame(claimed: AttachmentType, found: string | undefined): void {
  if (found === claimed) return;
  throw platformProblem('attachment-content-differs', {
    details: { claimed, found: found ?? 'unknown' },
    errors: (lang) => [{ field: 'Content-Type', message: platformProblems['attachment-content-differs'].title[lang] }],
  });
}

async function requireClean({ scan, attachments }: UploadParts, id: string): Promise<boolean> {
  if (!scan) return false;
  const verdict = await scan(await attachments.open(id)).catch((fault: unknown) => {
    throw fault instanceof ScannerUnavailable ? platformProblem('scanner-unavailable', { headers: { 'Retry-After': '30' } }) : fault;
  });
  if (verdict === 'infected') throw platformProblem('attachment-infected');
  return true;
}

const isRepeat = (kept: KeptFile, sent: KeptFile): boolean =>
  kept.sha256 === sent.sha256 && kept.name === sent.name && kept.mediaType === sent.mediaType;
