import type { Errand } from '../errand.ts';
import type { Java } from '../java.ts';
import type { EngineName } from '../manifest.ts';
import type { Secrets } from '../secrets.ts';
import type { Command } from '../tracked-process.ts';

/** Where one engine of one set lives. */
export interface Site extends Errand {
  /** Its own folder under the set's state folder. */
  dir: string;
  /** By the names that the manifest gives them; `main` is where clients connect. */
  ports: Record<string, number>;
  secrets: Secrets;
  /** Asked for only by those that need it, found once. */
  java: () => Promise<Java>;
}

/** What the native mode must know of an engine; each knows nothing of pid files, ports in use or the other engines. */
export interface Engine {
  name: EngineName;
  /** Fetches and builds what is missing, lays out the data folder, and says what to run. */
  prepare(site: Site): Promise<Command>;
  /** One look: does it serve clients? A throw means not yet. */
  isReady(site: Site): Promise<boolean>;
}
