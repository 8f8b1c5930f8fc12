/**
 * WARC 1.1 (ISO 28500:2017): a web page as it is served, with the headers of its answer. In: an address and bytes. Out: one
 * gzip member a record. The same page gives the same bytes: ids come from the content, the
 * date is the issue's.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'fflate';

/** What a server would answer. */
export interface Capture {
  readonly url: string;
  readonly mime: string;
  readonly body: Uint8Array;
}

/** A record. */
export interface WarcRecord {
  readonly bytes: Uint8Array;
  /** Of the payload: `sha256:…`. */
  readonly digest: string;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The record that says what the file is; it comes first. */
export function warcInfo(date: string, software: string): Uint8Array {
  const block = Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`);
  return record(['WARC-Type: warcinfo', 'Content-Type: application/warc-fields'], block, date, 'info');
}

/** A response record of one page or file. */
export function warcResponse(capture: Capture, date: string): WarcRecord {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${capture.mime}\r\nContent-Length: ${capture.body.length}\r\n\r\n`;
  const digest = `sha256:${sha256(capture.body)}`;
  const fields = [
    'WARC-Type: response',
    `WARC-Target-URI: ${capture.url}`,
    `WARC-Payload-Digest: ${digest}`,
    'Content-Type: application/http; msgtype=response',
  ];
  const bytes = record(fields, Buffer.concat([Buffer.from(head), capture.body]), date, capture.url);
  return { bytes, digest };
}

function record(fields: readonly string[], block: Uint8Array, date: string, name: string): Uint8Array {
  const head = [
    'WARC/1.1',
    ...fields,
    `WARC-Record-ID: <urn:uuid:${uuid(`${name}\n${sha256(block)}`)}>`,
    `WARC-Date: ${date}`,
    `WARC-Block-Digest: sha256:${sha256(block)}`,
    `Content-Length: ${block.length}`,
  ].join('\r\n');
  return gzipSync(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]), { mtime: 0 });
}

/** A name-based UUID, version 8 (RFC 9562 §5.8), of SHA-256. */
function uuid(name: string): string {
  const hex = sha256(Buffer.from(name));
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Sort-friendly form of an address: `https://www.example.org/a` becomes `org,example)/a`. */
export function surt(address: string): string {
  const url = new URL(address);
  const host = url.hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',');
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${host}${port})${url.pathname}${url.search}`.toLowerCase();
}
