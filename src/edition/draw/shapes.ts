/** Rules, tints, frames and codes as SVG paths in the type area's coordinates. */
import type { CodeBox, FillBox, FrameBox, RuleBox } from '../../makeup/plan.ts';
import { codePath } from './code.ts';
import { decimal, type Geometry } from './geometry.ts';
import type { ShapeView } from './view.ts';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One shape; `index` is its place among the module's boxes. */
export function drawShape(box: RuleBox | FillBox | FrameBox | CodeBox, index: number, geometry: Geometry): ShapeView {
  const shape = { box: index, fill: geometry.colour(box.ink) };
  if (box.kind === 'fill') return { ...shape, path: rectangle(box) };
  if (box.kind === 'frame') return { ...shape, path: rectangle(box) + hole(inset(box, box.weight)) };
  if (box.kind === 'code') return { ...shape, path: codePath(box) };
  switch (box.style) {
    case 'solid':
      return { ...shape, path: rectangle(box) };
    case 'double':
      return { ...shape, path: double(box) };
    case 'dotted':
      return { ...shape, path: rectangle(box), dots: dots(box) };
  }
}

/** Two lines at the edges of the rectangle, each a third of it. */
function double(box: Rectangle): string {
  if (box.width >= box.height) {
    const height = box.height / 3;
    return rectangle({ ...box, height }) + rectangle({ ...box, y: box.y + 2 * height, height });
  }
  const width = box.width / 3;
  return rectangle({ ...box, width }) + rectangle({ ...box, x: box.x + 2 * width, width });
}

const lying = (box: Rectangle): boolean => box.width >= box.height;

const middle = (box: Rectangle): string =>
  lying(box)
    ? `M${decimal(box.x)} ${decimal(box.y + box.height / 2)}h${decimal(box.width)}`
    : `M${decimal(box.x + box.width / 2)} ${decimal(box.y)}v${decimal(box.height)}`;

/** Square dots as wide as the rule, twice that apart. */
function dots(box: Rectangle): NonNullable<ShapeView['dots']> {
  const weight = lying(box) ? box.height : box.width;
  return { line: middle(box), weight: decimal(weight), dashes: `${decimal(weight)} ${decimal(2 * weight)}` };
}

const rectangle = ({ x, y, width, height }: Rectangle): string =>
  `M${decimal(x)} ${decimal(y)}h${decimal(width)}v${decimal(height)}h${decimal(-width)}z`;

/** The other way round, so that the nonzero rule leaves it empty. */
const hole = ({ x, y, width, height }: Rectangle): string =>
  `M${decimal(x)} ${decimal(y)}v${decimal(height)}h${decimal(width)}v${decimal(-height)}z`;

const inset = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});
