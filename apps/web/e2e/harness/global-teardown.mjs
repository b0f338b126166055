export default async function tearDown() {
  await globalThis.parApplication?.stop();
}
