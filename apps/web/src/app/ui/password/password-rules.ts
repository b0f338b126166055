/** As the server: at least ten characters. What is easily guessed, the server alone knows. */
const SHORTEST = 10;

export function passwordProblem(password: string): string | null {
  return [...password].length < SHORTEST ? $localize`Mật khẩu cần ít nhất ${SHORTEST}:count: ký tự.` : null;
}

export function repetitionProblem(password: string, repetition: string): string | null {
  return password === repetition ? null : $localize`Hai lần nhập chưa giống nhau. Hãy nhập lại.`;
}
