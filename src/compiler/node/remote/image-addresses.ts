import { createHash, createHmac } from 'node:crypto';
import { LOGO_WIDTH, PICTURE_WIDTHS, type Picture } from '../../../schema/picture.ts';
import type { RemotePicture } from '../../pictures-needed.ts';
import { Refusal } from '../command-error.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64url');

/** Where a picture is fetched from: its own address, or a mirror's that holds it. */
export function mirrored(url: string, mirror: string | undefined): string {
  if (mirror === undefined) return url;
  return mirror.replace('{url64}', () => base64(url)).replace('{url}', () => encodeURIComponent(url));
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Makes pictures that an image service delivers, of its address with placeholders: nothing is fetched or encoded here. Undefined for a
 * picture whose article does not say its size: its space could not be reserved. Throws a Refusal when a signing key is missing.
 */
export function engineOf(template: string, environment: Environment): (picture: RemotePicture) => Picture | undefined {
  const sign = signer(template, environment);
  const address = (url: string, width: number): string =>
    sign(
      template
        .replaceAll('{url64}', () => base64(url))
        .replaceAll('{url}', () => encodeURIComponent(url))
        .replaceAll('{width}', String(width)),
    );
  return ({ url, use, width, height }) => {
    const id = createHash('sha256').update(`${use} ${url}`).digest('hex').slice(0, 20);
    if (use === 'logo') {
      return { id, width: LOGO_WIDTH, height: LOGO_WIDTH, widths: [LOGO_WIDTH], urls: [address(url, LOGO_WIDTH)] };
    }
    if (width === undefined || height === undefined) return undefined;
    const largest = Math.min(width, PICTURE_WIDTHS[PICTURE_WIDTHS.length - 1] ?? width);
    const widths = [...PICTURE_WIDTHS.filter((each) => each < largest), largest];
    const tall = Math.max(1, Math.round((height * largest) / width));
    return { id, width: largest, height: tall, widths, urls: widths.map((each) => address(url, each)) };
  };
}

/** `{signature}` as imgproxy wants it, over the salt and the path after it; `{thumbor}` as Thumbor does. Both stand before what they sign. */
function signer(template: string, environment: Environment): (address: string) => string {
  if (template.includes('{signature}')) {
    const key = Buffer.from(variable(environment, 'TEARSHEET_IMGPROXY_KEY'), 'hex');
    const salt = Buffer.from(variable(environment, 'TEARSHEET_IMGPROXY_SALT'), 'hex');
    return (address) => {
      const [before = '', path = ''] = address.split('{signature}');
      return before + createHmac('sha256', key).update(salt).update(path).digest('base64url') + path;
    };
  }
  if (!template.includes('{thumbor}')) return (address) => address;
  const key = variable(environment, 'TEARSHEET_THUMBOR_KEY');
  return (address) => {
    const [before = '', path = ''] = address.split('{thumbor}');
    const signature = createHmac('sha1', key).update(path.replace(/^\//, '')).digest('base64');
    return before + signature.replaceAll('+', '-').replaceAll('/', '_') + path;
  };
}

function variable(environment: Environment, name: string): string {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw new Refusal(`images.engine in tearsheet.yaml wants signed addresses: put the key into the environment as ${name}.`);
}

/** What the policy lets readers ask for pictures. */
export const originOf = (template: string): string => new URL(template.replace(/\{\w+\}/g, '1')).origin;
