/** An entry of a dictionary: columns hold its number instead of its name. */
export interface DictionaryEntry {
  readonly id: number;
  readonly name: string;
}

/** Numbers for names, counted up from 1. What it added since it was last asked is written with the rows that use it. */
export class Dictionary {
  readonly #ids: Map<string, number>;
  #added: DictionaryEntry[] = [];

  constructor(entries: readonly DictionaryEntry[] = []) {
    this.#ids = new Map(entries.map(({ id, name }) => [name, id]));
  }

  idOf(given: string): number {
    // The file holds UTF-8, where half a surrogate pair is U+FFFD: kept as given, it would have another number after the next start.
    const name = given.toWellFormed();
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(name, id);
    this.#added.push({ id, name });
    return id;
  }

  takeAdded(): DictionaryEntry[] {
    const added = this.#added;
    this.#added = [];
    return added;
  }
}
