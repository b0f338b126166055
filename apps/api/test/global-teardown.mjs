export default async function () {
  await globalThis.__postgres?.stop();
}
