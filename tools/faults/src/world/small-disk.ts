import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const roomMebibytes = 160;

/** A file system of its own under a folder, small enough to be filled. */
export interface SmallDisk {
  /** Takes all that is free. */
  fill(): void;
  /** Gives back what was taken. */
  relieve(): void;
  /** Puts the folder, with what is in it now, back to where it was. */
  remove(): void;
}

/** Whether this process may mount; without it there is no small disk. */
export const mayMount = (): boolean => process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;

/** Puts a small tmpfs under the folder and copies the content into it. Nobody may use the folder meanwhile. */
export function putOnSmallDisk(folder: string): SmallDisk {
  const aside = `${folder}.aside`;
  const filler = join(folder, 'filler');
  const usedMebibytes = Number(execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0]);
  renameSync(folder, aside);
  mkdirSync(folder, { mode: 0o700 });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${usedMebibytes + roomMebibytes}m`, 'tmpfs', folder]);
  // Whatever ends this process: the mount would outlive it.
  const unmount = (): void => void spawnSync('umount', ['--lazy', folder]);
  process.once('exit', unmount);
  cpSync(aside, folder, { recursive: true });
  return {
    fill() {
      // It ends with an error, as it should: no space left.
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k', 'status=none']);
    },
    relieve: () => rmSync(filler, { force: true }),
    remove() {
      rmSync(filler, { force: true });
      rmSync(aside, { recursive: true });
      cpSync(folder, aside, { recursive: true });
      execFileSync('umount', [folder]);
      process.off('exit', unmount);
      rmSync(folder, { recursive: true });
      renameSync(aside, folder);
    },
  };
}
