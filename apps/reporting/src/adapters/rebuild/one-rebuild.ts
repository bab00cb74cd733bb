import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isHeldElsewhere, openDatabase } from '../facts-file/database.ts';

/**
 * Claims the folder for one rebuild, until the function that it resolves to is called. Rejects while another process has it. The claim is
 * an empty database that is open, because that lock ends with its process, however it ends, and holds in another container too.
 */
export async function claimForRebuild(folder: string): Promise<() => void> {
  await mkdir(folder, { recursive: true });
  try {
    const claim = await openDatabase(join(folder, 'rebuild.lock'));
    return () => claim.closeSync();
  } catch (fault) {
    if (isHeldElsewhere(fault)) throw new RebuildUnderWay(fault);
    throw fault;
  }
}

/** Another process has claimed the folder. */
class RebuildUnderWay extends Error {
  constructor(cause: unknown) {
    super('another rebuild is under way: wait until it has ended', { cause });
  }
}

/** Has another process claimed the folder for a rebuild, and is it still alive? */
export async function isRebuildUnderWay(folder: string): Promise<boolean> {
  try {
    const release = await claimForRebuild(folder);
    release();
    return false;
  } catch (fault) {
    if (fault instanceof RebuildUnderWay) return true;
    throw fault;
  }
}
