/** The house's furniture in ink and type: everything on a page that is not an article's own text. */
import type { FaceId, TextRole, TextStyle } from '../../typeset/model.ts';
import type { Px } from '../../units.ts';

/** Faces of the furniture, by the names of `typeset/faces.ts`. */
const FACES = {
  song: 'song',
  songHeavy: 'song-black',
  hei: 'hei',
  heiBold: 'hei-bold',
  kai: 'kai',
  brush: 'brush',
} as const satisfies Record<string, FaceId>;

const style = (
  role: TextRole,
  face: keyof typeof FACES,
  size: Px,
  lead: Px,
  align: TextStyle['align'] = 'left',
): TextStyle => ({ role, face: FACES[face], size, lead, align });

/** Numbers and styles of the house. */
export const HOUSE = {
  /** Hairline between modules: 0.5 px, 0.375 pt. */
  hairline: 0.5,
  /** Black of the tint behind comment: K 10 % (house; Chinese broadsheets print 8–12 %). */
  tint: 0.1,
  /** Line of a frame. */
  frame: 0.75,
  /** White left below a box, so that it does not sit on the next module's hairline. */
  boxFoot: 4,
  label: style('label', 'heiBold', 15, 24),
  groupTitle: style('group', 'songHeavy', 38, 46, 'center'),
  groupNote: style('note', 'kai', 12, 18),
  groupNoteLine: style('note', 'kai', 12, 18, 'center'),
  folioNumber: style('folio', 'heiBold', 22, 26),
  folioName: style('folio', 'songHeavy', 18, 26),
  folioSmall: style('folio', 'song', 11, 26, 'right'),
  folioPaper: style('folio', 'songHeavy', 14, 26, 'center'),
  nameplate: style('nameplate', 'brush', 150, 162, 'center'),
  dateline: style('folio', 'hei', 11.5, 18, 'center'),
  earHead: style('ear', 'heiBold', 16, 24),
  ear: style('ear', 'song', 12, 18),
  earAlone: style('ear', 'song', 15, 24, 'center'),
  earEntry: style('index', 'hei', 14, 22),
  indexHead: style('headline', 'heiBold', 16, 24),
  earMark: style('ear', 'song', 11, 22, 'right'),
  imprint: style('imprint', 'song', 10, 14, 'center'),
  adLabel: style('adlabel', 'hei', 9, 14, 'right'),
  jump: style('jump', 'hei', 11, 18, 'right'),
  jumpFrom: style('jump', 'hei', 11, 16, 'center'),
  jumpTitle: style('jump', 'heiBold', 22, 28, 'center'),
  jumpTitleSong: style('jump', 'songHeavy', 22, 28, 'center'),
} as const;
