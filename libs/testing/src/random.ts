/** Decides what a test leaves to chance: the same seed gives the same draws. */
export interface Random {
  /** A whole number from 0 up to but not including `below`. */
  whole(below: number): number;
  /** One of them; throws where there is none. */
  pick<Option>(options: readonly Option[]): Option;
  /** All of them in an order by chance. */
  shuffled<Item>(items: readonly Item[]): Item[];
  /** A sequence of its own, so that what one part draws does not shift what another gets. */
  fork(name: string): Random;
}

/** The sequence of a seed (mulberry32 over a hash of the seed's text). */
export function randomOf(seed: string | number): Random {
  let state = hashOf(String(seed));
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(fraction() * below);
  return {
    whole,
    pick<Option>(options: readonly Option[]): Option {
      if (options.length === 0) throw new Error('there is nothing to pick from');
      return options[whole(options.length)] as Option;
    },
    shuffled<Item>(items: readonly Item[]): Item[] {
      // Fisher and Yates: each order is as likely as any other.
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = whole(last + 1);
        [order[last], order[other]] = [order[other] as Item, order[last] as Item];
      }
      return order;
    },
    fork: (name) => randomOf(`${seed}/${name}`),
  };
}

// FNV-1a, 32 bits.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
