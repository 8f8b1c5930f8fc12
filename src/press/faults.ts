/** What can keep a page from the plate. Names are permanent. */
import type { Fault } from '../fault.ts';

const refused = (name: string, page: number, message: string, hint: string): Fault => ({
  name,
  exit: 4,
  severity: 'error',
  message,
  hint,
  page,
});

/** Chromium made a Type 3 font: a CFF or variable font, synthetic bold, outlined or see-through text. */
export const type3Font = (page: number, sample: string): Fault =>
  refused(
    'press-type3',
    page,
    `Page ${page}: the text “${sample}” was drawn with a Type 3 font, which printers refuse.`,
    'Set it in a face of the catalogue, without synthetic bold or slant, text-stroke or see-through colour.',
  );

/** A gradient whose colours cannot be carried over exactly. */
export const gradientKind = (page: number, reason: string): Fault =>
  refused(
    'press-gradient',
    page,
    `Page ${page}: a gradient cannot go to the plates (${reason}).`,
    'Use a linear or radial gradient between opaque colours, or greys.',
  );

/** A colour space that the press does not know. */
export const colourSpace = (page: number, name: string): Fault =>
  refused(
    'press-colour-space',
    page,
    `Page ${page}: something is drawn in the colour space ${name}, which has no exact ink here.`,
    'Draw it in plain CSS colours.',
  );

/** A picture in a form that the press does not convert. */
export const pictureForm = (page: number, what: string): Fault =>
  refused(
    'press-picture-form',
    page,
    `Page ${page}: a picture is stored as ${what} and cannot be separated.`,
    'Give the picture as JPEG, PNG, TIFF or WebP.',
  );

/** A page's drawing that is no readable PDF content. */
export const unreadablePage = (page: number, reason: string): Fault =>
  refused(
    'press-unreadable',
    page,
    `Page ${page}: the printed page cannot be read (${reason}).`,
    'Print the page again; if it stays, this is a bug of Broadsheet: please report it.',
  );

/** The printed sheet has another size than trim and bleed. */
export const sheetSize = (page: number, is: string, wanted: string): Fault =>
  refused(
    'press-sheet',
    page,
    `Page ${page}: the printed sheet is ${is} pt, trim and bleed make ${wanted} pt.`,
    'The page must be printed at its trim size with the bleed around it.',
  );

/** The paper's own profile is no CMYK printer profile. */
export const profileUnfit = (file: string, reason: string): Fault => ({
  name: 'press-profile',
  exit: 1,
  severity: 'error',
  message: `The output profile ${file} cannot be used: ${reason}.`,
  hint: 'Give a CMYK output profile (class prtr) of the printer, or leave press.profile out for the built-in newsprint profile.',
  place: { file: 'newspaper.yaml' },
});

/** The paper's own profile puts more ink on the paper than the limit. */
export const profileInk = (file: string, measured: number, limit: number): Fault => ({
  name: 'press-profile-ink',
  exit: 1,
  severity: 'warning',
  message: `The output profile ${file} lays up to ${measured} % of ink; the limit is ${limit} %.`,
  hint: 'Ask the printer for a profile with this limit, or set press.inkLimit to the profile’s own.',
  place: { file: 'newspaper.yaml' },
});

/** An advertisement that cannot be placed. */
export const adRefused = (page: number, file: string, reason: string): Fault => ({
  name: 'press-ad',
  exit: 4,
  severity: 'error',
  message: `Page ${page}: the advertisement ${file} cannot be printed: ${reason}.`,
  hint: 'Ask for the advertisement again as PDF/X of the booked size, CMYK or grey, with all fonts embedded; or as a picture.',
  place: { file },
  page,
});
