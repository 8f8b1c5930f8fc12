/** A paper for the make-up's benchmarks: the house's broadsheet, nothing else set. */
import type { Newspaper } from '../src/issue/model.ts';

export const SAMPLE_PAPER: Newspaper = {
  name: '试验日报',
  language: 'zh-CN',
  publisher: {},
  format: {
    name: 'broadsheet',
    trim: { width: 390, height: 550 },
    columns: 8,
    measure: 13,
    rows: 104,
    margins: { left: 71, top: 103 },
  },
  kinsoku: 'gb',
  colours: { nameplate: { rgb: '#c8102e', cmyk: [0, 95, 85, 5] } },
  makeup: {},
  limits: {},
  press: { condition: 'CGATS TR 002', inkLimit: 240, resolution: 200, bleed: 3, marks: true },
};
