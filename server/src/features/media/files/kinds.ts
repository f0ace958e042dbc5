/** The kinds of files that are taken, each with the content types that its bytes may have. */
export const KINDS = {
  jpg: ['image/jpeg'],
  png: ['image/png'],
  pdf: ['application/pdf'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  mp4: ['video/mp4', 'video/x-m4v'],
  mov: ['video/quicktime'],
  webm: ['video/webm'],
} as const;
export type Kind = keyof typeof KINDS;

/** What a file of these kinds begins with, at the most: as far as its content type is looked for in a stream. */
export const HEAD_BYTES = 4100;

/** The content type that the bytes show, when it is one of these kinds; whatever the sender calls it. */
export async function sniff(bytes: Uint8Array, allowed: readonly Kind[]): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const mime: string | undefined = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  return allowed.some((kind) => (KINDS[kind] as readonly (string | undefined)[]).includes(mime))
    ? mime
    : undefined;
}

/** `.jpg, .png or .pdf`, for messages. */
export const listed = (allowed: readonly Kind[]): string => {
  const names = allowed.map((kind) => `.${kind}`);
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');
};

/** The ending of a file's name. */
export const extensionOf = (contentType: string): string =>
  Object.entries(KINDS).find(([, types]) => (types as readonly string[]).includes(contentType))?.[0] ?? 'bin';
