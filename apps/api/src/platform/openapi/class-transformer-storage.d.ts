declare module 'class-transformer/cjs/storage.js' {
  interface TypeMetadata {
    readonly typeFunction: () => unknown;
  }

  export const defaultMetadataStorage: {
    findTypeMetadata(target: abstract new () => object, property: string): TypeMetadata | undefined;
  };
}
