/** Faults of YAML and of the values in it. */
import type { Fault, Place } from '../../fault.ts';
import { didYouMean, fault } from './fault.ts';

export const yamlBroken = (place: Place, reason: string): Fault =>
  fault({
    name: 'yaml-broken',
    message: `The YAML cannot be read: ${reason}`,
    hint: 'Check the indentation, the half-width colon with a space after it, and quotes around values with : # [ ] { }.',
    place,
  });

export const yamlTooBig = (place: Place, limit: number): Fault =>
  fault({
    name: 'yaml-too-big',
    message: `The YAML holds more than ${limit} values.`,
    hint: 'Take out what is not needed; anchors that repeat each other count each time.',
    place,
  });

export const commentInValue = (place: Place, comment: string): Fault =>
  fault({
    name: 'comment-in-value',
    severity: 'warning',
    message: `“#${comment}” was read as a comment and is not part of the value.`,
    hint: 'Put the whole value in quotes, or a space after the # if it is a comment.',
    place,
  });

export const fenceUnclosed = (place: Place): Fault =>
  fault({
    name: 'front-matter-unclosed',
    message: 'The front matter begins with --- but no line of --- ends it.',
    hint: 'Add a line of three hyphens between the front matter and the text.',
    place,
  });

export const keyUnknown = (
  place: Place,
  key: string,
  names: { readonly guess?: string; readonly allowed: readonly string[] },
): Fault =>
  fault({
    name: 'key-unknown',
    message: `Unknown key “${key}”.`,
    hint: `${didYouMean(names.guess)}Known here: ${names.allowed.join(', ')}.`,
    place,
  });

export const keyMissing = (place: Place, key: string, expected: string): Fault =>
  fault({
    name: 'key-missing',
    message: `“${key}” is missing.`,
    hint: `Write ${expected}; a value that begins with # must stand in quotes.`,
    place,
  });

export const valueBad = (place: Place, key: string, value: { expected: string; got: string }): Fault =>
  fault({
    name: 'value-bad',
    message: `“${key}” is ${value.got}.`,
    hint: `Expected ${value.expected}.`,
    place,
  });

export const colourOverInk = (place: Place, name: string, ink: { sum: number; limit: number }): Fault =>
  fault({
    name: 'colour-over-ink',
    message: `House colour “${name}” lays ${ink.sum} % of ink, over the limit of ${ink.limit} %.`,
    hint: 'Lower its cmyk values, or raise press.inkLimit if the printer allows it.',
    place,
  });

export const gridTooBig = (place: Place, message: string): Fault =>
  fault({
    name: 'grid-too-big',
    message,
    hint: 'Take fewer columns, a shorter measure or fewer lines, smaller margins, or a larger trim.',
    place,
  });
