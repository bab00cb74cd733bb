import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Flush } from '../../intake/flush.ts';
import type { Ledger } from '../../intake/ledger.ts';
import type { MessageReader } from '../../intake/read-message.ts';
import type { EventPlace } from '../../metrics/figure-sql.ts';
import { Bodies } from './bodies.ts';
import { openDatabase } from './database.ts';
import { loadLedger } from './load-ledger.ts';
import { makeStanding } from './standing.ts';
import { ParkedTexts } from './parked-texts.ts';
import { addColumn, createTable, laterColumns, permanentTables } from './tables.ts';
import { isUntold, tellAgain } from './tell-again.ts';
import { writeFlush } from './write-flush.ts';

/** The facts of one instance in one folder: a DuckDB file, and beside it the texts of events and of parked messages. One process has it open. */
export class FactsFile {
  readonly #instance: DuckDBInstance;
  readonly #bodies: Bodies;
  readonly parkedTexts: ParkedTexts;
  #writer: DuckDBConnection | undefined;
  /** An earlier release has begun the file, and what its events tell is still to be kept. */
  #isUntold: boolean;

  private constructor(instance: DuckDBInstance, folder: string, untold: boolean) {
    this.#instance = instance;
    this.#isUntold = untold;
    this.#bodies = new Bodies(folder);
    this.parkedTexts = new ParkedTexts(join(folder, 'parked-texts'));
  }

  /** Opens the file, or begins one. Rejects while another process has it open. */
  static async open(folder: string): Promise<FactsFile> {
    await mkdir(folder, { recursive: true });
    const instance = await openDatabase(join(folder, 'facts.duckdb'));
    return new FactsFile(instance, folder, await makeTables(instance));
  }

  /**
   * Runs reads on a connection of their own, beside each other and beside the writer. All of them see the file at one moment: positions agree
   * with what stands, and a text that a flush moves into an archive is still found.
   */
  async read<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
    const connection = await this.#instance.connect();
    try {
      await connection.run('BEGIN');
      const result = await work(connection);
      await connection.run('COMMIT');
      return result;
    } finally {
      connection.disconnectSync();
    }
  }

  async loadLedger(read: MessageReader): Promise<Ledger> {
    if (this.#isUntold) await this.#tellAgain(read);
    return this.read((connection) => loadLedger(connection, read));
  }

  async #tellAgain(read: MessageReader): Promise<void> {
    const connection = await this.#instance.connect();
    try {
      await tellAgain(connection, this.#bodies, read);
      this.#isUntold = false;
    } finally {
      connection.disconnectSync();
    }
  }

  bodiesAt(connection: DuckDBConnection, places: readonly EventPlace[]): Promise<{ place: EventPlace; body: string }[]> {
    return this.#bodies.read(connection, places);
  }

  /** Writes a flush whole or not at all; after a rejection the ledger is ahead of the file and has to be loaded again. */
  async write(ledger: Ledger, flush: Flush): Promise<void> {
    const writer = (this.#writer ??= await this.#instance.connect());
    try {
      await writeFlush(writer, { bodies: this.#bodies, parkedTexts: this.parkedTexts }, ledger, flush);
    } catch (fault) {
      // Hanging up rolls back whatever the transaction had reached.
      this.#writer = undefined;
      writer.disconnectSync();
      this.#bodies.rolledBack();
      throw fault;
    }
  }

  /** Closes the file once its readers are done; what is in its log is folded in. */
  close(): void {
    this.#writer?.disconnectSync();
    this.#instance.closeSync();
  }
}

/** Makes the tables that the file lacks, and answers whether what its events tell is still to be kept. */
async function makeTables(instance: DuckDBInstance): Promise<boolean> {
  const connection = await instance.connect();
  try {
    const untold = await isUntold(connection);
    // What was told is kept in the same transaction in which its table is made.
    for (const name of permanentTables) if (name !== 'measures' || !untold) await connection.run(createTable(name));
    for (const column of laterColumns) await connection.run(addColumn(column));
    await makeStanding(connection);
    return untold;
  } finally {
    connection.disconnectSync();
  }
}
