/** The picture that is saved, with what it is of under it, so that it says away from the page whose run it is and that it is a simulation. Loaded only when one is saved. */
import type { ThemeName } from '../view/palette.ts';
import { TITLE_HEIGHT, writeTitle, type Title } from './picture-title.ts';

/** A small picture has letters no smaller than these of those under one of 1280. */
const LEAST = 0.5;

export async function titledPicture(picture: Blob, title: Title, theme: ThemeName): Promise<Blob> {
  const image = await createImageBitmap(picture);
  const scale = Math.max(LEAST, image.width / 1280);
  const foot = Math.ceil(TITLE_HEIGHT * scale);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height + foot;
  const pen = canvas.getContext('2d', { alpha: false })!;
  pen.drawImage(image, 0, 0);
  writeTitle(pen, title, theme, { y: image.height, width: image.width, height: foot }, scale);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('the canvas gave no picture')) : resolve(blob)), 'image/png'));
}
