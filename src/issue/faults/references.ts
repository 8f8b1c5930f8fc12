/** Faults of what one part of an issue asks of another: pictures, slugs, groups, pages. */
import type { Fault, Place } from '../../fault.ts';
import { didYouMean, fault, quoted } from './fault.ts';

export const articleEmpty = (place: Place): Fault =>
  fault({
    name: 'article-empty',
    message: 'The article has neither text nor a picture.',
    hint: 'Write its text below the front matter, name a photo, or delete the file.',
    place,
  });

export const pathUnsafe = (place: Place, file: string): Fault =>
  fault({
    name: 'path-unsafe',
    message: `“${file}” does not stay inside the folder that it is read from.`,
    hint: 'Put the file into the issue folder (photos/ or ads/) and name it by its path from there, with forward slashes.',
    place,
  });

export const photoMissing = (place: Place, file: string, guess?: string): Fault =>
  fault({
    name: 'photo-missing',
    message: `The photo “${file}” is not there.`,
    hint: `${didYouMean(guess)}Put the file there, or correct its name.`,
    place,
  });

export const photoToCome = (place: Place, file: string, draft: boolean): Fault =>
  fault({
    name: 'photo-to-come',
    severity: draft ? 'warning' : 'error',
    message: `The photo “${file}” is still to come.`,
    hint: draft
      ? 'An empty frame is printed in the draft; put the picture there before the real build.'
      : 'Put the picture there under this name, or build with --draft, which prints an empty frame.',
    place,
  });

export const fileMissing = (place: Place, what: string, names: { file: string; guess?: string | undefined }): Fault =>
  fault({
    name: 'file-missing',
    message: `The ${what} “${names.file}” is not there.`,
    hint: `${didYouMean(names.guess)}Put the file there, or correct its name.`,
    place,
  });

export const pictureKind = (place: Place, file: string, allowed: readonly string[]): Fault =>
  fault({
    name: 'picture-kind',
    message: `“${file}” is not a kind of file that can be placed here.`,
    hint: `Use one of: ${allowed.join(', ')}.`,
    place,
  });

export const slugUnknown = (place: Place, key: string, names: { slug: string; guess?: string | undefined }): Fault =>
  fault({
    name: 'slug-unknown',
    message: `“${key}” names “${names.slug}”, and no article of this issue has that slug.`,
    hint: `${didYouMean(names.guess)}A slug is the article’s file name without .md.`,
    place,
  });

export const slugItself = (place: Place, key: string): Fault =>
  fault({
    name: 'slug-itself',
    message: `“${key}” names the article itself.`,
    hint: 'Name another article, or leave it out.',
    place,
  });

export const asideShared = (place: Place, slug: string, owner: string): Fault =>
  fault({
    name: 'aside-shared',
    message: `“${slug}” is already boxed with “${owner}”.`,
    hint: 'Let only one article name it in `aside`.',
    place,
  });

export const groupUnknown = (place: Place, group: string, known: readonly string[], guess?: string): Fault =>
  fault({
    name: 'group-unknown',
    message: `There is no group “${group}” in issue.yaml.`,
    hint: `${didYouMean(guess)}${known.length ? `Known groups: ${quoted(known)}.` : 'Add it under `groups:` in issue.yaml.'}`,
    place,
  });

export const groupEmpty = (place: Place, group: string): Fault =>
  fault({
    name: 'group-empty',
    severity: 'warning',
    message: `No article belongs to the group “${group}”.`,
    hint: 'Write `group:` into its articles, or take the group out of issue.yaml.',
    place,
  });

export const pageOutside = (place: Place, wanted: { key: string; page: number; pages: string }): Fault =>
  fault({
    name: 'page-outside',
    message: `“${wanted.key}” asks for page ${wanted.page}, and the issue has ${wanted.pages}.`,
    hint: 'Name a page of the issue, or change `pages` in issue.yaml.',
    place,
    page: wanted.page,
  });

export const pageTwice = (place: Place, page: number): Fault =>
  fault({
    name: 'page-twice',
    message: `Page ${page} is listed twice.`,
    hint: 'Give each page its own number.',
    place,
    page,
  });

export const pinOutside = (place: Place, what: string, page?: number): Fault =>
  fault({
    name: 'pin-outside',
    message: `The pin lies outside the page: ${what}.`,
    hint: 'Columns and rows count from 0; correct the pin, or leave parts of it out.',
    place,
    page,
  });

export const pageConflict = (place: Place, page: number, pinned: number): Fault =>
  fault({
    name: 'page-conflict',
    message: `“page” says ${page}, “place.page” says ${pinned}.`,
    hint: 'Keep one of them.',
    place,
    page,
  });

export const adOutside = (place: Place, what: string, page?: number): Fault =>
  fault({
    name: 'ad-outside',
    message: `The ad does not fit the page: ${what}.`,
    hint: 'Width is in basic columns, height in lines of the type area; correct them.',
    place,
    page,
  });
