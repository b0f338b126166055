declare global {
  // eslint's no-var does not reach a declaration that has to be one
  var parApplication: { readonly url: string; stop(): Promise<void> } | undefined;
}
export {};
