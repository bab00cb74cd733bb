import type { ThemeConfig } from 'antd';

/** The one accent colour, celadon: links, what is selected, and the data. `style/base.css` has the same as a variable. */
export const accent = '#11686b';

export const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: accent,
    colorInfo: accent,
    // Ant Design derives its grounds from a bright colour; from one as deep as the accent it makes a muddy grey.
    colorPrimaryBg: '#e4f0ef',
    colorPrimaryBgHover: '#c8e0de',
    colorPrimaryBorder: '#a3cbc8',
    colorInfoBg: '#edf6f5',
    colorInfoBorder: '#b5d6d3',
    colorWarning: '#b26a00',
    colorWarningBg: '#fdf6ea',
    colorWarningBorder: '#ecd2a4',
    colorError: '#b3261e',
    colorLink: accent,
    colorLinkHover: '#0b4c4f',
    colorTextBase: '#1b2430',
    colorTextPlaceholder: '#66707f',
    colorBgLayout: '#f6f7f7',
    colorBorder: '#cfd5db',
    colorBorderSecondary: '#e5e8eb',
    borderRadius: 6,
    controlHeight: 36,
    // As the page itself, `style/base.css`.
    fontFamily: 'inherit',
    fontSize: 14,
  },
  components: {
    Table: {
      headerBg: 'transparent',
      headerSplitColor: 'transparent',
      bodySortBg: 'transparent',
      headerSortActiveBg: 'transparent',
      headerSortHoverBg: 'transparent',
      cellPaddingBlock: 9,
      cellPaddingInline: 8,
    },
    Segmented: { trackBg: '#eceeef' },
  },
};
