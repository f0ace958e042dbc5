/** A part of an OpenAPI document with shared parameters, replies and headers in their places; schemas stay named. */
// biome-ignore lint/suspicious/noExplicitAny: a document is walked by its keys
export function inPlace(node: any, components: any): any {
  if (Array.isArray(node)) return node.map((item) => inPlace(item, components));
  if (!node || typeof node !== 'object') return node;
  const [, kind, name] = /^#\/components\/(parameters|responses|headers)\/(.+)$/.exec(node.$ref ?? '') ?? [];
  if (kind && name) return inPlace(components[kind][name], components);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inPlace(value, components)]));
}
