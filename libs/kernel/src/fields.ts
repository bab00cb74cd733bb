/** Of a state the fields that are named alone; one within another is named by its path, `content.title`. */
export function pickFields(state: object, fields: readonly string[]): object {
  const named = Map.groupBy(fields, (field) => field.split('.', 1)[0] ?? field);
  return Object.fromEntries(
    Object.entries(state).flatMap(([name, value]: [string, unknown]) => {
      const asked = named.get(name);
      if (!asked) return [];
      const isWhole = asked.includes(name) || typeof value !== 'object' || value === null;
      return [
        [
          name,
          isWhole
            ? value
            : pickFields(
                value,
                asked.map((field) => field.slice(name.length + 1)),
              ),
        ],
      ];
    }),
  );
}
