/** Shades of the accent from dark to light: the same hue all over, so that colour says how much and not what. */
export const shades = ['#0b4c4f', '#17777a', '#4b9b9a', '#7db8b5', '#a5cfcb', '#c5dfdc'] as const;

export const ink = { strong: '#1b2430', soft: '#465262', faint: '#616c7b', line: '#e1e5e8' } as const;
