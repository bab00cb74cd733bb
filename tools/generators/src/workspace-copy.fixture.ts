import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join, relative } from 'node:path';

const original = join(import.meta.dirname, '..', '..', '..');
const entered = ['apps/portal/src/service-names.ts', 'infra/keycloak/realm.json', 'tools/engines/src/manifest.ts'];
const copied = ['apps/projects', 'libs', 'tools/generators', ...entered];
const configuration = /^(package(-lock)?|nx|tsconfig\.base|\.prettierrc)\.json$|^(eslint|jest)\.config\.mjs$/;

/** A workspace of its own in a temporary folder: the projects service, the libraries, the generators, and where services are entered; packages are shared. */
export class WorkspaceCopy {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'xietong-generators-')));

  constructor() {
    for (const path of [...copied, ...readdirSync(original).filter((name) => configuration.test(name))]) {
      cpSync(join(original, path), join(this.root, path), { recursive: true, filter: (source) => basename(source) !== 'node_modules' });
    }
    const packages = join(original, 'node_modules');
    mkdirSync(join(this.root, 'node_modules', '@xietong'), { recursive: true });
    for (const name of readdirSync(packages).filter((entry) => entry !== '@xietong' && entry !== '.cache')) {
      symlinkSync(join(packages, name), join(this.root, 'node_modules', name));
    }
    for (const folder of ['domain', 'kernel', 'runtime', 'testing', 'contracts/projects', 'contracts/talent']) {
      this.link(folder.replace('/', '-'), `libs/${folder}`);
    }
    this.link('projects', 'apps/projects');
    this.link('generators', 'tools/generators');
  }

  /** Does for one package of the workspace what `npm i` does. */
  link(name: string, path: string): void {
    const scope = join(this.root, 'node_modules', '@xietong');
    symlinkSync(relative(scope, join(this.root, path)), join(scope, name));
  }

  /** Runs a program of the workspace; `code` is 0 when it was content. */
  run(program: string, ...args: string[]): { code: number; output: string } {
    const bin = join(this.root, 'node_modules', '.bin');
    const { status, stdout, stderr } = spawnSync(join(bin, program), args, {
      cwd: this.root,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: [bin, process.env['PATH']].join(delimiter),
        NX_DAEMON: 'false',
        NX_TUI: 'false',
      },
    });
    return { code: status ?? 1, output: `${stdout}${stderr}` };
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
