import { theme as antd } from 'antd';
import { theme } from './theme.ts';

// WCAG 2.2, relative luminance and contrast ratio.
const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrastOf = (text: string, ground: string): number => {
  const [light = 0, dark = 0] = [luminanceOf(text), luminanceOf(ground)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
};

const tokens = antd.getDesignToken(theme);

test.each(['colorInfoBg', 'colorWarningBg', 'colorErrorBg', 'controlItemBgActive'] as const)(
  'a notice, and what is selected, stand on a ground on which the text reads almost as on paper: %s',
  (ground) => {
    expect(contrastOf(tokens.colorTextBase, tokens[ground])).toBeGreaterThan(12);
  },
);
