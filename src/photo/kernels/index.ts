/** The loops over pixels of press twins, in AssemblyScript: `npm run kernels:photo` makes `../kernels.wasm` of them. */
export { limitSums } from './ink';
export { throughJpeg } from './jpeg-block';
export {
  BYTE_AT,
  DIVISORS_AT,
  FROM_AT,
  GAIN_AT,
  GRID_AT,
  LIGHT_AT,
  ROOT_AT,
  WORK_AT,
  XZ_BLUE_AT,
  XZ_GREEN_AT,
  XZ_RED_AT,
  Y_BLUE_AT,
  Y_GREEN_AT,
  Y_RED_AT,
} from './layout';
export { throughLink } from './link';
export { foreseeBand } from './relief';
export { measureRow, sharpenRow } from './sharpen';
